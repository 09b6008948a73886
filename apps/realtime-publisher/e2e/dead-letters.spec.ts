import { type Bus, openBus, type OutboundAnswer } from '@travellite/bus';
import { type DeliveryCode, DeliveryError, type RealtimeProvider } from '@travellite/realtime';
import { createCounters, silentLog } from '@travellite/telemetry';
import { bootstrapPublisher, type RunningPublisher } from '../src/index.js';
import { publisherOperators } from '../src/operators.js';
import { fastTimes, until } from './harness.js';

const answer: OutboundAnswer = {
  ...{ id: 'user:ann:1:3', conversation: 'user:ann', namespace: '', userId: 'ann' },
  events: [
    { conversation: 'user:ann', epoch: 1, seq: 2, turn: 't', ts: 1, type: 'response', text: 'secret words' },
    { conversation: 'user:ann', epoch: 1, seq: 3, turn: 't', ts: 1, type: 'done', status: 'complete' },
  ],
};

/** A service without a socket whose HTTP door answers as told. */
function refusing() {
  const published: string[] = [];
  let code: DeliveryCode | undefined = 'forbidden';
  const provider: RealtimeProvider = {
    name: 'native',
    capabilities: {
      ...{ confirms: true, idempotencyMs: 1, recovery: false, presence: false, history: false },
      ...{ socketPublish: true, rateLimits: false, maxMessageBytes: 1e6, maxBatch: 10 },
    },
    parseWebhook: () => ({
      events: [],
      unreadable: [],
      reply: () => ({ status: 200, headers: {}, body: {} }),
    }),
    checkHeaders: () => undefined,
    refuse: () => ({ status: 400, headers: {}, body: {} }),
    connect: () => Promise.reject(new DeliveryError('provider_unavailable', 'No socket here.')),
    http: {
      publish: async (_room, [message]) => {
        if (code) throw new DeliveryError(code, 'The room is not yours.');
        published.push(String(message?.['text']));
        return { confirmed: true };
      },
    },
    presence: async () => [],
    history: async () => [],
    health: () => ({ ok: true }),
    close: async () => undefined,
  };
  return { provider, published, set: (next: DeliveryCode | undefined) => void (code = next) };
}

describe('an answer the service will never take', () => {
  let bus: Bus;
  let running: RunningPublisher;
  const service = refusing();
  const counters = createCounters();
  const ask = async (name: string, input?: unknown) => {
    const endpoint = publisherOperators(running.publisher).endpoints.find((one) => one.name === name);
    return endpoint?.handle(input);
  };
  beforeAll(async () => {
    bus = await openBus({ kind: 'in-process' });
    const channels = [{ namespace: '', provider: service.provider }];
    running = await bootstrapPublisher(
      { bus, channels, counters, log: silentLog, times: { ...fastTimes, patienceMs: 1 } },
      { port: 0, host: '127.0.0.1' },
    );
  });
  afterAll(async () => {
    await running.close();
    await bus.close();
  });

  it('is a dead letter that operators see, without a word of it', async () => {
    await bus.outbound.publish(answer);
    await until(() => expect(counters.read()).toMatchObject({ answers_buried: 1 }));
    const listed = await ask('dead-letters');
    expect(listed).toMatchObject({
      deadLetters: [
        {
          conversation: 'user:ann',
          turn: 't',
          code: 'forbidden',
          reason: 'The service does not let us publish to this room.',
        },
      ],
    });
    expect(JSON.stringify(listed)).not.toMatch(/secret words|not yours/);
  });

  it('is published when it is replayed and the service has come round', async () => {
    service.set(undefined);
    const { deadLetters } = (await ask('dead-letters', { limit: 1 })) as { deadLetters: { id: number }[] };
    const [letter] = deadLetters;
    expect(await ask('replay', { id: letter?.id })).toEqual({ replayed: letter?.id });
    await until(() => expect(service.published).toEqual(['secret words']));
    expect(await ask('dead-letters')).toEqual({ deadLetters: [] });
    await expect(ask('replay', { id: letter?.id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(ask('replay', { id: 'x' })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('is retried as long as another attempt may help', async () => {
    service.set('rate_limited');
    await bus.outbound.publish({
      ...answer,
      id: 'user:ann:1:6',
      events: answer.events.map((event) => ({ ...event, turn: 'u' })),
    });
    await until(() => expect(counters.read()['answer_retries'] ?? 0).toBeGreaterThan(3));
    service.set(undefined);
    await until(() => expect(service.published).toHaveLength(2));
    expect(counters.read()).toMatchObject({ answers_buried: 1 });
  });
});
