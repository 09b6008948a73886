import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Turn, userConversation } from '@travellite/protocol';
import { silentLog } from '@travellite/telemetry';
import { cutRedisTail, startRedis, type TestServer } from '@travellite/test-servers';
import { Redis } from 'ioredis';
import { RedisConversations } from '../../redis/redis-conversations.js';
import { type ConversationsFixture } from '../fixture.js';

/** One: the suite also asks for the order between conversations, which holds within a partition. */
const partitions = 1;

const victim: Turn = {
  id: 'lost',
  conversation: userConversation('whose message gets lost'),
  message: { text: 'lost', author: { userId: 'victim' }, ts: 1, door: 'native' },
};

/** A real server for a whole suite; each case begins with an empty one. The store's clock is moved by its offset keys. */
export async function openRedisFixture(): Promise<
  ConversationsFixture & { server: TestServer; close(): Promise<void> }
> {
  const folder = mkdtempSync(join(tmpdir(), 'travellite-redis-'));
  const server = await startRedis({ folder });
  return {
    server,
    movesClock: true,
    async open({ maxEvents }) {
      const admin = new Redis(server.url, { maxRetriesPerRequest: null });
      admin.on('error', () => undefined);
      await admin.flushall();
      const open = () =>
        RedisConversations.open({
          url: server.url,
          partitions,
          maxEvents,
          operationTimeoutMs: 2_000,
          log: silentLog,
        });
      let conversations = await open();
      const kill = async () => {
        await server.kill();
        await server.start();
        await conversations.close();
        conversations = await open();
      };
      return {
        get conversations() {
          return conversations;
        },
        advance: async (ms) => {
          for (let p = 0; p < partitions; p += 1) await admin.incrby(`tl:{${p}}:clock`, Math.ceil(ms));
        },
        kill,
        // One write more, which is the one that gets lost; the store's client lives on and remembers it.
        losePower: async () => {
          await conversations.accept(victim, { opening: [], maxQueued: 1 });
          await server.kill();
          cutRedisTail(folder, 20);
          await server.start();
        },
        close: async () => {
          await conversations.close();
          admin.disconnect();
        },
      };
    },
    async close() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
