import { type Claim, type Conversations } from '../port.js';
import { type ConversationsFixture } from './fixture.js';

/** Breaks one promise of a working store. */
export type Mutation = (store: Conversations) => Partial<Conversations>;

/** A fixture whose stores have the mutation; what it does not name works as before. */
export function mutated(fixture: ConversationsFixture, mutation: Mutation): ConversationsFixture {
  return {
    ...fixture,
    async open(options) {
      const store = await fixture.open(options);
      let current = store.conversations;
      let broken = breakStore(current, mutation);
      return {
        get conversations() {
          if (current !== store.conversations) broken = breakStore((current = store.conversations), mutation);
          return broken;
        },
        advance: (ms) => store.advance(ms),
        kill: store.kill,
        losePower: store.losePower,
        close: () => store.close(),
      };
    },
  };
}

function breakStore(store: Conversations, mutation: Mutation): Conversations {
  const broken = mutation(store);
  return new Proxy(store, {
    get(target, key) {
      const value: unknown = Reflect.get(key in broken ? broken : target, key);
      return typeof value === 'function' ? value.bind(key in broken ? broken : target) : value;
    },
  });
}

/** One mutation for each guarantee, at least; the suite must notice it in that guarantee's cases. */
export const mutations: Record<string, Record<string, Mutation>> = {
  '1 dedupe': {
    'a second acceptance is taken under another id': (store) => {
      const seen = new Set<string>();
      return {
        accept: (turn, options) => {
          const known = seen.has(turn.id);
          seen.add(turn.id);
          return store.accept(known ? { ...turn, id: `${turn.id}-again` } : turn, options);
        },
      };
    },
    'ended turns are forgotten': (store) => ({
      accept: async (turn, options) => {
        const result = await store.accept(turn, options);
        if (result.status !== 'duplicate' || result.outcome === 'open') return result;
        return store.accept({ ...turn, id: `${turn.id}-again` }, options);
      },
    }),
  },
  '2 order': {
    'every two turns are swapped': (store) => {
      let first: Parameters<Conversations['accept']> | undefined;
      return {
        accept: async (...call) => {
          if (first === undefined) {
            first = call;
            return { status: 'accepted', position: 0 };
          }
          const result = await store.accept(...call);
          await store.accept(...first);
          first = undefined;
          return result;
        },
      };
    },
  },
  '3 durability': {
    'an acceptance is answered and not written': (store) => {
      let dropped = false;
      return {
        accept: async (turn, options) => {
          if (dropped) return store.accept(turn, options);
          dropped = true;
          return { status: 'accepted', position: 0 };
        },
      };
    },
    'a commit is answered and not written': () => ({
      commit: async () => ({ status: 'ok', version: 1, events: [], outboxId: '', more: false }),
    }),
  },
  '4 lease': {
    'renewals are answered and not written': () => ({ renew: async () => 'ok' }),
    'leases last a thousand times as long': (store) => ({
      claim: (options) => store.claim({ ...options, leaseMs: options.leaseMs * 1000 }),
    }),
  },
  '5 fence': {
    'every writer gets the newest fence': (store) => {
      const newest = new Map<string, number>();
      const lift = <T extends Pick<Claim, 'conversation' | 'fence'>>(ref: T): T => ({
        ...ref,
        fence: newest.get(ref.conversation) ?? ref.fence,
      });
      return {
        claim: async (options) => {
          const result = await store.claim(options);
          if (result.status === 'claimed') newest.set(result.claim.conversation, result.claim.fence);
          return result;
        },
        emit: (ref, part, events) => store.emit(lift(ref), part, events),
        commit: (ref, result) => store.commit(lift(ref), result),
      };
    },
  },
  '6 atomic commit': {
    'the events of a commit get lost': (store) => ({
      commit: (ref, result) => store.commit(ref, { ...result, events: [] }),
    }),
    'the state of a commit gets lost': (store) => ({
      commit: (ref, { events }) => store.commit(ref, { events }),
    }),
    'a repeated commit is done again': (store) => ({
      commit: async (ref, result) => {
        const answer = await store.commit(ref, result);
        return answer.status === 'already'
          ? { status: 'ok', version: 2, events: [], outboxId: '', more: false }
          : answer;
      },
    }),
  },
  '7 log': {
    'a gap is read over in silence': (store) => ({
      readEvents: async (...call) => {
        const result = await store.readEvents(...call);
        return result.status === 'gap' ? { status: 'ok', events: [], head: result.head } : result;
      },
    }),
    'the last event of a page is left out': (store) => ({
      readEvents: async (...call) => {
        const result = await store.readEvents(...call);
        return result.status === 'ok' ? { ...result, events: result.events.slice(0, -1) } : result;
      },
    }),
    'a repeated emit is written again': (store) => {
      let part = 0;
      return {
        claim: (options) => {
          part = 0;
          return store.claim(options);
        },
        emit: (ref, _part, events) => store.emit(ref, ++part, events),
      };
    },
  },
  '8 outbox': {
    'committed events never enter the outbox': (store) => ({
      commit: async (ref, input) => {
        const result = await store.commit(ref, input);
        if (result.status === 'ok') await store.removeFromOutbox([{ ...ref, id: result.outboxId }]);
        return result;
      },
    }),
    'the outbox is read newest first': (store) => ({
      outbox: async (limit) => (await store.outbox(1000)).reverse().slice(0, limit),
    }),
    'removals are answered and not written': () => ({ removeFromOutbox: async () => undefined }),
  },
  '9 attempts': {
    'a handed-back claim counts': (store) => ({
      release: (ref, options) => store.release(ref, { ...options, countAttempt: true }),
    }),
    'a failed claim does not count': (store) => ({
      release: (ref, options) => store.release(ref, { ...options, countAttempt: false }),
    }),
  },
  '10 dead letters': {
    'a turn is given up without a letter': (store) => ({
      giveUp: (ref, { events }) => store.commit(ref, { events }),
    }),
    'a replay is answered and not done': () => ({ replayDeadLetter: async () => true }),
  },
  '11 bounds': {
    'mailboxes never fill': (store) => ({
      accept: (turn, options) => store.accept(turn, { ...options, maxQueued: 1000 }),
    }),
    'everybody queues': (store) => ({
      accept: (turn, { opening, maxQueued }) => store.accept(turn, { opening, maxQueued }),
    }),
  },
  '12 loss': {
    'every look finds another history': (store) => {
      let looks = 0;
      return {
        feedPosition: async (partition) => {
          const position = await store.feedPosition(partition);
          return { ...position, history: `${position.history} ${(looks += 1)}` };
        },
      };
    },
  },
  '13 operators': {
    'a turn is said to be taken away and is not': () => ({
      revoke: async () => ({ status: 'revoked', turn: 'one' }),
    }),
    'nobody is named who holds a turn': (store) => ({
      inspect: async (conversation) => {
        const { head, ...rest } = await store.inspect(conversation);
        return head ? { ...rest, head: { ...head, held: undefined } } : rest;
      },
    }),
  },
};
