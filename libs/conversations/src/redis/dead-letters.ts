import { type DeadLetter } from '../port.js';
import { type PartitionKeys } from './partition-keys.js';
import { fromDeadLetter } from './records.js';
import { type RedisConnection } from './redis-connection.js';

/** The newest dead letters of all partitions, at most `limit`; those older than the letter `before`. */
export async function readDeadLetters(
  redis: RedisConnection,
  partitions: readonly PartitionKeys[],
  { limit, before }: { limit: number; before?: number },
): Promise<DeadLetter[]> {
  const newest = before === undefined ? '+inf' : `(${before}`;
  const letters: DeadLetter[] = [];
  for (const { dead, deadOrder } of partitions) {
    const page = ['BYSCORE', 'REV', 'LIMIT', 0, limit];
    const ids = (await redis.call('ZRANGE', deadOrder, newest, '-inf', ...page)) as string[];
    if (ids.length === 0) continue;
    const found = (await redis.call('HMGET', dead, ...ids)) as (string | null)[];
    letters.push(...found.filter((json) => json !== null).map(fromDeadLetter));
  }
  return letters.sort((a, b) => b.id - a.id).slice(0, limit);
}
