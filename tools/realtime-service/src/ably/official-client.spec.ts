import { createHmac } from 'node:crypto';
import Ably, { type InboundMessage } from 'ably';
import { openRealtimeService, type RealtimeService, type RealtimeServiceOptions } from '../index.js';
import { until } from '../testing/until.js';
import { openWebhookReceiver } from '../testing/webhook-receiver.js';

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function start(options: RealtimeServiceOptions = {}) {
  const service = await openRealtimeService({ graceMs: 20, webhookRetryMs: 5, ...options });
  open.push(() => service.close());
  return service;
}

const optionsOf = ({ ably }: RealtimeService, more: object) => ({
  realtimeHost: ably.host,
  restHost: ably.host,
  port: ably.port,
  tls: false,
  useBinaryProtocol: false,
  fallbackHosts: [],
  logLevel: 0,
  disconnectedRetryTimeout: 20,
  ...more,
});

/** Ably's official client, as it comes. */
function connect(service: RealtimeService, more: object) {
  const client = new Ably.Realtime(optionsOf(service, more));
  open.push(() => client.close());
  return client;
}
const server = (service: RealtimeService, more: object = {}) =>
  connect(service, { key: service.ably.key, ...more });
const member = (service: RealtimeService, clientId: string) =>
  connect(service, { key: service.ably.memberKey, clientId });

async function listen(client: Ably.Realtime, name = 'local:tokyo') {
  const channel = client.channels.get(name);
  const seen: InboundMessage[] = [];
  await channel.subscribe((message) => seen.push(message));
  return { channel, seen, data: () => seen.map(({ data }) => data as unknown) };
}

describe('the official Ably client', () => {
  it('connects, attaches, publishes and sees who says what', async () => {
    const service = await start();
    const [ann, bob] = [await listen(member(service, 'ann')), await listen(member(service, 'bob'))];
    await ann.channel.publish('greeting', { text: 'hello', list: [1, null] });
    await until(() => expect(bob.seen).toHaveLength(1));
    expect(bob.seen[0]).toMatchObject({
      name: 'greeting',
      clientId: 'ann',
      data: { text: 'hello', list: [1, null] },
    });
    await until(() => expect(ann.seen).toHaveLength(1));
  });

  it('does not hear itself when it does not want to', async () => {
    const service = await start();
    const quiet = await listen(server(service, { echoMessages: false }));
    const ann = await listen(member(service, 'ann'));
    await quiet.channel.publish('x', 'mine');
    await ann.channel.publish('x', 'hers');
    await until(() => expect([quiet.data(), ann.data()]).toEqual([['hers'], ['mine', 'hers']]));
  });

  it('publishes an id once, by the connection and by REST', async () => {
    const service = await start();
    const ann = await listen(member(service, 'ann'));
    const { channel } = await listen(server(service));
    const rest = new Ably.Rest(optionsOf(service, { key: service.ably.key })).channels.get('local:tokyo');
    const messages = [0, 1].map((n) => ({ id: `a:${n}`, name: 'x', data: `${n}` }));
    await channel.publish(messages);
    await rest.publish(messages);
    await rest.publish('x', 'last');
    await until(() => expect(ann.data()).toEqual(['0', '1', 'last']));
    expect((await rest.history({ limit: 2 })).items.map(({ data }) => data as unknown)).toEqual([
      'last',
      '1',
    ]);
  });

  it('enters, is seen, and leaves', async () => {
    const service = await start();
    const ann = await listen(member(service, 'ann'));
    await ann.channel.presence.enter();
    const bob = await listen(member(service, 'bob'));
    expect((await bob.channel.presence.get()).map(({ clientId }) => clientId)).toEqual(['ann']);
    const changes: string[] = [];
    await bob.channel.presence.subscribe('leave', ({ clientId }) => changes.push(clientId));
    await ann.channel.presence.leave();
    await until(() => expect(changes).toEqual(['ann']));
    const rest = new Ably.Rest(optionsOf(service, { key: service.ably.key })).channels.get('local:tokyo');
    expect((await rest.presence.get()).items).toEqual([]);
  });

  it('comes back after a cut and gets what it missed', async () => {
    const service = await start();
    const ann = await listen(member(service, 'ann'));
    const rest = new Ably.Rest(optionsOf(service, { key: service.ably.key })).channels.get('local:tokyo');
    await rest.publish('x', '1');
    await until(() => expect(ann.data()).toEqual(['1']));
    service.drop();
    await rest.publish('x', '2');
    await until(() => expect(ann.data()).toEqual(['1', '2']));
  });

  it('is refused with a wrong key, and told why', async () => {
    const service = await start();
    const client = connect(service, { key: 'local.server:wrong' });
    const change = await client.connection.whenState('failed');
    expect(change?.reason).toMatchObject({ code: 40101, statusCode: 401 });
    const rest = new Ably.Rest(optionsOf(service, { key: 'local.server:wrong' })).channels.get('local:tokyo');
    await expect(rest.publish('x', 'y')).rejects.toMatchObject({ code: 40101, statusCode: 401 });
  });

  it('is told that a room is full', async () => {
    const service = await start({ perRoomPerSecond: 1 });
    const { channel } = await listen(server(service));
    await channel.publish('x', '1');
    await expect(channel.publish('x', '2')).rejects.toMatchObject({ code: 42911, statusCode: 429 });
  });
});

describe('integration rules', () => {
  const signingKey = 'local.rule:a secret';

  it('send batches, signed with the key they name, in the order of the channel', async () => {
    const receiver = await openWebhookReceiver((_, count) => (count === 1 ? 500 : 200));
    open.push(() => receiver.close());
    const service = await start({ webhook: { as: 'ably', mode: 'batch', url: receiver.url, signingKey } });
    const ann = await listen(member(service, 'ann'));
    for (const text of ['1', '2', '3']) await ann.channel.publish('x', { text });
    await until(() => expect(service.inspect().webhooks).toMatchObject({ failed: 1, waiting: 0 }));
    const taken = receiver.received.slice(1);
    for (const { text, headers } of taken) {
      expect(headers['x-ably-key']).toBe('local.rule');
      expect(headers['x-ably-signature']).toBe(
        createHmac('sha256', 'a secret').update(text).digest('base64'),
      );
    }
    const items = taken.flatMap(({ body }) => body['items'] as { data: { messages: { data: string }[] } }[]);
    expect(items.map(({ data }) => data.messages[0]?.data)).toEqual([
      '{"text":"1"}',
      '{"text":"2"}',
      '{"text":"3"}',
    ]);
    expect(items[0]).toMatchObject({
      source: 'channel.message',
      name: 'channel.message',
      data: { channelId: 'local:tokyo' },
    });
  });

  it('send one event a request with the headers of their settings, and tell of presence', async () => {
    const receiver = await openWebhookReceiver();
    open.push(() => receiver.close());
    const headers = { 'x-webhook-secret': 's' };
    const service = await start({ webhook: { as: 'ably', mode: 'single', url: receiver.url, headers } });
    const ann = await listen(member(service, 'ann'));
    await ann.channel.presence.enter();
    await ann.channel.publish('x', 'hello');
    await until(() => expect(receiver.received).toHaveLength(2));
    expect(receiver.received).toMatchObject([
      {
        headers,
        body: {
          source: 'channel.presence',
          channel: 'local:tokyo',
          presence: [{ clientId: 'ann', action: 2 }],
        },
      },
      {
        headers,
        body: { source: 'channel.message', messages: [{ clientId: 'ann', data: 'hello', name: 'x' }] },
      },
    ]);
  });

  it('skip what says so, and tell what servers say otherwise', async () => {
    const receiver = await openWebhookReceiver();
    open.push(() => receiver.close());
    const service = await start({ webhook: { as: 'ably', mode: 'single', url: receiver.url } });
    const { channel } = await listen(server(service));
    await channel.publish({ name: 'x', data: 'skipped', extras: { privileged: { skipRule: '*' } } });
    await channel.publish({ name: 'x', data: 'told' });
    await until(() => expect(receiver.received).toHaveLength(1));
    expect(receiver.received[0]?.body).toMatchObject({ messages: [{ data: 'told' }] });
  });
});
