import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anonymousConversation, type ConversationId, userConversation } from '@travellite/protocol';
import { silentLog } from '@travellite/telemetry';
import { startRedis, type TestServer } from '@travellite/test-servers';
import { Redis } from 'ioredis';
import { RedisConversations } from './redis-conversations.js';

const skip = process.env['TRAVELLITE_SKIP_SERVERS'] === '1';
const dayMs = 24 * 60 * 60 * 1000;
const partitions = 2;

(skip ? describe.skip : describe)('what Redis keeps', () => {
  const folder = mkdtempSync(join(tmpdir(), 'travellite-redis-retention-'));
  let server: TestServer;
  let redis: Redis;
  let store: RedisConversations;

  beforeAll(async () => {
    server = await startRedis({ folder });
    redis = new Redis(server.url);
  });
  beforeEach(async () => {
    await redis.flushall();
    const options = { url: server.url, partitions, maxEvents: 100, operationTimeoutMs: 5_000 };
    store = await RedisConversations.open({ ...options, log: silentLog });
  });
  afterEach(() => store.close());
  afterAll(async () => {
    redis.disconnect();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A turn that is given up at its first try. */
  const giveUp = async (conversation: ConversationId, id: string) => {
    const message = { text: 'hello', author: { userId: 'x' }, ts: 1, door: 'native' as const };
    await store.accept(
      { id, conversation, message },
      { opening: [{ type: 'message', message }, { type: 'turn_started' }], maxQueued: 9 },
    );
    const result = await store.claim({ worker: 'w', leaseMs: 60_000, stateVersion: 1, near: conversation });
    if (result.status !== 'claimed') throw new Error('nothing was claimed');
    await store.giveUp(result.claim, { reason: 'test', events: [{ type: 'done', status: 'failed' }] });
  };
  const moveClock = async (ms: number) => {
    for (let partition = 0; partition < partitions; partition += 1)
      await redis.set(`tl:{${partition}}:clock`, ms);
  };
  const lettersOf = async () => (await store.deadLetters({ limit: 9 })).map(({ turn }) => turn);
  /** One user of each partition. */
  const users = async (): Promise<[ConversationId, ConversationId]> => {
    const found: ConversationId[] = [];
    for (let nth = 0; found[0] === undefined || found[1] === undefined; nth += 1) {
      const conversation = userConversation(`user-${nth}`);
      await giveUp(conversation, 'probe');
      const [letter] = await store.deadLetters({ limit: 1 });
      found[(letter?.id ?? 0) % partitions] = conversation;
    }
    await redis.flushall();
    return found as [ConversationId, ConversationId];
  };

  test('are dead letters in the order of their time, whichever partition has had how many', async () => {
    const [zero, one] = await users();
    for (const id of ['a', 'b', 'c', 'd']) await giveUp(zero, id);
    await moveClock(5);
    await giveUp(one, 'newest');
    expect((await lettersOf())[0]).toBe('newest');
    const [first] = await store.deadLetters({ limit: 1 });
    const next = await store.deadLetters({ limit: 9, before: first?.id ?? 0 });
    expect(next.map(({ turn }) => turn)).toEqual(['d', 'c', 'b', 'a']);
  });

  test('are dead letters for a month, and then none of their text', async () => {
    const [zero] = await users();
    await giveUp(zero, 'old');
    await moveClock(31 * dayMs);
    await giveUp(zero, 'new');
    expect(await lettersOf()).toEqual(['new']);
    expect(await redis.keys('*:e:*')).toHaveLength(1);
    const [text = ''] = await redis.keys('*:e:*');
    expect(await redis.pttl(text)).toBeGreaterThan(29 * dayMs);
  });

  test('of a visitor without a name is nothing for longer than a day, a given up turn included', async () => {
    const visitor = anonymousConversation('0190a1b2');
    await giveUp(visitor, 'a');
    const keys = (await redis.keys('*')).filter((key) => key.includes(visitor));
    expect(keys.map((key) => key.split(':')[2]).sort()).toEqual(['c', 'd', 'e', 'i', 'l']);
    for (const key of keys) {
      const left = await redis.pttl(key);
      expect([key, left > 0 && left <= dayMs]).toEqual([key, true]);
    }
  });

  test('of a visitor begins anew when only the log is left', async () => {
    const visitor = anonymousConversation('0190a1b2');
    await giveUp(visitor, 'a');
    const [counted = ''] = (await redis.keys('*:c:*')).filter((key) => key.includes(visitor));
    await redis.del(counted);
    await giveUp(visitor, 'b');
    expect((await store.snapshot(visitor)).seq).toBe(3);
  });

  test('can be said again for a letter whose text is still there, and not without it', async () => {
    const visitor = anonymousConversation('0190a1b2');
    await giveUp(visitor, 'a');
    const [letter] = await store.deadLetters({ limit: 1 });
    await redis.del(await redis.keys('*:e:*'));
    expect(await store.replayDeadLetter(letter?.id ?? 0)).toBe(false);
  });
});
