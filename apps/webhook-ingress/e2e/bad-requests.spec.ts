import { connect } from 'node:net';
import { once } from 'node:events';
import { type Harness, path, secret, signatureOf, startHarness } from './harness.js';

const good = { type: 'message', room: 'tokyo', userId: 'ann', message: { text: 'hello' } };
const bad = (change: object) => JSON.stringify({ ...good, ...change });
const blank = 'Message text is required';
const kib256 = 256 * 1024;

/** Body, status, and what the error says. */
const bodies: [name: string, body: string | Uint8Array, status: number, error: RegExp | string][] = [
  ['nothing', '', 400, /JSON/],
  ['plain text', 'hello', 400, /JSON/],
  ['half of an object', '{"type":"message"', 400, /JSON/],
  ['a trailing comma', '{"type":"message",}', 400, /JSON/],
  ['two objects', '{}{}', 400, /JSON/],
  ['single quotes', "{'type':'message'}", 400, /JSON/],
  ['a byte order mark', `\ufeff${bad({})}`, 400, /JSON/],
  ['NaN', '{"type":NaN}', 400, /JSON/],
  ['a list', '[]', 400, /JSON object/],
  ['a list of events', `[${bad({})}]`, 400, /JSON object/],
  ['a string', '"message"', 400, /JSON object/],
  ['a number', '7', 400, /JSON object/],
  ['null', 'null', 400, /JSON object/],
  ['true', 'true', 400, /JSON object/],
  ['bytes that are not UTF-8', Uint8Array.of(0x22, 0xff, 0xfe, 0x22), 400, /UTF-8/],
  ['UTF-16', Buffer.from(bad({}), 'utf16le'), 400, /./],
  [
    'a cut UTF-8 sequence',
    Buffer.concat([Buffer.from('{"type":"'), Uint8Array.of(0xe2, 0x82)]),
    400,
    /UTF-8/,
  ],
  ['an empty text', bad({ message: { text: '' } }), 400, blank],
  ['a text of spaces', bad({ message: { text: ' \n\t ' } }), 400, blank],
  ['a message without text', bad({ message: {} }), 400, blank],
  ['a text that is a number', bad({ message: { text: 7 } }), 400, blank],
  ['a text that is an object', bad({ message: { text: { en: 'hi' } } }), 400, blank],
  ['a message that is a string', bad({ message: 'hello' }), 400, blank],
  ['a message that is a list', bad({ message: ['hello'] }), 400, blank],
  ['a text with NUL', bad({ message: { text: 'a\u0000b' } }), 400, /not valid text/],
  ['a lone surrogate', bad({ message: { text: 'a\ud800b' } }), 400, /not valid text/],
  ['a text that is too long', bad({ message: { text: 'x'.repeat(16_001) } }), 413, /longer/],
  ['no room', bad({ room: undefined }), 400, 'Room ID is required'],
  ['an empty room', bad({ room: '' }), 400, 'Room ID is required'],
  ['a room that is a number', bad({ room: 7 }), 400, 'Room ID is required'],
  ['a room that is null', bad({ room: null }), 400, 'Room ID is required'],
  ['a room of spaces', bad({ room: '   ' }), 400, /Room ID/],
  ['a room with a line break', bad({ room: 'to\nkyo' }), 400, /Room ID/],
  ['a room with a replacement character', bad({ room: 'to\ufffdkyo' }), 400, /Room ID/],
  ['a room of 300 bytes', bad({ room: 'ü'.repeat(150) }), 400, /Room ID/],
  ['a user of 300 bytes', bad({ userId: 'u'.repeat(300) }), 400, /User ID/],
  ['a user with NUL', bad({ userId: 'a\u0000' }), 400, /User ID/],
  ['a user of a lone surrogate', bad({ userId: '\udc00' }), 400, /User ID/],
  ['a body over the limit', bad({ padding: 'x'.repeat(kib256) }), 413, /larger/],
  ['nesting without end', '['.repeat(100_000), 400, /JSON/],
];

/** Headers of an otherwise good request. */
const headers: [name: string, headers: Record<string, string>, status: number][] = [
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ['a text', { 'content-type': 'text/plain' }, 415],
  ['almost JSON', { 'content-type': 'application/jsonp' }, 415],
  ['several parts', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
  ['compressed', { 'content-encoding': 'gzip' }, 415],
];

describe('a bad request', () => {
  let harness: Harness;
  beforeAll(async () => void (harness = await startHarness({ bodyTimeoutMs: 200 })));
  afterAll(() => harness.close());

  it('is told of more than forty ways here', () => {
    expect(bodies.length + headers.length).toBeGreaterThanOrEqual(45);
  });

  it.each(bodies)('%s is refused in words', async (_, body, status, error) => {
    const answer = await harness.post(body);
    expect(answer.status).toBe(status);
    const said = (answer.body as { error: string }).error;
    if (typeof error === 'string') expect(said).toBe(error);
    else expect(said).toMatch(error);
  });

  it.each(headers)('sent as %s is refused', async (_, given, status) => {
    expect((await harness.post(bad({}), given)).status).toBe(status);
  });

  it.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
    'by %s is refused with what is allowed',
    async (method) => {
      const response = await fetch(`${harness.ingress.url}${path}`, { method });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    },
  );

  it('that says less than it sends, breaks off or stands still takes nothing down', async () => {
    const { hostname, port } = new URL(harness.ingress.url);
    const say = async (text: string, end: boolean) => {
      const socket = connect(Number(port), hostname);
      let heard = '';
      socket.on('data', (data) => (heard += String(data)));
      socket.on('error', () => undefined);
      await once(socket, 'connect');
      socket.write(text);
      if (end) socket.end();
      await once(socket, 'close');
      return heard;
    };
    const head = `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n`;
    await say(`${head}content-length: 100\r\n\r\n{"type":`, true);
    expect(await say(`${head}content-length: 100\r\n\r\n{"type":`, false)).toContain('408');
    expect(await say(`${head}content-length: x\r\n\r\n{}`, false)).toContain('400');
    expect((await harness.post(bad({}))).status).toBe(200);
  });

  it('costs no turn', async () => {
    await harness.ended('room:tokyo', 1);
    expect(harness.counters.read()['webhook_events_taken']).toBe(1);
  });
});

describe('a signature', () => {
  let harness: Harness;
  beforeAll(async () => void (harness = await startHarness({ signed: true })));
  afterAll(() => harness.close());
  const body = bad({});
  const at = (secondsAgo: number) => new Date(Date.now() - secondsAgo * 1000);
  const sign = (more: Partial<Parameters<typeof signatureOf>[1]> = {}) =>
    signatureOf(body, { id: 'msg_1', at: new Date(), key: secret, ...more });
  const signature = (change: (signature: string) => string) => {
    const signed = sign();
    return { ...signed, 'webhook-signature': change(signed['webhook-signature']) };
  };
  const otherKey = `whsec_${Buffer.from('another secret of the same bytes.').toString('base64')}`;
  const without = (name: string) =>
    Object.fromEntries(Object.entries(sign()).filter(([key]) => key !== name)) as Record<string, string>;

  it.each([
    ['of another key', () => sign({ key: otherKey })],
    ['that is stale', () => sign({ at: at(301) })],
    ['from the future', () => sign({ at: at(-305) })],
    ['that is truncated', () => signature((one) => one.slice(0, -4))],
    ['that is longer', () => signature((one) => `${one}AAAA`)],
    [
      'in another encoding',
      () => signature((one) => `v1,${Buffer.from(one.slice(3), 'base64').toString('hex')}`),
    ],
    ['of another version', () => signature((one) => one.replace('v1,', 'v2,'))],
    ['that is empty', () => signature(() => '')],
    ['for another id', () => ({ ...sign(), 'webhook-id': 'msg_2' })],
    [
      'for another time',
      () => ({ ...sign(), 'webhook-timestamp': String(Math.floor(Date.now() / 1000) - 1) }),
    ],
    ['with a time that is none', () => ({ ...sign(), 'webhook-timestamp': 'now' })],
    ['without an id', () => without('webhook-id')],
    ['without a time', () => without('webhook-timestamp')],
    ['that is missing', () => without('webhook-signature')],
  ])('%s is refused, and does not say why', async (_, headers) => {
    expect(await harness.post(body, headers())).toMatchObject({
      status: 401,
      body: { error: 'Invalid signature' },
    });
  });

  it.each([
    ['a changed byte', body.replace('hello', 'hellp')],
    ['a space more', `${body} `],
    ['the same in another order', JSON.stringify(Object.fromEntries(Object.entries(good).toReversed()))],
  ])('does not vouch for %s', async (_, changed) => {
    expect((await harness.post(changed, sign())).status).toBe(401);
  });

  it('vouches for its body within five minutes, and a replay has no further effect', async () => {
    for (const secondsAgo of [0, 290, -290]) {
      expect((await harness.post(body, sign({ at: at(secondsAgo) }))).status).toBe(200);
    }
    await harness.ended('room:tokyo', 1);
    expect(harness.counters.read()).toMatchObject({ webhook_events_taken: 1, webhook_events_known: 2 });
  });
});

describe('before a body is read', () => {
  let harness: Harness;
  afterEach(() => harness.close());

  /** Sends the head of a webhook and the first byte of its body; what is answered to that. */
  async function begin(headers: Record<string, string>) {
    const { hostname, port } = new URL(harness.ingress.url);
    const socket = connect(Number(port), hostname);
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const type = 'content-type: application/json\r\ncontent-length: 100';
    socket.on('error', () => undefined);
    socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\n${type}\r\n${lines.join('')}\r\n{`);
    const answered = once(socket, 'data').then(([data]) => String(data));
    return { answered, close: () => void socket.destroy() };
  }
  const statusOf = async ({ answered, close }: Awaited<ReturnType<typeof begin>>) => {
    const answer = await answered;
    close();
    return answer.split(' ')[1];
  };
  const sign = (secondsAgo: number) =>
    signatureOf('{', { id: 'msg_1', at: new Date(Date.now() - secondsAgo * 1000), key: secret });

  it('what no body could make a webhook is refused', async () => {
    harness = await startHarness({ signed: true, bodyTimeoutMs: 60_000 });
    const { 'webhook-signature': _, ...unsigned } = sign(0);
    for (const headers of [{}, unsigned, sign(310), sign(-310), { ...sign(0), 'webhook-timestamp': 'now' }]) {
      expect(await statusOf(await begin(headers))).toBe('401');
    }
  });

  it('no more are taken than can be held, and they are asked for again', async () => {
    harness = await startHarness({ bodyTimeoutMs: 60_000, maxOpen: 2 });
    const held = [await begin({}), await begin({})];
    let refused = await harness.post(bad({}));
    while (refused.status === 200) refused = await harness.post(bad({}));
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    for (const { close } of held) close();
    while (refused.status === 503) refused = await harness.post(bad({}));
    expect(refused.status).toBe(200);
  });
});
