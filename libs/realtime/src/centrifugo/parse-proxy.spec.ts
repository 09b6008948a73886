import { type WebhookHeaders } from '../port.js';
import { WebhookRefusal } from '../webhook/webhook-refusal.js';
import { parseProxyRequest, type ProxyOptions } from './parse-proxy.js';

const options: ProxyOptions = { namespace: 'rooms', secrets: [], trustConnect: false };
const parse = (body: unknown, headers: WebhookHeaders = {}, more: Partial<ProxyOptions> = {}) =>
  parseProxyRequest(new TextEncoder().encode(JSON.stringify(body)), headers, { ...options, ...more });

const base = { client: 'c', transport: 'websocket', protocol: 'json', encoding: 'json' };
const publish = (data: unknown, more: object = {}) => ({
  ...base,
  user: 'ann',
  channel: 'rooms:tokyo',
  data,
  ...more,
});

function replyOf(work: () => unknown) {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof WebhookRefusal) return thrown.reply;
    throw thrown;
  }
  throw new Error('It was taken.');
}

describe('the publish proxy', () => {
  it('lets a message pass and tells of it', () => {
    const webhook = parse(publish({ text: 'hello', name: 'Ann' }));
    expect(webhook.events).toEqual([
      { type: 'message', room: 'tokyo', author: { userId: 'ann', name: 'Ann' }, text: 'hello' },
    ]);
    expect(webhook.reply('accepted')).toMatchObject({ status: 200, body: { result: {} } });
    expect(webhook.reply('unavailable').status).toBe(503);
  });

  it('takes a text alone', () => {
    expect(parse(publish('hello')).events).toMatchObject([{ text: 'hello' }]);
  });

  it('knows a resend by the member’s id, and has the channel know it, too', () => {
    const [first, again] = [parse(publish({ text: 'x', id: '1' })), parse(publish({ text: 'x', id: '1' }))];
    const other = parse(publish({ text: 'x', id: '1' }, { user: 'bob' }));
    const id = first.events[0]?.id;
    expect(id).toMatch(/^[\w-]{43}$/);
    expect([again.events[0]?.id, other.events[0]?.id === id]).toEqual([id, false]);
    expect(first.reply('accepted').body).toEqual({ result: { idempotency_key: id } });
  });

  it('reads names of rooms as they are in a URL', () => {
    const channel = `rooms:${encodeURIComponent('東京: a/b #1')}`;
    expect(parse(publish('x', { channel })).events).toMatchObject([{ room: '東京: a/b #1' }]);
  });

  it.each(['typing', 'reaction'])('lets %s pass without a word', (type) => {
    expect(parse(publish({ type, text: 'x' }))).toMatchObject({ events: [] });
  });

  it.each([
    ['what only the agent says', publish({ type: 'agent_response', text: 'x', complete: true }), 403],
    ['a blank text', publish({ text: ' ' }), 400],
    ['no text', publish({}), 400],
    ['a number', publish(7), 400],
    ['a text that is too long', publish({ text: 'x'.repeat(16_001) }), 413],
    ['NUL', publish({ text: 'a\u0000' }), 400],
    ['nobody', publish('x', { user: '' }), 401],
    ['a channel of others', publish('x', { channel: 'other:tokyo' }), 400],
    ['a channel without a room', publish('x', { channel: 'rooms:' }), 400],
    ['a channel that is no name', publish('x', { channel: 'rooms:%ff' }), 400],
    ['a user with a line break', publish('x', { user: 'a\nb' }), 400],
  ])('refuses %s in a way that reaches the member', (_, body, code) => {
    const reply = replyOf(() => parse(body));
    expect(reply).toMatchObject({ status: 200, body: { error: { code, message: expect.any(String) } } });
  });
});

describe('the other proxies', () => {
  it('subscribing is recorded, and allowed', () => {
    const webhook = parse({ ...base, user: 'ann', channel: 'rooms:tokyo' });
    expect(webhook.events).toEqual([
      { type: 'presence', room: 'tokyo', userId: 'ann', status: 'subscribed' },
    ]);
    expect(webhook.reply('accepted').body).toEqual({ result: {} });
  });

  it('a subscription with data is told from a publication by the header', () => {
    const body = publish({ text: 'x' });
    expect(parse(body, { 'x-centrifugo-event': 'subscribe' }).events).toMatchObject([{ type: 'presence' }]);
    expect(parse(body, { 'x-centrifugo-event': 'publish' }).events).toMatchObject([{ type: 'message' }]);
  });

  it('connecting without a token is refused for good', () => {
    const reply = replyOf(() => parse({ ...base, data: { userId: 'ann' } }));
    expect(reply).toMatchObject({
      status: 200,
      body: { disconnect: { code: 4501, reason: 'unauthorized' } },
    });
  });

  it('connecting is believed where that is wanted', () => {
    const trust = { trustConnect: true };
    expect(parse({ ...base, data: { userId: 'ann' } }, {}, trust).reply('accepted').body).toEqual({
      result: { user: 'ann' },
    });
    for (const data of [undefined, {}, { userId: '' }, { userId: 7 }]) {
      expect(replyOf(() => parse({ ...base, data }, {}, trust)).body).toHaveProperty('disconnect');
    }
  });
});

describe('the secret', () => {
  const secrets = ['old secret', 'new secret'];

  it('may be any of several', () => {
    for (const secret of secrets) {
      expect(parse(publish('x'), { 'x-webhook-secret': secret }, { secrets }).events).toHaveLength(1);
    }
  });

  it.each([undefined, '', 'old secre', 'old secret ', 'OLD SECRET'])('is not %p', (secret) => {
    const reply = replyOf(() => parse(publish('x'), { 'x-webhook-secret': secret }, { secrets }));
    expect(reply).toMatchObject({ status: 401, body: { error: 'Invalid signature' } });
  });
});
