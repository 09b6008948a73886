import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { Webhook as Signer } from 'standardwebhooks';
import { type RoomEvent, type Webhook, type WebhookHeaders } from '../port.js';
import { standardWebhooksCheck } from '../webhook/standard-webhooks.js';
import { WebhookRefusal } from '../webhook/webhook-refusal.js';
import { parseNativeWebhook } from './parse-webhook.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const parse = (body: unknown, headers: WebhookHeaders = {}): Webhook =>
  parseNativeWebhook(bytes(typeof body === 'string' ? body : JSON.stringify(body)), headers);
const message = (more: object = {}) => ({
  type: 'message',
  room: 'tokyo',
  userId: 'ann',
  message: { text: 'a group trip to Tokyo?' },
  ...more,
});

function refusalOf(work: () => unknown): WebhookRefusal {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof WebhookRefusal) return thrown;
    throw thrown;
  }
  throw new Error('It was taken.');
}

describe('what the contract says of a webhook', () => {
  it('a message becomes a message of its room', () => {
    const webhook = parse(message({ timestamp: 1_700_000_000_000 }), { 'webhook-id': 'msg_1' });
    expect(webhook.events).toEqual([
      {
        type: 'message',
        id: 'msg_1',
        room: 'tokyo',
        author: { userId: 'ann' },
        text: 'a group trip to Tokyo?',
        ts: 1_700_000_000_000,
      },
    ]);
    expect(webhook.reply('accepted')).toMatchObject({ status: 200, body: { success: true } });
    expect(webhook.reply('unavailable')).toMatchObject({ status: 503, headers: { 'retry-after': '1' } });
  });

  it.each([undefined, '', 7, null])('a userId that is %p: the room stands for it', (userId) => {
    expect(parse(message({ userId })).events).toEqual([
      expect.objectContaining({ author: { userId: 'tokyo' } }),
    ]);
  });

  it.each([
    ['no type', { type: undefined }],
    ['an unknown type', { type: 'typing' }],
    ['no message', { message: undefined }],
    ['null for a message', { message: null }],
    ['what the agent is doing', { message: { type: 'agent_status', status: 'plan', text: 'x' } }],
    ['our own answer', { message: { type: 'agent_response', text: 'Hello', complete: true } }],
  ])('%s is received and nothing more', (_, more) => {
    const webhook = parse(message(more));
    expect(webhook.events).toEqual([]);
    expect(webhook.reply('accepted')).toMatchObject({ status: 200, body: { received: true } });
  });

  it.each(['presence', 'connection'] as const)('%s is recorded', (type) => {
    const webhook = parse({ type, room: 'tokyo', userId: 'ann', status: 'joined', timestamp: 5 });
    expect(webhook.events).toEqual([{ type, room: 'tokyo', userId: 'ann', status: 'joined', ts: 5 }]);
    expect(webhook.reply('accepted').body).toEqual({ received: true });
  });

  it.each([
    ['no room', { type: 'presence' }],
    ['a room with a line break', { type: 'presence', room: 'a\nb' }],
    ['a user of control characters', { type: 'connection', room: 'a', userId: '\u0001' }],
  ])('a record with %s names nothing and is only received', (_, body) => {
    expect(parse(body)).toMatchObject({ events: [], unreadable: [] });
  });

  it.each(['x'.repeat(65), 'a\u0000b', ''])('a status like %j is unknown', (status) => {
    expect(parse({ type: 'presence', room: 'r', status }).events).toEqual([
      expect.objectContaining({ status: 'unknown' }),
    ]);
  });
});

describe('the id of an event', () => {
  const idOf = (body: object, headers: WebhookHeaders = {}) => parse(body, headers).events[0]?.id;

  it('is the delivery’s, so that a redelivery is known', () => {
    expect(idOf(message({ id: 'body' }), { 'webhook-id': 'header' })).toBe('header');
    expect(idOf(message({ id: 'body' }))).toBe('body');
    expect(idOf(message())).toBeUndefined();
  });

  it('is hashed when it is no turn id', () => {
    const id = idOf(message({ id: `ünï ${'x'.repeat(300)}` }));
    expect(id).toMatch(/^[\w-]{43}$/);
  });

  it('counts for its member alone when a member gave it', () => {
    const of = (userId: string) => idOf(message({ userId, message: { text: 'x', id: '1' } }));
    expect(of('ann')).toBe(of('ann'));
    expect(of('ann')).not.toBe(of('bob'));
    expect(of('ann')).toMatch(/^[\w-]{43}$/);
  });
});

describe('what is refused, in the contract’s words', () => {
  it.each([
    ['a blank text', message({ message: { text: ' \n\t' } }), 400, 'Message text is required'],
    ['no text', message({ message: {} }), 400, 'Message text is required'],
    ['a text that is none', message({ message: { text: 7 } }), 400, 'Message text is required'],
    ['a message that is a string', message({ message: 'hello' }), 400, 'Message text is required'],
    ['no room', message({ room: undefined }), 400, 'Room ID is required'],
    ['an empty room', message({ room: '' }), 400, 'Room ID is required'],
    ['a room that is a number', message({ room: 7 }), 400, 'Room ID is required'],
    ['a blank room', message({ room: '  ' }), 400, 'Room ID is empty'],
    ['too long a room', message({ room: 'x'.repeat(257) }), 400, 'Room ID is longer than 256 bytes'],
    ['a user with NUL', message({ userId: 'a\u0000' }), 400, expect.stringMatching(/^User ID holds control/)],
    ['a text with NUL', message({ message: { text: 'a\u0000' } }), 400, 'message is not valid text'],
    [
      'half a surrogate',
      '{"type":"message","room":"r","message":{"text":"\\ud800"}}',
      400,
      'message is not valid text',
    ],
    [
      'too long a text',
      message({ message: { text: 'x'.repeat(16_001) } }),
      413,
      expect.stringMatching(/16000/),
    ],
    ['no JSON', '{"type":', 400, 'Body is not valid JSON'],
    ['nothing', '', 400, 'Body is not valid JSON'],
    ['an array', '[]', 400, 'Body is not a JSON object'],
    ['a string', '"message"', 400, 'Body is not a JSON object'],
    ['null', 'null', 400, 'Body is not a JSON object'],
    ['a byte order mark', '\ufeff{}', 400, 'Body is not valid JSON'],
    ['a long body', `"${'x'.repeat(256 * 1024)}"`, 413, expect.stringMatching(/^Body is larger/)],
  ])('%s', (_, body, status, error) => {
    const refusal = refusalOf(() => parse(body));
    expect(refusal.reply).toMatchObject({ status, body: { error } });
    expect(refusal.retryable).toBe(false);
  });

  it('bytes that are no UTF-8', () => {
    expect(refusalOf(() => parseNativeWebhook(Uint8Array.of(0x22, 0xff, 0x22), {})).reply.status).toBe(400);
  });

  it('whatever comes: an event, nothing, or a refusal below 500', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record(
          {
            type: fc.constant('message'),
            room: fc.anything(),
            userId: fc.anything(),
            message: fc.anything(),
          },
          { requiredKeys: [] },
        )
        .map(
          (body) =>
            JSON.stringify(body, (_, value: unknown) => (typeof value === 'bigint' ? 1 : value)) ?? '',
        ),
    );
    fc.assert(
      fc.property(anything, (text) => {
        try {
          const { events } = parse(text);
          expect(events.length).toBeLessThanOrEqual(1);
        } catch (thrown) {
          expect((thrown as WebhookRefusal).reply.status).toBeLessThan(500);
        }
      }),
      { numRuns: 500 },
    );
  });
});

const hex = (signature: string) => Buffer.from(signature.slice(3), 'base64').toString('hex');
/** A form that differs: base64 of 32 bytes always ends in `=`. */
const urlSafe = (signature: string) => Buffer.from(signature.slice(3), 'base64').toString('base64url');

describe('signatures', () => {
  const secret = `whsec_${randomBytes(24).toString('base64')}`;
  const body = JSON.stringify(message());

  function headersFor(text: string, { key = secret, atMs = Date.now(), id = 'msg_1' } = {}) {
    const at = new Date(atMs);
    return {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(atMs / 1000)),
      'webhook-signature': new Signer(key).sign(id, at, text),
    };
  }
  const parseSigned = (text: string, headers: WebhookHeaders, secrets = [secret]) =>
    parseNativeWebhook(bytes(text), headers, standardWebhooksCheck(secrets)).events as RoomEvent[];
  const signatureOf = (text: string) => headersFor(text)['webhook-signature'];

  it('a right one is taken, and its id is the event’s', () => {
    expect(parseSigned(body, headersFor(body))).toMatchObject([{ type: 'message', id: 'msg_1' }]);
  });

  it('a replay within the window has the same id each time, for the door to know it by', () => {
    const headers = headersFor(body);
    const ids = Array.from({ length: 100 }, () => parseSigned(body, headers)[0]?.id);
    expect(new Set(ids)).toEqual(new Set(['msg_1']));
  });

  it('one of several is enough: keys are changed without a gap', () => {
    const next = `whsec_${randomBytes(24).toString('base64')}`;
    expect(parseSigned(body, headersFor(body), [next, secret])).toHaveLength(1);
    const headers = headersFor(body);
    const both = { ...headers, 'webhook-signature': `v1,AAAA ${headers['webhook-signature']}` };
    expect(parseSigned(body, both)).toHaveLength(1);
  });

  const other = `whsec_${randomBytes(24).toString('base64')}`;
  const now = Date.now();
  it.each<[string, string, WebhookHeaders]>([
    ['no headers', body, {}],
    ['the wrong key', body, headersFor(body, { key: other })],
    ['a stale one', body, headersFor(body, { atMs: now - 310_000 })],
    ['one from the future', body, headersFor(body, { atMs: now + 310_000 })],
    ['a body changed by one byte', body.replace('Tokyo', 'Tokya'), headersFor(body)],
    ['a body with one byte more', `${body} `, headersFor(body)],
    ['another id', body, { ...headersFor(body), 'webhook-id': 'msg_2' }],
    [
      'another timestamp',
      body,
      { ...headersFor(body), 'webhook-timestamp': String(Math.floor(now / 1000) - 9) },
    ],
    ['a timestamp that is none', body, { ...headersFor(body), 'webhook-timestamp': 'now' }],
    ['a truncated one', body, { ...headersFor(body), 'webhook-signature': signatureOf(body).slice(0, -8) }],
    ['a longer one', body, { ...headersFor(body), 'webhook-signature': `${signatureOf(body)}AAAA` }],
    [
      'its hexadecimal form',
      body,
      { ...headersFor(body), 'webhook-signature': `v1,${hex(signatureOf(body))}` },
    ],
    [
      'its URL-safe form',
      body,
      { ...headersFor(body), 'webhook-signature': `v1,${urlSafe(signatureOf(body))}` },
    ],
    ['no version', body, { ...headersFor(body), 'webhook-signature': signatureOf(body).slice(3) }],
    [
      'a version we do not know',
      body,
      { ...headersFor(body), 'webhook-signature': signatureOf(body).replace('v1', 'v1a') },
    ],
    ['an empty one', body, { ...headersFor(body), 'webhook-signature': 'v1,' }],
    [
      'two headers of a kind',
      body,
      { ...headersFor(body), 'webhook-signature': [signatureOf(body), 'v1,AAAA'] },
    ],
    ['a signature over what is no JSON, by a wrong key', '{', headersFor('{', { key: other })],
  ])('%s is refused with 401, and nothing is said of why', (_, text, headers) => {
    const refusal = refusalOf(() => parseSigned(text, headers));
    expect(refusal).toMatchObject({
      code: 'unauthenticated',
      reply: { status: 401, body: { error: 'Invalid signature' } },
    });
  });

  it('4 minutes old or ahead are within the window', () => {
    for (const atMs of [now - 240_000, now + 240_000]) {
      expect(parseSigned(body, headersFor(body, { atMs }))).toHaveLength(1);
    }
  });

  it('what is signed and no JSON is a bad body, not a bad signature', () => {
    expect(refusalOf(() => parseSigned('{', headersFor('{'))).reply.status).toBe(400);
  });

  it('two bodies that differ only in broken bytes do not share a signature', () => {
    const broken = Uint8Array.of(...bytes('{"a":"'), 0xff, ...bytes('"}'));
    const replaced = new TextDecoder().decode(broken);
    const check = standardWebhooksCheck([secret]);
    const refusal = refusalOf(() => parseNativeWebhook(broken, headersFor(replaced), check));
    expect(refusal.code).toBe('bad_frame');
  });

  it('a secret that is none is told at the start', () => {
    expect(() => standardWebhooksCheck(['whsec_'])).toThrow();
    expect(() => standardWebhooksCheck(['not base64!'])).toThrow();
  });
});
