import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { userConversation } from '@travellite/protocol';
import { silentLog } from '@travellite/telemetry';
import { startRedis, type TestServer } from '@travellite/test-servers';
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
  const accept = (store: Conversations, id: string, fed?: number) => {
    const message = { text: id, author: { userId: 'ann' }, ts: 1, door: 'native' as const };
    const place = fed === undefined ? {} : { fed };
    return store.accept({ id, conversation: ann, message }, { opening: [], maxQueued: 99, ...place });
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
    expect(await other.lostPartitions()).toEqual([]);
    const { epoch } = await other.snapshot(ann);
    await witness.snapshot(ann);
    expect(await witness.lostPartitions()).toMatchObject([{ partition: 0 }]);
    expect((await other.snapshot(ann)).epoch).toBeGreaterThan(epoch);
  });

  test('is fed again from where it stood when it came back, though newer turns were taken meanwhile', async () => {
    const [witness, other] = [await openStore(), await openStore()];
    await other.snapshot(ann);
    await accept(witness, 'a', 1);
    await accept(witness, 'b', 2);
    await accept(witness, 'c', 3);
    await restart(async (redis) => {
      await redis.hincrby(meta, 'steps', -2);
      await redis.hset(meta, 'fed', 1);
    });
    for (const [at, id] of ['d', 'e', 'f'].entries()) await accept(other, id, 4 + at);
    // Another run begins before the witness comes back.
    await restart(async () => undefined);
    for (const [at, id] of ['g', 'h'].entries()) await accept(other, id, 7 + at);
    expect(await other.lostPartitions()).toEqual([]);
    await witness.snapshot(ann);
    expect(await witness.lostPartitions()).toMatchObject([{ partition: 0, afterSequence: 1 }]);
    await expect(accept(other, 'i', 9)).rejects.toMatchObject({ code: 'provider_unavailable' });
    expect(await other.lostPartitions()).toHaveLength(1);
  });

  test('is found out when a whole run of it is gone, and another began meanwhile', async () => {
    const [witness, other] = [await openStore(), await openStore()];
    await accept(witness, 'a', 1);
    await other.snapshot(ann);
    const redis = new Redis(server.url);
    const before = await redis.hgetall(meta);
    redis.disconnect();
    await restart(async () => undefined);
    await accept(witness, 'b', 2);
    // All that happened in that run is taken back, its beginning too.
    await restart(async (again) => {
      await again.del(meta);
      await again.hset(meta, before);
    });
    for (const [at, id] of ['c', 'd', 'e'].entries()) await accept(other, id, 3 + at);
    await restart(async () => undefined);
    await accept(other, 'f', 6);
    await witness.snapshot(ann);
    expect(await witness.lostPartitions()).toMatchObject([{ partition: 0, afterSequence: 1 }]);
  });

  test('and lost nothing is left in peace, whoever counted how much', async () => {
    const [first, second] = [await openStore(), await openStore()];
    await accept(first, 'a');
    await accept(second, 'b');
    await accept(first, 'c');
    await restart(async () => undefined);
    for (const id of ['d', 'e']) await accept(second, id);
    await accept(first, 'f');
    expect([await first.lostPartitions(), await second.lostPartitions()]).toEqual([[], []]);
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
    const [lost] = await store.lostPartitions();
    await restart(async (again) => {
      await again.del(meta);
      await again.hset(meta, before);
    });
    const { epoch: second } = await store.snapshot(ann);
    const [lostAgain] = await store.lostPartitions();
    expect(first).toBeGreaterThan(1);
    expect(second).toBeGreaterThan(first);
    // Who still brings the feed back for the first loss must not clear the mark of the second.
    expect(lostAgain?.loss).not.toBe(lost?.loss);
  });
});
