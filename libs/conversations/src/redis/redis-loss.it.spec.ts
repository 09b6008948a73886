import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FeedPosition, userConversation } from '@travellite/protocol';
import { silentLog } from '@travellite/telemetry';
import { cutRedisTail, startRedis, type TestServer } from '@travellite/test-servers';
import { Redis } from 'ioredis';
import { type Conversations } from '../port.js';
import { RedisConversations } from './redis-conversations.js';

const skip = process.env['TRAVELLITE_SKIP_SERVERS'] === '1';
const ann = userConversation('ann');
const meta = 'tl:{0}:meta';

(skip ? describe.skip : describe)('a Redis that lost its last writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'travellite-redis-loss-'));
  let server: TestServer;
  const open: RedisConversations[] = [];

  const openStore = async () => {
    const options = { url: server.url, partitions: 1, maxEvents: 100, operationTimeoutMs: 5_000 };
    const store = await RedisConversations.open({ ...options, log: silentLog });
    open.push(store);
    return store;
  };
  const accept = (store: Conversations, id: string, fed?: FeedPosition) => {
    const message = { text: id, author: { userId: 'ann' }, ts: 1, door: 'native' as const };
    const place = fed === undefined ? {} : { fed };
    return store.accept({ id, conversation: ann, message }, { opening: [], maxQueued: 99, ...place });
  };
  /** Feeds turns as a worker does that has just looked where the feed stands. */
  const feed = async (store: Conversations, turns: Record<string, number>) => {
    const { history } = await store.feedPosition(0);
    for (const [id, sequence] of Object.entries(turns)) {
      await accept(store, id, { history, stream: 'turns', sequence });
    }
  };
  /** Ends the server and brings it back as it was before: `change` takes back what is to be lost. */
  const restart = async (change: (redis: Redis) => Promise<unknown>) => {
    await server.kill();
    await server.start();
    const redis = new Redis(server.url);
    await change(redis);
    redis.disconnect();
  };

  beforeAll(async () => {
    server = await startRedis({ folder });
  });
  beforeEach(async () => {
    const redis = new Redis(server.url);
    await redis.flushall();
    redis.disconnect();
  });
  afterEach(() => Promise.all(open.splice(0).map((store) => store.close())));
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is found out by the one who saw them, although others have counted on meanwhile', async () => {
    const [witness, other] = [await openStore(), await openStore()];
    await other.snapshot(ann);
    for (const id of ['a', 'b', 'c']) await accept(witness, id);
    await restart((redis) => redis.hincrby(meta, 'steps', -3));
    for (const id of ['d', 'e', 'f', 'g', 'h']) await accept(other, id);
    const { epoch } = await other.snapshot(ann);
    expect(epoch).toBe(1);
    await witness.snapshot(ann);
    expect((await other.snapshot(ann)).epoch).toBeGreaterThan(epoch);
  });

  test('is fed again from what is left, without anybody who saw what was lost', async () => {
    const [witness, other] = [await openStore(), await openStore()];
    await other.snapshot(ann);
    await feed(witness, { a: 1, b: 2, c: 3 });
    const late = await witness.feedPosition(0);
    await restart(async (redis) => {
      await redis.hincrby(meta, 'steps', -2);
      await redis.hset(meta, 'fed', 1);
    });
    expect(await other.feedPosition(0)).toMatchObject({ stream: 'turns', sequence: 1 });
    await expect(accept(other, 'd', { ...late, sequence: 4 })).rejects.toMatchObject({
      code: 'provider_unavailable',
    });
    expect(await other.feedPosition(0)).toMatchObject({ sequence: 1 });
    await feed(other, { b: 2, c: 3, d: 4 });
    expect((await other.snapshot(ann)).queued.map(({ turn }) => turn)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('is found out when a whole run of it is gone, and another began meanwhile', async () => {
    const [witness, other] = [await openStore(), await openStore()];
    await feed(witness, { a: 1 });
    await other.snapshot(ann);
    const redis = new Redis(server.url);
    const before = await redis.hgetall(meta);
    redis.disconnect();
    await restart(async () => undefined);
    await feed(witness, { b: 2 });
    // All that happened in that run is taken back, its beginning too.
    await restart(async (again) => {
      await again.del(meta);
      await again.hset(meta, before);
    });
    expect(await other.feedPosition(0)).toMatchObject({ sequence: 1 });
    await feed(other, { c: 3, d: 4, e: 5 });
    await restart(async () => undefined);
    await feed(other, { f: 6 });
    const { epoch } = await other.snapshot(ann);
    await witness.snapshot(ann);
    expect((await other.snapshot(ann)).epoch).toBeGreaterThan(epoch);
  });

  test('that lost everything in the middle of a run begins a history, too', async () => {
    const [store, fresh] = [await openStore(), await openStore()];
    await feed(store, { a: 1, b: 2 });
    const before = await store.feedPosition(0);
    const redis = new Redis(server.url);
    await redis.flushall();
    redis.disconnect();
    const after = await fresh.feedPosition(0);
    expect(after).toMatchObject({ stream: '', sequence: 0 });
    expect(after.history).not.toBe(before.history);
    await expect(accept(store, 'c', { ...before, sequence: 3 })).rejects.toMatchObject({
      code: 'provider_unavailable',
    });
  });

  test('of a whole run raises epochs once, however many processes saw that run', async () => {
    const witnesses = [await openStore(), await openStore(), await openStore()];
    for (const [nth, store] of witnesses.entries()) await accept(store, `seen-${nth}`);
    await restart((redis) => redis.flushall());
    const redis = new Redis(server.url);
    const raises: (string | null)[] = [];
    for (const store of witnesses) {
      // Two calls at the same time, both of which find the run changed.
      await Promise.all([store.snapshot(ann), store.load()]);
      raises.push(await redis.hget(meta, 'raises'));
    }
    redis.disconnect();
    expect(Number(raises[0])).toBeGreaterThan(0);
    expect(raises).toEqual([raises[0], raises[0], raises[0]]);
  });

  test('and lost nothing is left in peace, whoever counted how much', async () => {
    const [first, second] = [await openStore(), await openStore()];
    await accept(first, 'a');
    await accept(second, 'b');
    await accept(first, 'c');
    await restart(async () => undefined);
    for (const id of ['d', 'e']) await accept(second, id);
    await accept(first, 'f');
    expect((await first.snapshot(ann)).epoch).toBe(1);
  });

  test('gives epochs that nobody has seen, also when it goes back to before an earlier loss', async () => {
    const store = await openStore();
    await accept(store, 'a');
    const redis = new Redis(server.url);
    const before = await redis.hgetall(meta);
    redis.disconnect();
    await accept(store, 'b');
    await restart((again) => again.hset(meta, before));
    const { epoch: first } = await store.snapshot(ann);
    const lost = await store.feedPosition(0);
    await restart(async (again) => {
      await again.del(meta);
      await again.hset(meta, before);
    });
    const { epoch: second } = await store.snapshot(ann);
    const lostAgain = await store.feedPosition(0);
    expect(first).toBeGreaterThan(1);
    expect(second).toBeGreaterThan(first);
    expect(lostAgain.history).not.toBe(lost.history);
  });

  test('in the middle of a script does not run the script in pieces, at no later start', async () => {
    const write = (key: string) =>
      `redis.call('SET','${key}-first','1') redis.call('RPUSH','${key}-list','x') redis.call('SET','${key}-last','1')`;
    const asked = async (ask: (redis: Redis) => Promise<unknown>) => {
      const redis = new Redis(server.url);
      const answer = await ask(redis);
      redis.disconnect();
      return answer;
    };
    await asked((redis) => redis.eval(write('torn'), 0));
    await server.kill();
    // In the middle of a command, with the script's first ones before it.
    cutRedisTail(folder, 20);
    await server.start();
    await asked((redis) => redis.eval(write('whole'), 0));
    await server.kill();
    await server.start();
    const keys = (await asked((redis) => redis.keys('*'))) as string[];
    expect(keys.sort()).toEqual(['whole-first', 'whole-last', 'whole-list']);
  });
});
