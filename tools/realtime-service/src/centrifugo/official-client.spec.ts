import { Centrifuge, type PublicationContext, type SubscribedContext } from 'centrifuge';
import { WebSocket } from 'ws';
import { openRealtimeService, type RealtimeService, type RealtimeServiceOptions } from '../index.js';
import { until } from '../testing/until.js';
import { openWebhookReceiver } from '../testing/webhook-receiver.js';

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function start(options: RealtimeServiceOptions = {}) {
  const service = await openRealtimeService({ graceMs: 20, ...options });
  open.push(() => service.close());
  return service;
}

/** Centrifugo's official client, as it comes. */
function connect(service: RealtimeService, options: { token?: string; data?: unknown } = {}) {
  const client = new Centrifuge(service.centrifugo.wsUrl, {
    websocket: WebSocket,
    minReconnectDelay: 20,
    ...options,
  });
  open.push(() => client.disconnect());
  client.connect();
  return client;
}

function join(client: Centrifuge, options: object = {}) {
  const subscription = client.newSubscription('local:tokyo', options);
  const publications: PublicationContext[] = [];
  const subscribed: SubscribedContext[] = [];
  subscription.on('publication', (one) => publications.push(one));
  subscription.on('subscribed', (one) => subscribed.push(one));
  subscription.subscribe();
  return {
    subscription,
    publications,
    subscribed,
    texts: () => publications.map(({ data }) => data as unknown),
  };
}

async function call(
  service: RealtimeService,
  method: string,
  body: unknown,
  key = service.centrifugo.apiKey,
) {
  const response = await fetch(`${service.centrifugo.apiUrl}/${method}`, {
    method: 'POST',
    headers: { 'x-api-key': key },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

describe('the official Centrifugo client', () => {
  it('connects with a token, subscribes, publishes and sees who says what', async () => {
    const service = await start();
    const [ann, bob] = ['ann', 'bob'].map((user) =>
      join(connect(service, { token: service.centrifugoToken(user) })),
    );
    await Promise.all([ann?.subscription.ready(), bob?.subscription.ready()]);
    await ann?.subscription.publish('hello');
    await until(() =>
      expect(bob?.publications).toMatchObject([{ data: 'hello', info: { user: 'ann' }, offset: 1 }]),
    );
    await until(() => expect(ann?.texts()).toEqual(['hello']));
    expect(
      Object.values((await ann?.subscription.presence())?.clients ?? {})
        .map(({ user }) => user)
        .sort(),
    ).toEqual(['ann', 'bob']);
    expect((await ann?.subscription.presenceStats())?.numUsers).toBe(2);
    expect((await ann?.subscription.history({ limit: 10 }))?.publications).toMatchObject([{ data: 'hello' }]);
  });

  it('recovers what it missed, and is told when it cannot', async () => {
    const service = await start();
    const ann = join(connect(service, { token: service.centrifugoToken('ann') }));
    await ann.subscription.ready();
    await call(service, 'publish', { channel: 'local:tokyo', data: '1' });
    await until(() => expect(ann.texts()).toEqual(['1']));
    service.drop();
    for (const data of ['2', '3']) await call(service, 'publish', { channel: 'local:tokyo', data });
    await until(() => expect(ann.texts()).toEqual(['1', '2', '3']));
    expect(ann.subscribed.at(-1)).toMatchObject({ wasRecovering: true, recovered: true });
    service.restart();
    await until(() => expect(ann.subscribed).toHaveLength(3));
    expect(ann.subscribed.at(-1)).toMatchObject({ wasRecovering: true, recovered: false });
  });

  it('hears who joins and leaves', async () => {
    const service = await start();
    const { subscription } = join(connect(service, { token: service.centrifugoToken('ann') }), {
      joinLeave: true,
    });
    const changes: string[] = [];
    subscription.on('join', ({ info }) => changes.push(`${info.user} joined`));
    subscription.on('leave', ({ info }) => changes.push(`${info.user} left`));
    await subscription.ready();
    const client = connect(service, { token: service.centrifugoToken('bob') });
    await join(client).subscription.ready();
    client.disconnect();
    await until(() => expect(changes).toEqual(expect.arrayContaining(['bob joined', 'bob left'])));
  });

  it('is sent away with a wrong or an old token', async () => {
    const service = await start({ now: () => 1_900_000_000_000 });
    const codes: number[] = [];
    for (const token of ['a.b.c', `${service.centrifugoToken('ann')}x`]) {
      connect(service, { token }).on('disconnected', ({ code }) => codes.push(code));
    }
    await until(() => expect(codes).toEqual([3500, 3500]));
  });

  it('is told of a channel there is none of', async () => {
    const service = await start();
    const client = connect(service, { token: service.centrifugoToken('ann') });
    const subscription = client.newSubscription('other:tokyo');
    const codes: number[] = [];
    subscription.on('unsubscribed', ({ code }) => codes.push(code));
    subscription.subscribe();
    await until(() => expect(codes).toEqual([102]));
  });
});

describe('proxies', () => {
  it('are asked before a client connects, subscribes and publishes; what they refuse does not happen', async () => {
    const answers: Record<string, object> = {
      connect: { result: { user: 'ann' } },
      subscribe: { result: {} },
      publish: { error: { code: 400, message: 'Message text is required' } },
    };
    const receiver = await openWebhookReceiver(
      () => 200,
      ({ headers }) => answers[String(headers['x-centrifugo-event'])] ?? {},
    );
    open.push(() => receiver.close());
    const service = await start({
      webhook: { as: 'centrifugo', url: receiver.url, headers: { 'x-webhook-secret': 's' } },
    });
    const { subscription, publications } = join(connect(service, { data: { userId: 'ann' } }));
    await subscription.ready();
    await expect(subscription.publish({ text: '' })).rejects.toMatchObject({ code: 400 });
    answers['publish'] = { result: { idempotency_key: 'k' } };
    for (const text of ['x', 'x']) await subscription.publish({ text });
    await until(() => expect(publications).toHaveLength(1));
    expect(receiver.received.map(({ headers }) => headers['x-centrifugo-event'])).toEqual([
      ...['connect', 'subscribe', 'publish', 'publish', 'publish'],
    ]);
    expect(receiver.received.at(-1)).toMatchObject({
      headers: { 'x-webhook-secret': 's' },
      body: { user: 'ann', channel: 'local:tokyo', data: { text: 'x' } },
    });
  });

  it('that do not answer as they should refuse with 100', async () => {
    const receiver = await openWebhookReceiver(() => 503);
    open.push(() => receiver.close());
    const service = await start();
    const { subscription } = join(connect(service, { token: service.centrifugoToken('ann') }));
    await subscription.ready();
    await service.setWebhook({ as: 'centrifugo', url: receiver.url });
    await expect(subscription.publish({ text: 'x' })).rejects.toMatchObject({ code: 100 });
  });
});

describe('the server API', () => {
  it('publishes once per idempotency key and tells the position; members see the tags', async () => {
    const service = await start();
    const ann = join(connect(service, { token: service.centrifugoToken('ann') }));
    await ann.subscription.ready();
    const publish = { channel: 'local:tokyo', data: 'x', idempotency_key: 'a', tags: { id: 'a' } };
    const first = await call(service, 'publish', publish);
    expect(first.body).toEqual({ result: { offset: 1, epoch: expect.any(String) } });
    expect(await call(service, 'publish', publish)).toEqual(first);
    await call(service, 'publish', { ...publish, data: 'last', idempotency_key: 'b' });
    await until(() =>
      expect(ann.publications).toMatchObject([{ data: 'x', tags: { id: 'a' } }, { data: 'last' }]),
    );
    expect(ann.publications[0]?.info).toBeUndefined();
  });

  it('answers a batch command by command', async () => {
    const service = await start();
    const { body } = await call(service, 'batch', {
      commands: [
        { publish: { channel: 'local:tokyo', data: 1 } },
        { publish: { channel: 'other:tokyo', data: 1 } },
        { dance: {} },
        { history: { channel: 'local:tokyo', limit: 1 } },
      ],
    });
    expect(body).toMatchObject({
      replies: [
        { publish: { offset: 1 } },
        { error: { code: 102 } },
        { error: { code: 104 } },
        { history: { publications: [{ data: 1 }] } },
      ],
    });
  });

  it.each([
    ['a wrong key', 'publish', {}, 'wrong', 401, { error: 'unauthorized' }],
    ['an unknown method', 'dance', {}, undefined, 200, { error: { code: 104 } }],
    ['no data', 'publish', { channel: 'local:x' }, undefined, 200, { error: { code: 107 } }],
    ['an unknown namespace', 'publish', { channel: 'x', data: 1 }, undefined, 200, { error: { code: 102 } }],
    [
      'a wrong position',
      'history',
      { channel: 'local:x', limit: 1, since: { epoch: 'x' } },
      undefined,
      200,
      { error: { code: 107 } },
    ],
  ])('says %s', async (_, method, body, key, status, answer) => {
    expect(await call(await start(), method, body, key)).toMatchObject({ status, body: answer });
  });
});
