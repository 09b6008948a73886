import { type Outbound } from '../outbound.js';
import { type Bus, type ConversationSubscriber, type EventBatch, type QueuedTurn } from '../port.js';
import { type BusFixture } from './fixture.js';

/** Breaks one promise of a working bus. */
export type Mutation = (bus: Bus) => Partial<Bus>;

/** A fixture whose bus has the mutation; what it does not name works as before. */
export function mutated(fixture: BusFixture, mutation: Mutation): BusFixture {
  const mutate = (bus: Bus): Bus => {
    const broken = mutation(bus);
    return new Proxy(bus, {
      get(target, key) {
        const value: unknown = Reflect.get(key in broken ? broken : target, key);
        return typeof value === 'function' ? value.bind(key in broken ? broken : target) : value;
      },
    });
  };
  return {
    patienceMs: 100,
    async open(options) {
      const under = await fixture.open(options);
      const bus = mutate(under.bus);
      return { ...under, bus, join: async () => bus };
    },
  };
}

/** Passes every second call before the first. */
function swapped<T, R>(send: (one: T) => Promise<R>, answer: R): (one: T) => Promise<R> {
  let held: T | undefined;
  return async (one) => {
    if (held === undefined) {
      held = one;
      return answer;
    }
    const first = held;
    held = undefined;
    await send(one);
    return send(first);
  };
}

/** Breaks a promise about answers; what it does not name works as before. */
function onOutbound(mutation: (outbound: Outbound) => Partial<Outbound>): Mutation {
  return ({ outbound }) => {
    const whole: Outbound = {
      publish: (answer) => outbound.publish(answer),
      consume: (namespace, handler) => outbound.consume(namespace, handler),
      load: (namespace) => outbound.load(namespace),
      bury: (answer, reason) => outbound.bury(answer, reason),
      buried: (options) => outbound.buried(options),
      replay: (id) => outbound.replay(id),
      holdLease: (name, onChange) => outbound.holdLease(name, onChange),
    };
    return { outbound: { ...whole, ...mutation(whole) } };
  };
}

/** One mutation for each guarantee, at least; the suite must notice it in that guarantee's cases. */
export const mutations: Record<string, Record<string, Mutation>> = {
  '1 feed delivery': {
    'a turn is acknowledged although its handler rejected': (bus) => ({
      consumeTurns: (partition, handler, position) =>
        bus.consumeTurns(
          partition,
          (queued, delivery) => handler(queued, delivery).catch(() => undefined),
          position,
        ),
    }),
    'the first turn gets lost': (bus) => {
      let first = true;
      return {
        publishTurn: async (queued) => {
          if (!first) return bus.publishTurn(queued);
          first = false;
          return 'queued';
        },
      };
    },
  },
  '2 feed order': {
    'every two turns are swapped': (bus) => ({
      publishTurn: swapped((queued: QueuedTurn) => bus.publishTurn(queued), 'queued'),
    }),
    'turns are handed over without waiting for the one before': (bus) => ({
      consumeTurns: (partition, handler, position) =>
        bus.consumeTurns(partition, async (queued, delivery) => void handler(queued, delivery), position),
    }),
  },
  '3 feed dedupe': {
    'every publication counts': (bus) => ({
      publishTurn: (queued) => bus.publishTurn({ ...queued, again: true }),
    }),
    'publications that must be fed again are dropped': (bus) => ({
      publishTurn: ({ turn, onBusy }) => bus.publishTurn({ turn, onBusy }),
    }),
    'the publisher is not told what was dropped': (bus) => ({
      publishTurn: async (queued) => {
        await bus.publishTurn(queued);
        return 'queued';
      },
    }),
  },
  '4 events': {
    'every two batches are swapped': (bus) => ({
      publishEvents: swapped((batch: EventBatch) => bus.publishEvents(batch), undefined),
    }),
    'the third batch gets lost': (bus) => {
      let count = 0;
      return { publishEvents: async (batch) => (++count === 3 ? undefined : bus.publishEvents(batch)) };
    },
    'batches of one event twice as long': (bus) => ({
      publishEvents: (batch) => bus.publishEvents({ ...batch, events: [...batch.events, ...batch.events] }),
    }),
  },
  '5 isolation': {
    'names are compared without their case': (bus) => {
      const lower = <T extends { conversation: string }>(one: T): T => ({
        ...one,
        conversation: one.conversation.toLowerCase(),
      });
      return {
        publishEvents: (batch) => bus.publishEvents(lower(batch)),
        subscribe: (name, subscriber) => bus.subscribe(name.toLowerCase() as typeof name, subscriber),
      };
    },
    'everybody gets every receipt': (bus) => ({
      publishReceipt: (receipt, replyTo) =>
        bus.publishReceipt({ ...receipt, conversation: 'user:*' }, replyTo),
      onReceipt: (_, handler) => bus.onReceipt('user:*', handler),
    }),
  },
  '6 live': {
    'every second delta gets lost': (bus) => {
      let count = 0;
      return { publishLive: (delta) => (++count % 2 === 0 ? undefined : bus.publishLive(delta)) };
    },
    'deltas are kept for later subscribers': (bus) => {
      const kept: Parameters<ConversationSubscriber['onLive']>[0][] = [];
      return {
        publishLive: (delta) => {
          kept.push(delta);
          bus.publishLive(delta);
        },
        subscribe: async (name, subscriber) => {
          for (const delta of kept) subscriber.onLive(delta);
          return bus.subscribe(name, subscriber);
        },
      };
    },
  },
  '7 signals': {
    'nobody is woken': () => ({ wake: () => undefined }),
    'wake-ups name no conversation': (bus) => ({ wake: () => bus.wake() }),
    'receipts lose what they say': (bus) => ({
      publishReceipt: ({ conversation, turn }, replyTo) =>
        bus.publishReceipt({ conversation, turn, status: 'accepted' }, replyTo),
    }),
  },
  '8 errors': {
    'a faulty handler ends its publisher': (bus) => {
      const subscribers: ConversationSubscriber[] = [];
      return {
        subscribe: async (_, subscriber) => {
          subscribers.push(subscriber);
          return { close: async () => undefined };
        },
        publishEvents: async (batch) => {
          for (const subscriber of subscribers) subscriber.onEvents(batch);
        },
        publishLive: (delta) => bus.publishLive(delta),
      };
    },
    'a faulty listener ends the signal': () => {
      const handlers: (() => void)[] = [];
      return {
        onWake: async (handler) => {
          handlers.push(handler);
          return { close: async () => undefined };
        },
        wake: () => handlers.forEach((handler) => handler()),
      };
    },
  },
  '9 outbound': {
    'an answer is done with although its handler rejected': onOutbound(({ consume }) => ({
      consume: (namespace, handler) => consume(namespace, (answer) => handler(answer).catch(() => undefined)),
    })),
    'answers are handed over without waiting for the one before': onOutbound(({ consume }) => ({
      consume: (namespace, handler) => consume(namespace, async (answer) => void handler(answer)),
    })),
    'every two answers are swapped': onOutbound(({ publish }) => ({ publish: swapped(publish, undefined) })),
    'every publication counts': onOutbound(({ publish }) => {
      let count = 0;
      return { publish: (answer) => publish({ ...answer, id: `${answer.id}#${++count}` }) };
    }),
    'one conversation holds up all': onOutbound(({ consume }) => ({
      consume: (namespace, handler) => {
        let last: Promise<unknown> = Promise.resolve();
        return consume(namespace, (answer) => {
          const mine = last.then(() => handler(answer));
          last = mine.catch(() => undefined);
          return mine;
        });
      },
    })),
    'namespaces are one': onOutbound(({ publish, consume }) => ({
      publish: (answer) => publish({ ...answer, namespace: '' }),
      consume: (_, handler) => consume('', handler),
    })),
  },
  '10 burials': {
    'the reason gets lost': onOutbound(({ bury }) => ({
      bury: (answer) => bury(answer, { code: 'internal', sentence: '' }),
    })),
    'a replay only forgets': onOutbound(({ publish }) => ({ replay: async () => publish === undefined })),
  },
  '11 lease': {
    'everybody holds it': onOutbound(() => ({
      holdLease: async (_, onChange) => {
        onChange(true);
        return { close: async () => onChange(false) };
      },
    })),
    'it is never given up': onOutbound(({ holdLease }) => ({
      holdLease: async (name, onChange) => {
        await holdLease(name, onChange);
        return { close: async () => undefined };
      },
    })),
  },
  '12 close': {
    'closed subscriptions go on': (bus) => ({
      subscribe: async (name, subscriber) => {
        await bus.subscribe(name, subscriber);
        return { close: async () => undefined };
      },
    }),
    'a closed bus still takes turns': (bus) => ({ publishTurn: async () => (void bus, 'queued') }),
    'closing does not wait': (bus) => ({ close: async () => void bus.close() }),
  },
  '13 documents': {
    'every second document gets lost': (bus) => {
      let count = 0;
      const { documents } = bus;
      const publish: typeof documents.publish = async (document) =>
        ++count % 2 === 0 ? undefined : documents.publish(document);
      return { documents: { publish, follow: (...given) => documents.follow(...given) } };
    },
    'a rejected document counts as taken': ({ documents }) => ({
      documents: {
        publish: (document) => documents.publish(document),
        follow: (handler, options) =>
          documents.follow((document) => handler(document).catch(() => undefined), options),
      },
    }),
    'a group does not share': ({ documents }) => ({
      documents: {
        publish: (document) => documents.publish(document),
        follow: (handler) => documents.follow(handler),
      },
    }),
  },
};
