import { setTimeout as pause } from 'node:timers/promises';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type CanonicalEvent,
  type FeedPosition,
  subjects,
  TravelError,
  type Turn,
  userConversation,
} from '@travellite/protocol';
import { type Log, silentLog } from '@travellite/telemetry';
import { freePort, startNats, type TestServer } from '@travellite/test-servers';
import { connect, type NatsConnection, RetentionPolicy } from 'nats';
import { type EventBatch, type FeedDelivery, type QueuedTurn } from '../port.js';
import { NatsBus } from './nats-bus.js';
import { type NatsOptions } from './nats-options.js';

const skip = process.env['TRAVELLITE_SKIP_SERVERS'] === '1';

const turn = (id: string, user = 'ann'): Turn => ({
  id,
  conversation: userConversation(user),
  message: { text: id, author: { userId: user }, ts: 1, door: 'native' },
});

const batch = (seq: number, user = 'ann'): EventBatch => {
  const conversation = userConversation(user);
  const event: CanonicalEvent = { conversation, epoch: 1, seq, turn: `t${seq}`, ts: 1, type: 'turn_started' };
  return { id: `${conversation}:1:${seq}`, conversation, events: [event] };
};

/** Resolves once `done` holds; checked after every call of the returned `poke`. */
function eventually(done: () => boolean) {
  let finish: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => (finish = resolve));
  return { promise, poke: () => done() && finish() };
}

(skip ? describe.skip : describe)('NatsBus on a real server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'travellite-nats-bus-'));
  let server: TestServer;
  let raw: NatsConnection;
  const open: NatsBus[] = [];

  const options = (more: Partial<NatsOptions> = {}): NatsOptions => ({
    url: server.url,
    name: 'test',
    replicas: 1,
    partitions: 4,
    maxStreamBytes: 64 << 20,
    operationTimeoutMs: 2_000,
    log: silentLog,
    ...more,
  });
  const openBus = async (more: Partial<NatsOptions> = {}) => {
    const bus = await NatsBus.open(options(more));
    open.push(bus);
    return bus;
  };

  beforeAll(async () => {
    server = await startNats({ folder });
  });
  beforeEach(async () => {
    raw = await connect({ servers: server.url, maxReconnectAttempts: -1, reconnectTimeWait: 50 });
    const manager = await raw.jetstreamManager();
    for await (const { config } of manager.streams.list()) await manager.streams.delete(config.name);
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((bus) => bus.close()));
    await raw.close();
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('makes its streams, and a second opening changes nothing', async () => {
    await openBus();
    const manager = await raw.jetstreamManager();
    const before = await manager.streams.info('TURNS');
    await openBus();
    const after = await manager.streams.info('TURNS');
    expect(after.config).toEqual(before.config);
    expect(before.config).toMatchObject({ retention: 'limits', discard: 'new', subjects: ['turn.in.*.*'] });
  });

  test('a stream with other limits is brought in line', async () => {
    await openBus();
    await openBus({ maxStreamBytes: 32 << 20 });
    const manager = await raw.jetstreamManager();
    expect((await manager.streams.info('TURNS')).config.max_bytes).toBe(32 << 20);
  });

  test('a stream that cannot be changed is refused, with the difference named, and left alone', async () => {
    const manager = await raw.jetstreamManager();
    await manager.streams.add({ name: 'TURNS', subjects: ['other.>'], retention: RetentionPolicy.Workqueue });
    await expect(NatsBus.open(options())).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('retention is "workqueue" and must be "limits"'),
    });
    expect((await manager.streams.info('TURNS')).config.subjects).toEqual(['other.>']);
  });

  test('opening waits for a server that is not there yet, one line an attempt, and no password in it', async () => {
    const port = await freePort();
    const said: string[] = [];
    const log: Log = {
      ...silentLog,
      warn: (message, fields) => void said.push(JSON.stringify([message, fields])),
    };
    const { promise, poke } = eventually(() => said.length >= 2);
    log.warn = (message, fields) => {
      said.push(JSON.stringify([message, fields]));
      poke();
    };
    const opening = NatsBus.open(options({ url: `nats://me:hunter2@127.0.0.1:${port}`, log }));
    await promise;
    const late = await startNats({ folder: join(folder, 'late'), port });
    const bus = await opening;
    await bus.close();
    await late.stop();
    expect(said[0]).toContain('trying again');
    expect(said.join()).not.toContain('hunter2');
  });

  test('opening can be given up', async () => {
    const port = await freePort();
    const stop = new AbortController();
    const log: Log = { ...silentLog, warn: () => stop.abort() };
    const opening = NatsBus.open(options({ url: `nats://127.0.0.1:${port}`, log, signal: stop.signal }));
    await expect(opening).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('a feed begins again where a new history of the store says, and every turn comes again in order', async () => {
    const bus = await openBus({ partitions: 1 });
    const seen: string[] = [];
    const positions = new Map<string, FeedPosition>();
    let at: FeedPosition = { history: 'first', stream: '', sequence: 0 };
    let wait = eventually(() => seen.length === 4);
    const note = async ({ turn: { id } }: QueuedTurn, { position }: FeedDelivery) => {
      positions.set(id, position);
      seen.push(id);
      wait.poke();
    };
    await bus.consumeTurns(0, note, async () => at);
    for (const id of ['a', 'b', 'c', 'd']) await bus.publishTurn({ turn: turn(id) });
    await wait.promise;
    const { stream, sequence } = positions.get('b') ?? at;
    expect(positions.get('b')).toMatchObject({ history: 'first' });

    // The turn it stands at comes again, too: its receipt may be what got lost.
    seen.length = 0;
    wait = eventually(() => seen.includes('d'));
    at = { history: 'second', stream, sequence };
    await wait.promise;
    expect(seen).toEqual(['b', 'c', 'd']);
    expect(positions.get('d')).toMatchObject({ history: 'second', stream });

    // A position in a stream that was deleted, or in one that has lost its end: all of this one is read.
    for (const lost of [
      { history: 'third', stream: 'deleted', sequence },
      { history: 'fourth', stream, sequence: 1_000_000 },
    ]) {
      seen.length = 0;
      wait = eventually(() => seen.includes('d'));
      at = lost;
      await wait.promise;
      expect(seen).toEqual(['a', 'b', 'c', 'd']);
    }
  });

  test('who still fetches for an older history does not move the feed of the present one', async () => {
    const [late, bus] = [await openBus({ partitions: 1 }), await openBus({ partitions: 1 })];
    const [fetched, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const holding = async () => {
      fetched.resolve();
      await release.promise;
    };
    await late.consumeTurns(0, holding, async () => ({ history: 'first', stream: '', sequence: 0 }));
    await bus.publishTurn({ turn: turn('a') });
    await fetched.promise;

    const seen: string[] = [];
    const all = eventually(() => seen.length === 2);
    const note = async ({ turn: { id } }: QueuedTurn) => {
      seen.push(id);
      // The late one is done only now, and acknowledges what it had.
      release.resolve();
      all.poke();
    };
    await bus.consumeTurns(0, note, async () => ({ history: 'second', stream: '', sequence: 0 }));
    await bus.publishTurn({ turn: turn('b') });
    await all.promise;
    expect(seen).toEqual(['a', 'b']);
  });

  test('a feed survives a killed server and a stream deleted by hand', async () => {
    const bus = await openBus({ partitions: 1 });
    // Delivery is at least once: an acknowledgement that died with the server brings the turn again.
    const seen = new Set<string>();
    const first = eventually(() => seen.has('a'));
    const second = eventually(() => seen.has('b'));
    const third = eventually(() => seen.has('c'));
    await bus.consumeTurns(0, async ({ turn: { id } }) => {
      seen.add(id);
      for (const wait of [first, second, third]) wait.poke();
    });
    await bus.publishTurn({ turn: turn('a') });
    await first.promise;

    await server.kill();
    await expect(publishUntilRefused(bus)).resolves.toBe('provider_unavailable');
    await server.start();
    await publishUntilTaken(bus, turn('b'));
    await second.promise;

    await (await raw.jetstreamManager()).streams.delete('TURNS');
    await publishUntilTaken(bus, turn('c'));
    await third.promise;
    expect([...seen]).toEqual(['a', 'b', 'c']);
  });

  test('a stream of events deleted by hand comes back, although subscribers hear the subject', async () => {
    const bus = await openBus({ operationTimeoutMs: 300 });
    await bus.subscribe(userConversation('ann'), {
      onEvents: () => undefined,
      onLive: () => undefined,
    });
    await (await raw.jetstreamManager()).streams.delete('EVENTS');
    const publish = async () => bus.publishEvents(batch(1));
    await expect(publish()).rejects.toMatchObject({ code: 'provider_unavailable' });
    for (let tries = 1; ; tries += 1) {
      try {
        await publish();
        break;
      } catch (error) {
        if (tries === 20) throw error;
      }
    }
    expect((await (await raw.jetstreamManager()).streams.info('EVENTS')).state.messages).toBe(1);
  });

  test('whatever is said about a turn carries its trace', async () => {
    const bus = await openBus();
    const id = '01a22143-8107-7696-a3ac-76ea6d2d89b4';
    const about = { ...batch(1), events: batch(1).events.map((event) => ({ ...event, turn: id })) };
    await bus.publishTurn({ turn: turn(id) });
    await bus.publishEvents(about);
    await bus.outbound.publish({ ...about, namespace: 'n', userId: 'ann' });
    const manager = await raw.jetstreamManager();
    for (const stream of ['TURNS', 'EVENTS', 'OUTBOUND']) {
      const { header } = await manager.streams.getMessage(stream, { seq: 1 });
      expect([stream, header.get('traceparent')]).toEqual([
        stream,
        expect.stringMatching(/^00-01a2214381077696a3ac76ea6d2d89b4-[0-9a-f]{16}-01$/),
      ]);
    }
  });

  test('a subscription that NATS did not confirm is refused in time, and hears nothing later', async () => {
    const bus = await openBus({ operationTimeoutMs: 500 });
    const heard: string[] = [];
    const listen = (name: string) =>
      bus.subscribe(userConversation('ann'), { onEvents: () => heard.push(name), onLive: () => undefined });
    // Answers nobody, and keeps the connection.
    process.kill(server.pid, 'SIGSTOP');
    const began = performance.now();
    await expect(listen('stopped')).rejects.toMatchObject({ code: 'provider_unavailable' });
    expect(performance.now() - began).toBeLessThan(1_500);
    process.kill(server.pid, 'SIGCONT');
    await server.kill();
    await expect(listen('away')).rejects.toMatchObject({ code: 'provider_unavailable' });
    await server.start();
    const { promise, poke } = eventually(() => heard.length > 0);
    for (let tries = 0; tries < 100 && !bus.health().ok; tries += 1) await pause(50);
    await bus.subscribe(userConversation('ann'), {
      onEvents: () => {
        heard.push('there');
        poke();
      },
      onLive: () => undefined,
    });
    await bus.publishEvents(batch(1));
    await promise;
    expect(heard).toEqual(['there']);
  });

  test('subscribers are told that they may have missed something', async () => {
    const bus = await openBus();
    let interrupted = 0;
    const told = eventually(() => interrupted > 0);
    await bus.subscribe(userConversation('ann'), {
      onEvents: () => undefined,
      onLive: () => undefined,
      onInterrupted: () => {
        interrupted += 1;
        told.poke();
      },
    });
    await server.kill();
    await server.start();
    await told.promise;
    expect(bus.health()).toEqual({ ok: true });
  });

  test('events stay in the stream, once per batch id', async () => {
    const bus = await openBus();
    await bus.publishEvents(batch(1));
    await bus.publishEvents(batch(1));
    await bus.publishEvents(batch(2));
    const manager = await raw.jetstreamManager();
    const { state } = await manager.streams.info('EVENTS', {
      subjects_filter: subjects.events(userConversation('ann')),
    });
    expect(state.messages).toBe(2);
  });

  test('operators find the service and get answers, faults as sentences', async () => {
    const bus = await openBus();
    await bus.serve({
      name: 'agent-worker',
      version: '1.2.3',
      description: 'runs turns',
      endpoints: [
        { name: 'double', description: 'twice', handle: async (input) => ({ twice: Number(input) * 2 }) },
        {
          name: 'drain',
          description: 'one process only',
          ofInstance: true,
          handle: () => Promise.reject(new TravelError('not_found', 'There is no such conversation.')),
        },
      ],
    });
    const client = raw.services.client();
    const found = [];
    for await (const info of await client.info('agent-worker')) found.push(info);
    expect(found).toMatchObject([{ name: 'agent-worker', version: '1.2.3', description: 'runs turns' }]);
    const id = found[0]?.id ?? '';
    const ask = (subject: string, body: string) => raw.request(subject, body, { timeout: 2_000 });
    expect((await ask('travellite.agent-worker.double', '21')).json()).toEqual({ twice: 42 });
    expect((await ask(`travellite.agent-worker.double.${id}`, '4')).json()).toEqual({ twice: 8 });
    await expect(ask('travellite.agent-worker.drain', '')).rejects.toMatchObject({ code: '503' });
    const refused = await ask(`travellite.agent-worker.drain.${id}`, '');
    expect(refused.headers?.get('Nats-Service-Error-Code')).toBe('404');
    expect(refused.headers?.get('Nats-Service-Error')).toBe('There is no such conversation.');
    const malformed = await ask('travellite.agent-worker.double', '{');
    expect(malformed.headers?.get('Nats-Service-Error-Code')).toBe('400');
  });

  test.each([
    ['wrong credentials', ['--user', 'ops', '--pass', 'right'], true, 'NATS refuses the credentials.'],
    ['a server without JetStream', [], false, 'NATS runs without JetStream.'],
  ])('opening waits, and says why: %s', async (_name, args, jetStream, reason) => {
    const other = await startNats({ folder: join(folder, 'other'), args, jetStream });
    const stop = new AbortController();
    const told = Promise.withResolvers<string>();
    const opening = NatsBus.open(
      options({
        url: other.url,
        user: 'ops',
        password: 'wrong',
        signal: stop.signal,
        onWaiting: told.resolve,
      }),
    );
    try {
      expect(await told.promise).toBe(reason);
    } finally {
      stop.abort();
      await expect(opening).rejects.toMatchObject({ code: 'cancelled' });
      await other.stop();
    }
  });

  test('what is no turn does not hold up the partition', async () => {
    const bus = await openBus({ partitions: 1 });
    for (const rubbish of [
      'no JSON',
      '{}',
      '{"turn":{"id":"x","conversation":"ann","message":{"text":""}}}',
    ]) {
      await raw.jetstream().publish(subjects.turn(0, userConversation('ann')), rubbish);
    }
    const taken = Promise.withResolvers<string>();
    await bus.consumeTurns(0, async ({ turn: { id } }) => taken.resolve(id));
    await bus.publishTurn({ turn: turn('good') });
    expect(await taken.promise).toBe('good');
  });

  test('what is no answer does not hold up the namespace', async () => {
    const bus = await openBus();
    const ann = userConversation('ann');
    for (const rubbish of ['no JSON', '{}', '{"id":"x","conversation":"ann","events":[]}']) {
      await raw.jetstream().publish(subjects.outbound('rubbish', ann), rubbish);
    }
    const taken = Promise.withResolvers<string>();
    const consuming = await bus.outbound.consume('rubbish', async ({ id }) => taken.resolve(id));
    const [event] = batch(1).events;
    await bus.outbound.publish({
      ...{ id: 'good', conversation: ann, namespace: 'rubbish', userId: 'ann' },
      events: event ? [event] : [],
    });
    expect(await taken.promise).toBe('good');
    await consuming.close();
  });

  test.each([{}, { group: 'shared' }])('what is no document does not hold up followers (%j)', async (how) => {
    const bus = await openBus();
    for (const rubbish of ['no JSON', '{}', 'null']) {
      await raw.jetstream().publish(subjects.document(`rubbish${rubbish.length}`), rubbish);
    }
    const taken = Promise.withResolvers<string>();
    const following = await bus.documents.follow(async ({ id }) => taken.resolve(id), how);
    await bus.documents.publish({ namespace: 'n', id: 'good', content: { text: 'x' } });
    expect(await taken.promise).toBe('good');
    await following.close();
  });

  test('a message that is larger than the server takes is refused for good', async () => {
    const file = join(folder, 'small.conf');
    writeFileSync(file, 'max_payload: 1024\n');
    const small = await startNats({ folder: join(folder, 'small'), args: ['-c', file] });
    const bus = await openBus({ url: small.url });
    const long = turn('long');
    long.message.text = 'x'.repeat(2_000);
    await expect(bus.publishTurn({ turn: long })).rejects.toMatchObject({
      code: 'too_large',
      retryable: false,
    });
    await bus.publishTurn({ turn: turn('short') });
    await bus.close();
    await small.stop();
  });

  test('an address that asks for TLS is not spoken to without it', async () => {
    const reasons: string[] = [];
    const stop = new AbortController();
    const url = server.url.replace('nats:', 'tls:');
    const opening = NatsBus.open(
      options({
        url,
        signal: stop.signal,
        onWaiting: (reason) => {
          reasons.push(reason);
          stop.abort();
        },
      }),
    );
    await expect(opening).rejects.toMatchObject({ code: 'cancelled' });
    expect(reasons).toHaveLength(1);
  });

  test('an address of another kind is refused for good', async () => {
    const opening = NatsBus.open(options({ url: 'http://127.0.0.1:4222' }));
    await expect(opening).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('tls://'),
    });
  });

  test('a full turn stream refuses: try again', async () => {
    const bus = await openBus({ maxStreamBytes: 2_000 });
    const refused = async () => {
      for (let i = 0; i < 50; i += 1) await bus.publishTurn({ turn: turn(`filler-${i}`) });
    };
    await expect(refused()).rejects.toMatchObject({
      code: 'provider_unavailable',
      retryable: true,
      message: 'The message queue is full. Please try again later.',
    });
  });
});

async function publishUntilRefused(bus: NatsBus): Promise<string> {
  for (;;) {
    try {
      await bus.publishTurn({ turn: turn('a') });
    } catch (error) {
      return (error as { code: string }).code;
    }
  }
}

/** Repeats with the same id, as a door does. */
async function publishUntilTaken(bus: NatsBus, what: Turn): Promise<void> {
  for (;;) {
    try {
      await bus.publishTurn({ turn: what });
      return;
    } catch (error) {
      if ((error as { retryable?: boolean }).retryable !== true) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
