import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { WebSocket } from 'ws';
import { joinRoom, openRealtimeService, type RealtimeService, type RealtimeServiceOptions } from './index.js';
import { until } from './testing/until.js';
import { openWebhookReceiver } from './testing/webhook-receiver.js';

const open: { close(): Promise<void> }[] = [];
const opened = <T extends { close(): Promise<void> }>(one: T): T => {
  open.push(one);
  return one;
};
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

const start = async (options: RealtimeServiceOptions = {}) =>
  opened(await openRealtimeService({ webhookRetryMs: 5, graceMs: 50, ...options }));
const enter = (service: RealtimeService, userId: string, room = 'tokyo') =>
  opened(joinRoom({ url: service.clientUrl(userId, userId.toUpperCase()), room, retryMs: 20 }));
const texts = ({ seen }: { seen: readonly { message: { text?: string } }[] }) =>
  seen.map(({ message }) => message.text);

const answer = (text: string) => ({
  type: 'agent_response',
  text,
  userId: 'ann',
  timestamp: 1,
  complete: true,
});
const post = (service: RealtimeService, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${service.native.apiUrl}/accounts/a/realtime/namespaces/local/rooms/tokyo/messages`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${service.native.token}`,
      'content-type': 'application/json',
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

/** A server's socket, with the frames it got. */
async function openServer(service: RealtimeService, token = service.native.token) {
  const socket = new WebSocket(`${service.native.wsUrl}/namespaces/local/server?token=${token}`);
  const frames: { type: string; [field: string]: unknown }[] = [];
  socket.on('message', (data) => frames.push(JSON.parse(String(data))));
  const status = await new Promise<number>((resolve, reject) => {
    socket.once('open', () => resolve(101));
    socket.once('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
    socket.once('error', reject);
  });
  return {
    status,
    frames,
    send: (frame: object) => socket.send(JSON.stringify(frame)),
    socket,
    close: async () => socket.terminate(),
  };
}

describe('people in a room', () => {
  it('see what each of them says, in order, and are told who is there', async () => {
    const service = await start();
    const ann = enter(service, 'ann');
    await ann.joined;
    const bob = enter(service, 'bob');
    await bob.joined;
    await ann.say('a group trip to Tokyo?');
    await bob.say('when?');
    await until(() => expect(texts(ann)).toEqual(['a group trip to Tokyo?', 'when?']));
    expect(texts(bob)).toEqual(texts(ann));
    await until(() =>
      expect([...ann.members]).toEqual([
        ['ann', 'joined'],
        ['bob', 'joined'],
      ]),
    );
  });

  it('see the messages from before they came', async () => {
    const service = await start();
    const ann = enter(service, 'ann');
    await ann.say('one');
    await ann.say('two');
    const bob = enter(service, 'bob');
    await until(() => expect(texts(bob)).toEqual(['one', 'two']));
  });

  it('see as many of them as the service was told to show, the newest', async () => {
    const service = await start({ newcomersSee: 2 });
    const ann = enter(service, 'ann');
    for (const text of ['one', 'two', 'three']) await ann.say(text);
    const bob = enter(service, 'bob');
    await bob.joined;
    await ann.say('four');
    await until(() => expect(texts(bob)).toEqual(['two', 'three', 'four']));
  });

  it('see nothing of other rooms', async () => {
    const service = await start();
    const [ann, bob] = [enter(service, 'ann'), enter(service, 'bob', 'kyoto')];
    await bob.joined;
    await ann.say('here');
    await bob.say('there');
    await until(() => expect(texts(bob)).toEqual(['there']));
    expect(texts(ann)).toEqual(['here']);
  });

  it('have left when they were gone for the grace period, and not before', async () => {
    const service = await start({ graceMs: 100 });
    const ann = enter(service, 'ann');
    const bob = joinRoom({ url: service.clientUrl('bob'), room: 'tokyo' });
    await Promise.all([ann.joined, bob.joined]);
    await bob.close();
    const again = enter(service, 'bob');
    await again.joined;
    await until(() => expect(ann.members.get('bob')).toBe('joined'));
    await again.close();
    await until(() => expect(ann.members.get('bob')).toBe('left'));
  });

  it('say something once, however often it is sent', async () => {
    const service = await start();
    service.faults.set({ acks: { lose: 1 } });
    const ann = enter(service, 'ann');
    const said = ann.say('once', '1');
    await until(() => expect(texts(ann)).toEqual(['once']));
    service.faults.clear();
    await said;
    await ann.say('last');
    await until(() => expect(texts(ann)).toEqual(['once', 'last']));
  });

  it('need a name', async () => {
    const service = await start();
    const socket = new WebSocket(`${service.native.wsUrl}/namespaces/local/client`);
    const status = await new Promise((resolve) => {
      socket.once('unexpected-response', (_, response) => resolve(response.statusCode));
      socket.on('error', () => undefined);
    });
    expect(status).toBe(400);
  });
});

describe('a server', () => {
  it('publishes once per id, is told so, and hears members but not itself', async () => {
    const service = await start();
    const ann = enter(service, 'ann');
    await ann.joined;
    const server = opened(await openServer(service));
    server.send({ type: 'subscribe', room: 'tokyo' });
    for (const id of ['a:0', 'a:0', 'b:0'])
      server.send({ type: 'publish', room: 'tokyo', message: answer(id), id });
    await until(() => expect(server.frames.filter(({ type }) => type === 'ack')).toHaveLength(3));
    await ann.say('thanks');
    await until(() => expect(texts(ann)).toEqual(['a:0', 'b:0', 'thanks']));
    await until(() => expect(server.frames.filter(({ type }) => type === 'message')).toHaveLength(1));
    expect(server.frames[0]).toMatchObject({
      type: 'subscribed',
      room: 'tokyo',
      offset: 0,
      recovered: false,
    });
  });

  it('gets the contract to the letter when the service does not confirm', async () => {
    const service = await start({ confirms: false });
    const ann = enter(service, 'ann');
    const server = opened(await openServer(service));
    server.send({ type: 'subscribe', room: 'tokyo' });
    server.send({ type: 'publish', room: 'tokyo', message: answer('hello') });
    await until(() => expect(texts(ann)).toEqual(['hello']));
    await ann.say('hi');
    await until(() => expect(server.frames.map(({ type }) => type)).toEqual(['message']));
  });

  it('is refused without the token', async () => {
    const service = await start();
    expect(opened(await openServer(service, 'wrong')).status).toBe(401);
    expect((await post(service, answer('x'), { authorization: 'Bearer wrong' })).status).toBe(401);
  });

  it.each([
    ['{', 'The frame is not JSON'],
    ['{"type":"publish","room":"tokyo"}', 'The frame has a wrong message'],
    ['{"type":"dance"}', 'The frame has a wrong type'],
  ])('is told that %s is no frame', async (text, message) => {
    const service = await start();
    const server = opened(await openServer(service));
    server.socket.send(text);
    await until(() => expect(server.frames).toEqual([{ type: 'error', code: 'invalid', message }]));
  });

  it('may say it by HTTP, and it is the same message', async () => {
    const service = await start();
    const ann = enter(service, 'ann');
    const server = opened(await openServer(service));
    server.send({ type: 'publish', room: 'tokyo', message: answer('once'), id: 'a:0' });
    await until(() => expect(server.frames).toHaveLength(1));
    expect((await post(service, answer('once'), { 'idempotency-key': 'a:0' })).status).toBe(200);
    expect((await post(service, answer('twice'), { 'idempotency-key': 'b:0' })).status).toBe(200);
    await until(() => expect(texts(ann)).toEqual(['once', 'twice']));
  });

  it.each([
    ['no JSON', '{', 400],
    ['no message', '[]', 400],
    ['too much', `{"type":"x","text":"${'x'.repeat(1024 * 1024)}"}`, 413],
  ])('is told of %s by HTTP', async (_, body, status) => {
    expect((await post(await start(), body)).status).toBe(status);
  });

  it('is held to the rate of a room, on both ways', async () => {
    let now = 1000;
    const service = await start({ perRoomPerSecond: 2, now: () => now });
    const server = opened(await openServer(service));
    for (const id of ['1', '2', '3'])
      server.send({ type: 'publish', room: 'tokyo', message: answer(id), id });
    await until(() => expect(server.frames).toHaveLength(3));
    expect(server.frames[2]).toMatchObject({
      type: 'error',
      id: '3',
      code: 'rate_limited',
      retryAfterMs: 500,
    });
    const refused = await post(service, answer('4'));
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    now += 1000;
    expect((await post(service, answer('4'))).status).toBe(200);
  });
});

describe('webhooks', () => {
  const secret = `whsec_${randomBytes(24).toString('base64')}`;

  it('tell what people say, signed, and that they come and go; not what servers publish', async () => {
    const receiver = opened(await openWebhookReceiver());
    const service = await start({ webhook: { url: receiver.url, secret } });
    const ann = enter(service, 'ann');
    await ann.say('hello');
    await post(service, answer('hi'));
    await ann.close();
    await until(() =>
      expect(receiver.ofType('presence').map(({ body }) => body['status'])).toEqual(['joined', 'left']),
    );
    const [said, ...more] = receiver.ofType('message');
    expect(more).toEqual([]);
    expect(said?.body).toMatchObject({
      type: 'message',
      room: 'tokyo',
      userId: 'ann',
      message: { text: 'hello', name: 'ANN' },
      timestamp: expect.any(Number),
    });
    const headers = said?.headers as Record<string, string>;
    expect(() => new Webhook(secret).verify(said?.text ?? '', headers)).not.toThrow();
    expect(receiver.ofType('connection').map(({ body }) => body['status'])).toEqual([
      'connected',
      'disconnected',
    ]);
  });

  it('come again with the same id until they are taken, in the order of the room', async () => {
    const receiver = opened(await openWebhookReceiver((_, count) => (count <= 3 ? 503 : 200)));
    const service = await start({ webhook: { url: receiver.url } });
    const server = enter(service, 'ann');
    for (const text of ['one', 'two', 'three']) await server.say(text);
    await until(() => expect(service.inspect().webhooks).toMatchObject({ failed: 3, waiting: 0 }));
    const first = receiver.received.slice(0, 4).map(({ headers }) => headers['webhook-id']);
    expect(new Set(first).size).toBe(1);
    const said = receiver.ofType('message').map(({ body }) => (body['message'] as { text: string }).text);
    expect([...new Set(said)]).toEqual(['one', 'two', 'three']);
  });

  it('are not repeated when they are refused for good, and given up in the end', async () => {
    const refusing = opened(await openWebhookReceiver(() => 400));
    const service = await start({ webhook: { url: refusing.url }, webhookAttempts: 3 });
    const ann = enter(service, 'ann');
    await ann.say('x');
    await until(() =>
      expect(service.inspect().webhooks).toMatchObject({ refused: 3, failed: 0, waiting: 0 }),
    );
    const failing = opened(await openWebhookReceiver(() => 500));
    await service.setWebhook({ url: failing.url });
    await ann.say('y');
    await until(() =>
      expect(service.inspect().webhooks).toMatchObject({ failed: 3, givenUp: 1, waiting: 0 }),
    );
  });

  it('are doubled and sent again when the faults say so', async () => {
    const receiver = opened(await openWebhookReceiver());
    const service = await start({ webhook: { url: receiver.url } });
    service.faults.set({ webhooks: { duplicate: 1 } });
    const ann = enter(service, 'ann');
    await ann.say('x');
    await until(() => expect(receiver.ofType('message')).toHaveLength(2));
    expect(new Set(receiver.ofType('message').map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });
});

describe('on a bad day', () => {
  it('cut connections come back, and nothing is missing or doubled', async () => {
    const service = await start();
    const [ann, bob] = [enter(service, 'ann'), enter(service, 'bob')];
    await Promise.all([ann.joined, bob.joined]);
    const said: string[] = [];
    for (let n = 0; n < 20; n += 1) {
      if (n % 5 === 2) service.drop('client');
      await ann.say(`${n}`);
      said.push(`${n}`);
    }
    await until(() => expect([texts(ann), texts(bob)]).toEqual([said, said]));
  });

  it('lost, doubled, swapped and late deliveries are put right by offsets', async () => {
    let seed = 7;
    const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    const service = await start({ random });
    const [ann, bob] = [enter(service, 'ann'), enter(service, 'bob')];
    await Promise.all([ann.joined, bob.joined]);
    service.faults.set({
      deliveries: { lose: 0.1, duplicate: 0.3, reorder: 0.3, delayMs: 5 },
      acks: { lose: 0.3, duplicate: 0.3 },
    });
    const said = Array.from({ length: 60 }, (_, n) => `${n}`);
    for (const text of said) await ann.say(text);
    await until(() => expect([texts(ann), texts(bob)]).toEqual([said, said]));
  });

  it('refuses everybody while it is told to', async () => {
    const service = await start();
    service.faults.set({ refuse: true });
    expect(opened(await openServer(service)).status).toBe(503);
    expect((await post(service, answer('x'))).status).toBe(503);
    service.faults.clear();
    expect((await post(service, answer('x'))).status).toBe(200);
  });

  it('a restart begins a new epoch and knows nothing; who publishes again with the same id is shown once', async () => {
    const service = await start();
    const ann = enter(service, 'ann');
    await ann.joined;
    await post(service, answer('before'), { 'idempotency-key': 'a:0' });
    await until(() => expect(texts(ann)).toEqual(['before']));
    service.restart();
    await until(() => expect(service.inspect().clients).toBe(1));
    for (const id of ['a:0', 'b:0']) {
      await post(service, answer(id === 'a:0' ? 'before' : 'after'), { 'idempotency-key': id });
    }
    await until(() => expect(texts(ann)).toEqual(['before', 'after']));
    const history = await fetch(
      `${service.native.apiUrl}/accounts/a/realtime/namespaces/local/rooms/tokyo/messages?limit=5`,
      { headers: { authorization: `Bearer ${service.native.token}` } },
    ).then((response) => response.json());
    expect(history).toMatchObject({
      offset: 2,
      messages: [
        { id: 'a:0', offset: 1 },
        { id: 'b:0', offset: 2 },
      ],
    });
  });

  it('a publication by HTTP whose answer gets lost is there', async () => {
    const service = await start();
    const ann = enter(service, 'ann');
    service.faults.set({ acks: { lose: 1 } });
    await expect(post(service, answer('x'), { 'idempotency-key': 'a:0' })).rejects.toThrow();
    await until(() => expect(texts(ann)).toEqual(['x']));
  });
});

describe('the controls', () => {
  const control = (service: RealtimeService, method: string, path: string, body?: unknown) =>
    fetch(`${service.native.apiUrl}/control${path}`, {
      method,
      headers: { authorization: `Bearer ${service.native.token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  it('turn faults on and off, also while everybody is refused', async () => {
    const service = await start();
    await control(service, 'POST', '/faults', { refuse: true, acks: { lose: 0.5 } });
    expect(service.faults.plan).toMatchObject({ refuse: true, acks: { lose: 0.5, duplicate: 0 } });
    await control(service, 'DELETE', '/faults');
    expect(service.faults.plan).toMatchObject({ refuse: false, acks: { lose: 0 } });
  });

  it('drop connections and restart', async () => {
    const service = await start();
    const server = opened(await openServer(service));
    const dropped = new Promise((resolve) => server.socket.once('close', resolve));
    expect(await (await control(service, 'POST', '/drop', { kind: 'server' })).json()).toEqual({
      dropped: 1,
    });
    await dropped;
    await post(service, answer('x'));
    expect((await control(service, 'POST', '/restart')).status).toBe(200);
    expect(await (await control(service, 'GET', '')).json()).toMatchObject({ servers: 0, clients: 0 });
  });

  it('want the token and sensible figures', async () => {
    const service = await start();
    expect((await fetch(`${service.native.apiUrl}/control`)).status).toBe(401);
    const wrong = await control(service, 'POST', '/faults', { acks: { lose: 2 } });
    expect([wrong.status, await wrong.json()]).toEqual([
      400,
      { code: 'invalid', error: expect.stringMatching(/^acks.lose/) },
    ]);
    expect((await control(service, 'POST', '/nothing')).status).toBe(404);
  });
});
