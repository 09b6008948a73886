import { setTimeout as pause } from 'node:timers/promises';
import { cutRedisTail } from '@travellite/test-servers';
import { connect, type JetStreamManager } from 'nats';
import { Redis } from 'ioredis';
import { between, pick, type Random } from '../random.js';
import { partitions, type Stage } from '../stage/stage.js';
import { type Row } from './row.js';

const cutTail: Row = {
  name: 'Redis loses its last writes',
  about: 'SIGKILL of Redis, the tail of its append-only file cut off, and back',
  inject: async ({ stage, random }) => {
    await pause(between(random, 300, 900));
    await stage.redis.kill();
    cutRedisTail(stage.folder, between(random, 1, 20_000));
    await stage.redis.start();
  },
};

const hourMs = 3_600_000;
const offsetsMs = [hourMs, -hourMs, 24 * hourMs, 0, -24 * hourMs] as const;

/** The clock of the store is the server's plus an offset it keeps under a key of its own. */
const clockJumps: Row = {
  name: 'the clock jumps',
  about: "the store's clock moves by an hour or a day, forth and back",
  nextText: () => 'steps=2 takesMs=60',
  inject: async ({ stage, random }, nth) => {
    const redis = new Redis(stage.redis.url);
    const offsetMs = offsetsMs[nth % offsetsMs.length] ?? 0;
    for (let partition = 0; partition < partitions; partition += 1) {
      await redis.set(`tl:{${partition}}:clock`, offsetMs);
    }
    redis.disconnect();
    await pause(between(random, 200, 600));
  },
};

/** The consumer of one of the partitions. */
async function deleteFeed(manager: JetStreamManager, random: Random): Promise<boolean> {
  const feeds = await manager.consumers.list('TURNS').next();
  return manager.consumers.delete('TURNS', pick(random, feeds).name);
}

/** What an operator may delete by hand: a partition's consumer, the stream of turns, the stream of events. */
async function deleteByHand(stage: Stage, random: Random, nth: number): Promise<boolean> {
  const connection = await connect({ servers: stage.nats.url });
  const manager = await connection.jetstreamManager();
  const what = nth % 3;
  const deleted =
    what === 0 ? deleteFeed(manager, random) : manager.streams.delete(what === 1 ? 'TURNS' : 'EVENTS');
  // It may be gone still from the last time.
  const was = await deleted.catch(() => false);
  await connection.close();
  return was;
}

const deletions: Row = {
  name: 'streams deleted by hand',
  about: 'a consumer, the stream of turns or the stream of events is deleted',
  inject: async ({ stage, random }, nth) => {
    const deleted = await deleteByHand(stage, random, nth);
    await pause(between(random, 400, 900));
    return deleted;
  },
};

const stopsReading: Row = {
  name: 'a client stops reading',
  about: 'a client reads nothing for seconds while long answers come, then goes on',
  nextText: (random) => (random() < 0.05 ? 'length=200000 chunks=20' : 'steps=2'),
  inject: async ({ clients, random }) => {
    const client = pick(random, clients);
    client.ear.pause();
    for (let message = 0; message < 12; message += 1) client.say('length=200000 chunks=5');
    await pause(between(random, 600, 1_500));
    client.ear.resume();
  },
};

export const dataRows: readonly Row[] = [cutTail, clockJumps, deletions, stopsReading];
