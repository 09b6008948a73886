import { DeliveryError } from '../delivery-error.js';
import { type RealtimeConnection, type RealtimeProvider, type RoomMessage, type Webhook } from '../port.js';
import { type RealtimeFixture } from './fixture.js';

/** Breaks one promise of a working provider. */
export type Mutation = (provider: RealtimeProvider) => Partial<RealtimeProvider>;

/** `broken` where it says something, `whole` elsewhere. */
function overlay<T extends object>(whole: T, broken: Partial<T>): T {
  return new Proxy(whole, {
    get(target, key) {
      const from = key in broken ? broken : target;
      const value: unknown = Reflect.get(from, key);
      return typeof value === 'function' ? value.bind(from) : value;
    },
  });
}

/** A fixture whose provider has the mutation; what it does not name works as before. */
export function mutated(fixture: RealtimeFixture, mutation: Mutation, patienceMs: number): RealtimeFixture {
  const mutate = (provider: RealtimeProvider) => overlay(provider, mutation(provider));
  return {
    patienceMs,
    async open(options) {
      const under = await fixture.open(options);
      return {
        ...under,
        provider: mutate(under.provider),
        another: async (who) => mutate(await under.another(who)),
      };
    },
  };
}

type Breaking = (connection: RealtimeConnection) => Partial<RealtimeConnection>;

const connecting =
  (breaking: Breaking): Mutation =>
  (provider) => ({
    connect: async (...args) => {
      const connection = await provider.connect(...args);
      return overlay(connection, breaking(connection));
    },
  });

const parsing =
  (change: (webhook: Webhook) => Partial<Webhook>): Mutation =>
  (provider) => ({
    parseWebhook: (raw, headers) => {
      const webhook = provider.parseWebhook(raw, headers);
      return { ...webhook, reply: (outcome) => webhook.reply(outcome), ...change(webhook) };
    },
  });

const everySecond = () => {
  let count = 0;
  return () => (count += 1) % 2 === 0;
};

/** One mutation for each guarantee, at least; the suite must notice it in that guarantee's cases. */
export const mutations: Record<string, Record<string, Mutation>> = {
  '1 webhook meaning': {
    'ids are made up': parsing(({ events }) => ({
      events: events.map((event) => ({ ...event, id: String(Math.random()) })),
    })),
    'nobody said it': parsing(({ events }) => ({
      events: events.map((event) =>
        event.type === 'message' ? { ...event, author: { userId: 'x' } } : event,
      ),
    })),
    'everything is taken': (provider) => ({
      parseWebhook: (raw, headers) => {
        try {
          return provider.parseWebhook(raw, headers);
        } catch {
          return { events: [], unreadable: [], reply: () => ({ status: 200, headers: {}, body: {} }) };
        }
      },
    }),
  },
  '2 webhook authenticity': {
    'a signature is not looked at': () => ({
      parseWebhook: () => ({
        events: [],
        unreadable: [],
        reply: () => ({ status: 200, headers: {}, body: {} }),
      }),
    }),
    'headers are not looked at': () => ({ checkHeaders: () => undefined }),
  },
  '3 webhook innocence': {
    'a picture is looked at': (provider) => ({
      parseWebhook: (raw, headers) => {
        void new Promise((resolve) => resolve(fetch('http://127.0.0.1:9/'))).catch(() => undefined);
        return provider.parseWebhook(raw, headers);
      },
    }),
    'fields are passed on': (provider) => ({
      parseWebhook: (raw, headers) => {
        const webhook = provider.parseWebhook(raw, headers);
        const more = new TextDecoder().decode(raw);
        return { ...webhook, events: webhook.events.map((event) => ({ ...event, more })) };
      },
    }),
  },
  '4 publish': {
    'every second publication gets lost': connecting((connection) => {
      const skip = everySecond();
      return {
        publish: async (...args) => (skip() ? { confirmed: true } : connection.publish(...args)),
      };
    }),
    'messages are turned round': connecting((connection) => ({
      publish: (room, messages, id) => connection.publish(room, messages.toReversed(), id),
    })),
    'names of rooms are made small': connecting((connection) => ({
      publish: (room, messages, id) => connection.publish(room.toLowerCase(), messages, id),
    })),
  },
  '5 idempotency': {
    'every attempt has an id of its own': connecting((connection) => {
      let attempt = 0;
      return {
        publish: (room, messages, id) => connection.publish(room, messages, `${id}.${(attempt += 1)}`),
      };
    }),
    'HTTP has ids of its own': (provider) => ({
      http: { publish: (room, messages, id) => provider.http.publish(room, messages, `${id}-http`) },
    }),
  },
  '6 confirmation': {
    'it is confirmed before it is': connecting((connection) => ({
      publish: async (room: string, messages: readonly RoomMessage[], id: string) => {
        connection.publish(room, messages, id).catch(() => undefined);
        return { confirmed: true };
      },
    })),
  },
  '7 http': {
    'the first message is enough': (provider) => ({
      http: { publish: (room, messages, id) => provider.http.publish(room, messages.slice(0, 1), id) },
    }),
    'a lost answer is as good as one': (provider) => ({
      http: {
        publish: (...args) => provider.http.publish(...args).catch(() => ({ confirmed: true })),
      },
    }),
  },
  '8 errors': {
    'every fault is tried again': (provider) => ({
      http: {
        publish: (...args) =>
          provider.http.publish(...args).catch((cause: unknown) => {
            throw new DeliveryError('provider_unavailable', 'x', { cause });
          }),
      },
    }),
    'no fault is tried again': (provider) => ({
      http: {
        publish: (...args) =>
          provider.http.publish(...args).catch((cause: unknown) => {
            throw new DeliveryError('invalid', 'x', { cause });
          }),
      },
    }),
    'connecting cannot be stopped': (provider) => ({ connect: (handlers) => provider.connect(handlers) }),
  },
  '9 subscription': {
    'nothing is heard': (provider) => ({ connect: (_, signal) => provider.connect({}, signal) }),
    'the position is forgotten': connecting((connection) => ({
      subscribe: (room) => connection.subscribe(room),
    })),
    'it is always recovered': connecting((connection) => ({
      subscribe: async (...args) => ({ ...(await connection.subscribe(...args)), recovered: true }),
    })),
  },
  '10 history and presence': {
    'history is turned round': (provider) => ({
      history: async (...args) => (await provider.history(...args)).toReversed(),
    }),
    'history has no limit': (provider) => ({ history: (room) => provider.history(room) }),
    'everybody is there twice': (provider) => ({
      presence: async (room) => {
        const members = await provider.presence(room);
        return [...members, ...members];
      },
    }),
  },
  '11 end': {
    'a closed connection still takes messages': connecting((connection) => ({
      publish: (...args) => connection.publish(...args).catch(() => ({ confirmed: false })),
    })),
    'closing does nothing': connecting(() => ({ close: async () => undefined })),
    'every end is our own': connecting((connection) => ({
      closed: connection.closed.then((ended) => ({ ...ended, reason: 'closed_here' })),
    })),
  },
};
