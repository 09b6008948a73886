import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Conversations, openConversations } from '@travellite/conversations';
import { type Turn, userConversation } from '@travellite/protocol';
import { startRedis } from '@travellite/test-servers';
import { Redis } from 'ioredis';
import { median } from '../statistics.js';

export interface StoredCost {
  stored: number;
  /** Milliseconds of one conversation's first turn through the store: accept, claim, emit, commit; the median. */
  turnMs: number;
  /** Bytes of Redis memory a stored conversation takes; missing for the smallest count. */
  bytesEach?: number;
}

const state = { version: 1, view: { history: [] }, data: { note: 'x'.repeat(1_000) } };
const atOnce = 64;
const sampled = 1_500;

/** What one more conversation costs when so many are stored already. */
export async function measureStored(counts: readonly number[]): Promise<StoredCost[]> {
  const folder = mkdtempSync(join(tmpdir(), 'travellite-bench-'));
  const server = await startRedis({ folder });
  const redis = new Redis(server.url);
  const conversations = await openConversations({
    ...{ kind: 'redis', url: server.url, partitions: 8, maxEvents: 2_000, operationTimeoutMs: 10_000 },
  });
  const costs: StoredCost[] = [];
  let next = 0;
  try {
    for (const stored of counts) {
      // Filling is not what is measured: it need not be on disk.
      await redis.config('SET', 'appendfsync', 'no');
      const before = await memory(redis);
      const added = Math.max(0, stored - next);
      const fill = async () => {
        while (next < stored) await oneTurn(conversations, `filler-${(next += 1)}`);
      };
      await Promise.all(Array.from({ length: atOnce }, fill));
      const bytes = (await memory(redis)) - before;
      await redis.config('SET', 'appendfsync', 'always');
      const times: number[] = [];
      for (let sample = 0; sample < sampled; sample += 1) {
        const began = performance.now();
        await oneTurn(conversations, `sample-${stored}-${sample}`);
        times.push(performance.now() - began);
      }
      costs.push({ stored, turnMs: median(times), ...(added >= 10_000 ? { bytesEach: bytes / added } : {}) });
    }
  } finally {
    await conversations.close();
    redis.disconnect();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return costs;
}

const memory = async (redis: Redis) => Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1]);

/** The first turn of a new conversation, by whoever claims it. */
async function oneTurn(conversations: Conversations, name: string): Promise<void> {
  const message = { text: 'hello', author: { userId: name }, ts: 1, door: 'native' as const };
  const turn: Turn = { id: name, conversation: userConversation(name), message };
  await conversations.accept(turn, {
    opening: [{ type: 'message', message }, { type: 'turn_started' }],
    maxQueued: 64,
  });
  const result = await conversations.claim({ worker: 'bench', leaseMs: 60_000, stateVersion: 1 });
  if (result.status !== 'claimed') throw new Error('There is a turn, and nobody can claim it.');
  const { claim } = result;
  const emitted = await conversations.emit(claim, 1, [{ type: 'progress', text: 'step' }]);
  const events = [
    { type: 'response' as const, text: 'hello' },
    { type: 'done' as const, status: 'complete' as const },
  ];
  const ended = await conversations.commit(claim, { state, events });
  if (emitted.status !== 'ok' || ended.status !== 'ok') throw new Error('A turn could not be ended.');
  const written = [claim.openedOutboxId, emitted.outboxId, ended.outboxId].filter((id) => id !== undefined);
  await conversations.removeFromOutbox(written.map((id) => ({ id, conversation: claim.conversation })));
}
