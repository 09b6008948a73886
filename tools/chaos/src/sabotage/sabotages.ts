import { type Bus } from '@travellite/bus';
import { type ClaimRef, type CommitResult, type Conversations } from '@travellite/conversations';
import { type ConversationId, partitionOf } from '@travellite/protocol';
import { Redis } from 'ioredis';
import { connect } from 'nats';

/** The ports of a worker, and the servers behind them. */
export interface Ports {
  bus: Bus;
  conversations: Conversations;
}

export interface Servers {
  natsUrl: string;
  redisUrl: string;
  partitions: number;
}

/** Takes one of the engine's safeguards out of a worker's ports. */
export type Sabotage = (
  ports: Ports,
  servers: Servers,
) => Promise<Partial<{ [Port in keyof Ports]: object }>>;

/** Keys of a conversation in Redis, as `libs/conversations/lua/prelude.lua` spells them. */
const keyOf = (servers: Servers, kind: 'c' | 'i', conversation: ConversationId) =>
  `tl:{${partitionOf(conversation, servers.partitions)}}:${kind}:${conversation}`;

/** The mailbox forgets a turn's id before it looks for it. */
const noDedupe: Sabotage = async ({ conversations }, servers) => {
  const redis = new Redis(servers.redisUrl);
  const accept: Conversations['accept'] = async (turn, options) => {
    await redis.zrem(keyOf(servers, 'i', turn.conversation), turn.id);
    return conversations.accept(turn, options);
  };
  return Promise.resolve({ conversations: { accept } });
};

/** Feed and door hear that the mailbox has the turn before it has. */
const ackBeforeAccept: Sabotage = async ({ bus }) => {
  const consumeTurns: Bus['consumeTurns'] = (partition, handler, position) => {
    const careless: typeof handler = (queued, { replyTo, ...delivery }) => {
      const { conversation, id } = queued.turn;
      bus.publishReceipt({ conversation, turn: id, status: 'accepted', position: 0 }, replyTo);
      // Whatever comes of it, nobody waits for it.
      setTimeout(() => void handler(queued, delivery).catch(() => undefined), 20);
      return Promise.resolve();
    };
    return bus.consumeTurns(partition, careless, position);
  };
  return Promise.resolve({ bus: { consumeTurns } });
};

const inFlight = 64;
/** Pulls of one worker on one partition, so that it has several turns in hand. */
const pulls = 4;

/** The feed hands over many turns of a partition at the same time. */
const manyInFlight: Sabotage = async ({ bus }, servers) => {
  const connection = await connect({ servers: servers.natsUrl });
  const manager = await connection.jetstreamManager();
  const consumeTurns: Bus['consumeTurns'] = async (partition, handler, position) => {
    const feeds = await Promise.all(
      Array.from({ length: pulls }, () => bus.consumeTurns(partition, handler, position)),
    );
    for await (const { name } of manager.consumers.list('TURNS')) {
      if (!name.startsWith(`feed-${partition}-`)) continue;
      await manager.consumers.update('TURNS', name, { max_ack_pending: inFlight });
    }
    return { close: async () => void (await Promise.all(feeds.map((feed) => feed.close()))) };
  };
  return { bus: { consumeTurns } };
};

/** What was written is on its way to the bus only in the worker's memory. */
const noOutbox: Sabotage = async ({ conversations }) => {
  const forget = async (conversation: ConversationId, id: string | undefined) => {
    if (id) await conversations.removeFromOutbox([{ id, conversation }]);
  };
  const claim: Conversations['claim'] = async (options) => {
    const result = await conversations.claim(options);
    if (result.status === 'claimed') await forget(result.claim.conversation, result.claim.openedOutboxId);
    return result;
  };
  const emit: Conversations['emit'] = async (ref, part, events) => {
    const result = await conversations.emit(ref, part, events);
    if (result.status === 'ok') await forget(ref.conversation, result.outboxId);
    return result;
  };
  const ending = async (ref: ClaimRef, result: CommitResult) => {
    if (result.status === 'ok') await forget(ref.conversation, result.outboxId);
    return result;
  };
  const commit: Conversations['commit'] = async (ref, result) =>
    ending(ref, await conversations.commit(ref, result));
  const giveUp: Conversations['giveUp'] = async (ref, options) =>
    ending(ref, await conversations.giveUp(ref, options));
  return Promise.resolve({ conversations: { claim, emit, commit, giveUp } });
};

/** Whoever writes has the fence that counts. */
const noFence: Sabotage = async ({ conversations }, servers) => {
  const redis = new Redis(servers.redisUrl);
  const current = async <Ref extends ClaimRef>(ref: Ref): Promise<Ref> => ({
    ...ref,
    fence: Number(await redis.hget(keyOf(servers, 'c', ref.conversation), 'fence')),
  });
  /** The count of parts belongs to the claim, so it goes with the fence. */
  const nextPart = async (ref: ClaimRef) =>
    Number(await redis.hget(keyOf(servers, 'c', ref.conversation), 'part')) + 1;
  const renew: Conversations['renew'] = async (ref, leaseMs) =>
    conversations.renew(await current(ref), leaseMs);
  const emit: Conversations['emit'] = async (ref, _part, events) =>
    conversations.emit(await current(ref), await nextPart(ref), events);
  const commit: Conversations['commit'] = async (ref, result) =>
    conversations.commit(await current(ref), result);
  return Promise.resolve({ conversations: { renew, emit, commit } });
};

export const sabotages = { noDedupe, ackBeforeAccept, manyInFlight, noOutbox, noFence } satisfies Record<
  string,
  Sabotage
>;
export type SabotageName = keyof typeof sabotages;

/** The port with some of its methods replaced. */
export function replaced<T extends object>(port: T, methods: object | undefined): T {
  if (methods === undefined) return port;
  return new Proxy(port, {
    get(target, key) {
      const from = key in methods ? methods : target;
      const value: unknown = Reflect.get(from, key);
      return typeof value === 'function' ? (value.bind(from) as unknown) : value;
    },
  });
}
