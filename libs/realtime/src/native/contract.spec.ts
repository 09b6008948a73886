import { openPlainService, until } from '../testing/plain-service.js';
import { type RoomPublication } from '../port.js';
import { NativeProvider, type NativeOptions } from './native-provider.js';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

async function start(options: Partial<NativeOptions> & { confirms?: boolean } = {}) {
  const { confirms = false, ...more } = options;
  const service = await openPlainService({ confirms });
  const { wsUrl, apiUrl } = service;
  const provider = new NativeProvider({
    wsUrl,
    apiUrl,
    namespace: 'ns 1',
    token: 't/k?n',
    timeoutMs: 400,
    ...more,
  });
  open.push(service, provider);
  return { service, provider };
}

const answer = (text: string) => ({
  type: 'agent_response',
  text,
  userId: 'ann',
  timestamp: 5,
  complete: true,
});

describe('to a service that knows the contract and nothing more', () => {
  it('connects where the contract says, with the token', async () => {
    const { service, provider } = await start();
    const connection = await provider.connect();
    expect(service.upgrades).toEqual(['/namespaces/ns%201/server?token=t%2Fk%3Fn']);
    expect(connection.confirms).toBe(false);
  });

  it('sends the contract’s frames, its messages with an id to know them by, and subscribes once', async () => {
    const { service, provider } = await start();
    const connection = await provider.connect();
    await Promise.all([connection.subscribe('R'), connection.subscribe('R', { epoch: 'e', offset: 3 })]);
    expect(await connection.publish('R', [answer('a'), answer('b')], 'id')).toEqual({ confirmed: false });
    await until(() => expect(service.frames).toHaveLength(3));
    expect(service.frames).toEqual([
      { type: 'subscribe', room: 'R' },
      { type: 'publish', room: 'R', message: { ...answer('a'), id: 'id:0' } },
      { type: 'publish', room: 'R', message: { ...answer('b'), id: 'id:1' } },
    ]);
  });

  it('gives a message the same id by HTTP, once it is known that the service knows none', async () => {
    const { service, provider } = await start();
    await provider.connect();
    await provider.http.publish('R', [answer('a'), answer('b')], 'id');
    expect(service.requests.map(({ text }) => JSON.parse(text) as unknown)).toEqual([
      { ...answer('a'), id: 'id:0' },
      { ...answer('b'), id: 'id:1' },
    ]);
  });

  it.each(['.', '..'])(
    'asks nobody about a room %p, whose name would be a step in the path',
    async (room) => {
      const { service, provider } = await start();
      const invalid = { code: 'invalid', retryable: false };
      await expect(provider.http.publish(room, [answer('x')], 'id')).rejects.toMatchObject(invalid);
      await expect(provider.history(room)).rejects.toMatchObject(invalid);
      await expect(provider.presence(room)).rejects.toMatchObject(invalid);
      expect(service.requests).toEqual([]);
    },
  );

  it('subscribes again on a new connection, because that is another one', async () => {
    const { service, provider } = await start();
    for (let time = 0; time < 2; time += 1) await (await provider.connect()).subscribe('R');
    await until(() =>
      expect(service.frames).toEqual([
        { type: 'subscribe', room: 'R' },
        { type: 'subscribe', room: 'R' },
      ]),
    );
  });

  it('posts the message alone where the contract says', async () => {
    const { service, provider } = await start();
    await provider.http.publish('a/b ?', [answer('x')], 'id');
    expect(service.requests).toMatchObject([
      {
        method: 'POST',
        url: '/accounts/ns%201/realtime/namespaces/ns%201/rooms/a%2Fb%20%3F/messages',
        headers: {
          authorization: 'Bearer t/k?n',
          'content-type': 'application/json',
          'idempotency-key': 'id:0',
        },
      },
    ]);
    expect(JSON.parse(service.requests[0]?.text ?? '')).toEqual(answer('x'));
  });

  it('uses the account where there is one, and addresses that end with a slash', async () => {
    const { service, provider } = await start({ account: 'acc' });
    const slashed = new NativeProvider({
      ...service,
      wsUrl: `${service.wsUrl}/`,
      apiUrl: `${service.apiUrl}/v1/`,
      namespace: 'n',
      token: 't',
    });
    open.push(slashed);
    await provider.http.publish('R', [answer('x')], 'id');
    await slashed.http.publish('R', [answer('x')], 'id');
    await slashed.connect();
    expect(service.requests.map(({ url }) => url)).toEqual([
      '/accounts/acc/realtime/namespaces/ns%201/rooms/R/messages',
      '/v1/accounts/n/realtime/namespaces/n/rooms/R/messages',
    ]);
    expect(service.upgrades).toEqual(['/namespaces/n/server?token=t']);
  });

  it.each([
    [200, undefined],
    [204, undefined],
    [400, { retryable: false }],
    [401, { code: 'unauthenticated', retryable: false }],
    [404, { retryable: false }],
    [408, { retryable: false }],
    [410, { retryable: false }],
    [429, { code: 'rate_limited', retryable: true, retryAfterMs: 3000 }],
    [500, { retryable: true }],
    [503, { retryable: true, retryAfterMs: 3000 }],
  ])('%i is delivered, tried again, or a dead letter', async (status, fault) => {
    const { service, provider } = await start();
    service.answerWith(status, status === 204 ? '' : '{}', { 'retry-after': '3' });
    const sent = provider.http.publish('R', [answer('x')], 'id');
    if (fault) await expect(sent).rejects.toMatchObject(fault);
    else expect(await sent).toEqual({ confirmed: true });
  });

  it.each([
    [401, 'unauthenticated', false],
    [403, 'forbidden', false],
    [404, 'provider_unavailable', true],
    [429, 'rate_limited', true],
    [500, 'provider_unavailable', true],
  ])('an upgrade answered %i is %s', async (status, code, retryable) => {
    const { service, provider } = await start();
    service.refuseWith(status);
    await expect(provider.connect()).rejects.toMatchObject({ code, retryable, status });
  });

  it('says nothing of the token in its faults', async () => {
    const { service, provider } = await start();
    service.refuseWith(401);
    const thrown: unknown = await provider.connect().catch((error: unknown) => error);
    expect(JSON.stringify([String(thrown), provider.health()])).not.toContain('t/k');
  });
});

describe('what it hears', () => {
  it('messages of rooms, and complaints; what it does not know it ignores', async () => {
    const { service, provider } = await start();
    const heard: RoomPublication[] = [];
    const complaints: string[] = [];
    await provider.connect({
      onMessage: (one) => heard.push(one),
      onComplaint: (code, sentence) => complaints.push(`${code}: ${sentence}`),
    });
    for (const frame of [
      '',
      '{',
      'null',
      '[]',
      '7',
      { type: 'dance' },
      { type: 'message' },
      { type: 'ack' },
    ]) {
      service.say(frame);
    }
    service.sockets[0]?.send(Buffer.from([1, 2, 3]));
    service.say({ type: 'message', room: 'R', message: { text: 'hi' }, more: 1 });
    service.say({ type: 'message', room: 'R', id: 'i', userId: 'ann', epoch: 'e', offset: 4, message: 'x' });
    service.say({ type: 'error', message: 'odd' });
    service.say({ type: 'error', code: 4001, error: 'older form' });
    await until(() => expect(complaints).toEqual(['unknown: odd', '4001: older form']));
    expect(heard).toEqual([
      { room: 'R', message: { text: 'hi' } },
      { room: 'R', id: 'i', userId: 'ann', position: { epoch: 'e', offset: 4 }, message: 'x' },
    ]);
  });
});

describe('to a service that confirms', () => {
  it('gives publications an id and waits for each', async () => {
    const { service, provider } = await start({ confirms: true });
    const connection = await provider.connect();
    expect(connection.confirms).toBe(true);
    const sent = connection.publish('R', [answer('a'), answer('b')], 'id');
    await until(() => expect(service.frames).toHaveLength(2));
    expect(service.frames).toMatchObject([{ id: 'id:0' }, { id: 'id:1' }]);
    let confirmed = false;
    void sent.then(() => (confirmed = true));
    service.say({ type: 'ack', id: 'id:1' });
    service.say({ type: 'ack', id: 'other' });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(confirmed).toBe(false);
    service.say({ type: 'ack', id: 'id:0' });
    expect(await sent).toEqual({ confirmed: true });
  });

  it.each([
    ['too_large', 'too_large', false],
    ['rate_limited', 'rate_limited', true],
    ['forbidden', 'forbidden', false],
    ['something new', 'provider_unavailable', true],
    [undefined, 'provider_unavailable', true],
  ])('%s about a publication is %s', async (code, known, retryable) => {
    const { service, provider } = await start({ confirms: true });
    const sent = (await provider.connect()).publish('R', [answer('a')], 'id');
    await until(() => expect(service.frames).toHaveLength(1));
    service.say({ type: 'error', id: 'id:0', code, message: 'no', retryAfterMs: 7 });
    await expect(sent).rejects.toMatchObject({ code: known, retryable, retryAfterMs: 7, message: 'no' });
  });

  it('gives up waiting in time, and the resend waits anew', async () => {
    const { service, provider } = await start({ confirms: true, timeoutMs: 60 });
    const connection = await provider.connect();
    await expect(connection.publish('R', [answer('a')], 'id')).rejects.toMatchObject({ code: 'timeout' });
    const again = connection.publish('R', [answer('a')], 'id');
    service.say({ type: 'ack', id: 'id:0' });
    expect(await again).toEqual({ confirmed: true });
  });

  it('asks again for a room that was refused', async () => {
    const { service, provider } = await start({ confirms: true });
    const connection = await provider.connect();
    const refused = connection.subscribe('R');
    await until(() => expect(service.frames).toHaveLength(1));
    service.say({ type: 'error', room: 'R', code: 'forbidden', message: 'no' });
    await expect(refused).rejects.toMatchObject({ code: 'forbidden' });
    const asked = connection.subscribe('R', { epoch: 'e', offset: 2 });
    await until(() => expect(service.frames).toHaveLength(2));
    service.say({ type: 'subscribed', room: 'R', epoch: 'e', offset: 9, recovered: true });
    expect(await asked).toEqual({ recovered: true, position: { epoch: 'e', offset: 9 } });
    expect(service.frames[1]).toEqual({ type: 'subscribe', room: 'R', since: { epoch: 'e', offset: 2 } });
  });

  it('takes no more unconfirmed messages than it can hold', async () => {
    const { service, provider } = await start({ confirms: true, timeoutMs: 2000 });
    const connection = await provider.connect();
    const many = Array.from({ length: 41 }, (_, n) =>
      connection
        .publish(
          'R',
          Array.from({ length: 100 }, () => answer('x')),
          `many-${n}`,
        )
        .catch(() => undefined),
    );
    await expect(connection.publish('R', [answer('x')], 'more')).rejects.toMatchObject({
      code: 'rate_limited',
    });
    await service.close();
    await Promise.all(many);
  });
});

describe('how a connection ends', () => {
  it.each([
    [1000, 'lost'],
    [1001, 'lost'],
    [1008, 'refused'],
    [1011, 'lost'],
    [4401, 'refused'],
    [4000, 'lost'],
  ])('a service that closes with %i: %s', async (code, reason) => {
    const { service, provider } = await start();
    const connection = await provider.connect();
    service.sockets[0]?.close(code, 'because');
    expect(await connection.closed).toEqual({ reason, code, sentence: 'because' });
  });

  it('a service that falls silent is lost', async () => {
    const { service, provider } = await start({ heartbeatMs: 30 });
    const connection = await provider.connect();
    // Pings are no longer read, so nothing is answered.
    service.sockets[0]?.pause();
    expect(await connection.closed).toMatchObject({ reason: 'lost' });
  });

  it('a service that is slow and alive is not', async () => {
    const { service, provider } = await start({ heartbeatMs: 30 });
    const connection = await provider.connect();
    let ended = false;
    void connection.closed.then(() => (ended = true));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect([ended, service.sockets[0]?.readyState]).toEqual([false, 1]);
  });

  it('a service that does not answer the goodbye holds nothing up', async () => {
    const { service, provider } = await start({ timeoutMs: 50 });
    const connection = await provider.connect();
    service.sockets[0]?.pause();
    await connection.close();
    expect((await connection.closed).reason).toBe('closed_here');
  });

  it('an answer that cannot be read is a fault of the service', async () => {
    const { service, provider } = await start();
    for (const body of ['', '{', '{}', '{"members":7}']) {
      service.answerWith(200, body);
      await expect(provider.presence('R')).rejects.toMatchObject({ code: 'provider_unavailable' });
      await expect(provider.history('R')).rejects.toMatchObject({ code: 'provider_unavailable' });
    }
    expect(provider.health().ok).toBe(false);
  });
});
