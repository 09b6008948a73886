import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { type WebhookHeaders } from '../port.js';
import { memberId } from '../webhook/event-id.js';
import { WebhookRefusal } from '../webhook/webhook-refusal.js';
import { type AblyWebhookOptions, parseAblyWebhook } from './parse-webhook.js';

const now = 1_700_000_000_000;
const options: AblyWebhookOptions = { namespace: 'rooms', signingKeys: [], secrets: [], now: () => now };
const bytes = (text: string) => new TextEncoder().encode(text);
const parse = (body: unknown, headers: WebhookHeaders = {}, more: Partial<AblyWebhookOptions> = {}) =>
  parseAblyWebhook(bytes(JSON.stringify(body)), headers, { ...options, ...more });

const message = (more: object = {}) => ({
  id: 'c:1:0',
  clientId: 'ann',
  timestamp: now,
  data: '{"text":"hello"}',
  encoding: 'json',
  ...more,
});
const item = (messages: unknown, channelId = 'rooms:tokyo') => ({
  webhookId: 'w',
  source: 'channel.message',
  timestamp: now,
  name: 'channel.message',
  data: { channelId, site: 's', messages },
});
const single = (more: object) => ({ source: 'channel.message', appId: 'a', channel: 'rooms:tokyo', ...more });

describe('batches', () => {
  it('tell of messages and presence in their order, over all channels', () => {
    const presence = [{ id: 'c:2:0', clientId: 'bob', timestamp: now, action: 2 }];
    const ids = [
      memberId('tokyo', 'ann', 'c:1:0', 'hello'),
      memberId('tokyo', 'ann', 'c:1:1', 'text alone'),
      memberId('東京 2', 'bob', 'c:3:0', 'hello'),
    ];
    const { events } = parse({
      items: [
        item([message(), message({ id: 'c:1:1', data: 'text alone', encoding: null })]),
        { source: 'channel.presence', data: { channelId: 'rooms:tokyo', presence } },
        item([message({ id: 'c:3:0', clientId: 'bob' })], 'rooms:東京 2'),
      ],
    });
    expect(events).toEqual([
      { type: 'message', id: ids[0], room: 'tokyo', author: { userId: 'ann' }, text: 'hello', ts: now },
      { type: 'message', id: ids[1], room: 'tokyo', author: { userId: 'ann' }, text: 'text alone', ts: now },
      { type: 'presence', id: 'c:2:0', room: 'tokyo', userId: 'bob', status: 'enter', ts: now },
      { type: 'message', id: ids[2], room: '東京 2', author: { userId: 'bob' }, text: 'hello', ts: now },
    ]);
  });

  it.each([
    ['no clientId', message({ clientId: undefined }), /no clientId/],
    ['a cipher', message({ encoding: 'json/utf-8/cipher+aes-256-cbc/base64' }), /encoding/],
    ['data that is no JSON', message({ data: '{' }), /encoding/],
    ['a blank text', message({ data: ' ', encoding: null }), /message is required/],
    ['no data', message({ data: undefined, encoding: undefined }), /message is required/],
    ['NUL', message({ data: 'a\u0000', encoding: null }), /not valid text/],
    ['a user with a line break', message({ clientId: 'a\nb' }), /^User ID/],
    ['no object', 7, /form/],
  ])('leave out a message with %s, and say so without its words', (_, bad, sentence) => {
    const { events, unreadable, reply } = parse({ items: [item([bad, message({ id: 'c:9:0' })])] });
    expect(events).toMatchObject([{ id: memberId('tokyo', 'ann', 'c:9:0', 'hello') }]);
    expect(unreadable).toEqual([expect.stringMatching(sentence)]);
    expect(reply('accepted').status).toBe(200);
  });

  it('leave out items of other namespaces and of no form', () => {
    const { events, unreadable } = parse({
      items: [item([message()], 'other:tokyo'), 'x', item([message()])],
    });
    expect([events.length, unreadable.length]).toEqual([1, 2]);
  });

  it.each([
    ['our own answers', message({ data: '{"type":"agent_response","text":"x"}' })],
    ['what is named like them', message({ name: 'agent_status' })],
    ['typing', message({ data: '{"type":"typing","text":"x"}' })],
  ])('say nothing of %s', (_, one) => {
    expect(parse({ items: [item([one])] })).toMatchObject({ events: [], unreadable: [] });
  });

  it('say nothing of channels that open and close', () => {
    const lifecycle = {
      source: 'channel.lifecycle',
      name: 'channel.opened',
      data: { channelId: 'rooms:tokyo' },
    };
    expect(parse({ items: [lifecycle] })).toMatchObject({ events: [], unreadable: [] });
  });
});

describe('what a member numbers itself', () => {
  const idsOf = (...messages: object[]) => parse({ items: [item(messages)] }).events.map(({ id }) => id);

  it('is new when it says something else, or somebody else says it', () => {
    const one = { id: '1', encoding: null };
    const [hello, again, later, ofBob] = idsOf(
      message({ ...one, data: 'hello' }),
      message({ ...one, data: 'hello' }),
      message({ ...one, data: 'and now?' }),
      message({ ...one, data: 'hello', clientId: 'bob' }),
    );
    expect(again).toBe(hello);
    expect(new Set([hello, later, ofBob]).size).toBe(3);
  });
});

it.each(['messages', 'presence'])('no more than 1000 %s of a channel are read at a time', (list) => {
  const many = Array.from({ length: 1001 }, () => 7);
  const { events, unreadable } = parse({
    items: [{ source: 'x', data: { channelId: 'rooms:tokyo', [list]: many } }],
  });
  expect([events, unreadable]).toEqual([[], ['An item of the batch has not the form of one']]);
  expect(() => parse(single({ [list]: many }))).toThrow(WebhookRefusal);
});

describe('single requests', () => {
  it('tell of a message', () => {
    expect(parse(single({ messages: [message()] })).events).toMatchObject([
      { text: 'hello', id: memberId('tokyo', 'ann', 'c:1:0', 'hello') },
    ]);
  });

  it.each([
    [0, 'absent'],
    [1, 'present'],
    [2, 'enter'],
    [3, 'leave'],
    [4, 'update'],
    [9, 'unknown'],
  ])('tell of presence %p as %p', (action, status) => {
    const presence = [{ clientId: 'ann', action }];
    expect(parse(single({ source: 'channel.presence', presence })).events).toEqual([
      { type: 'presence', room: 'tokyo', userId: 'ann', status },
    ]);
  });

  it('of the form of neither are refused', () => {
    for (const body of [{}, [], null, 'x', { items: 7 }, { source: 'x' }]) {
      expect(() => parse(body)).toThrow(expect.objectContaining({ code: 'bad_frame' }));
    }
  });
});

describe('who vouches', () => {
  const signingKeys = ['app.one:first', 'app.two:second:with a colon'];
  const secrets = ['shown'];
  const text = JSON.stringify({ items: [item([message()])] });
  const sign = (key: string, secret: string) => ({
    'x-ably-key': key,
    'x-ably-signature': createHmac('sha256', secret).update(text).digest('base64'),
  });
  const codeOf = (headers: WebhookHeaders, more: Partial<AblyWebhookOptions>) => {
    try {
      parseAblyWebhook(bytes(text), headers, { ...options, ...more });
      return 'taken';
    } catch (thrown) {
      return (thrown as WebhookRefusal).code;
    }
  };

  it('each of several keys, named by the header', () => {
    expect(codeOf(sign('app.one', 'first'), { signingKeys })).toBe('taken');
    expect(codeOf(sign('app.two', 'second:with a colon'), { signingKeys })).toBe('taken');
    expect(codeOf(sign('app.one', 'second:with a colon'), { signingKeys })).toBe('unauthenticated');
    expect(codeOf(sign('app', 'one:first'), { signingKeys })).toBe('unauthenticated');
  });

  it('a secret where nothing is signed, but never instead of a wrong signature', () => {
    const shown = { 'x-webhook-secret': 'shown' };
    expect(codeOf(shown, { secrets })).toBe('taken');
    expect(codeOf(shown, { secrets, signingKeys })).toBe('taken');
    expect(codeOf({ ...shown, ...sign('app.one', 'wrong') }, { secrets, signingKeys })).toBe(
      'unauthenticated',
    );
    expect(codeOf({}, { secrets })).toBe('unauthenticated');
    expect(codeOf(shown, { signingKeys })).toBe('unauthenticated');
  });

  it('the time of the events, where somebody vouches', () => {
    const headers = sign('app.one', 'first');
    for (const [offset, code] of [
      [9 * 60_000, 'taken'],
      [11 * 60_000, 'unauthenticated'],
      [-4 * 60_000, 'taken'],
      [-6 * 60_000, 'unauthenticated'],
    ] as const) {
      expect([offset, codeOf(headers, { signingKeys, now: () => now + offset })]).toEqual([offset, code]);
    }
    expect(codeOf({}, { now: () => now + 86_400_000 })).toBe('taken');
  });
});

it('whatever comes: events, or a refusal below 500', () => {
  const anything = fc.oneof(
    fc.json(),
    fc
      .record({ items: fc.array(fc.record({ source: fc.string(), data: fc.jsonValue() })) })
      .map((body) => JSON.stringify(body)),
    fc.array(fc.jsonValue()).map((messages) => JSON.stringify(single({ messages }))),
  );
  fc.assert(
    fc.property(anything, (text) => {
      try {
        expect(parseAblyWebhook(bytes(text), {}, options).reply('accepted').status).toBe(200);
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(WebhookRefusal);
        expect((thrown as WebhookRefusal).reply.status).toBeLessThan(500);
      }
    }),
    { numRuns: 500 },
  );
});
