import { type StoreLoad } from '@travellite/conversations';
import { TravelError } from '@travellite/protocol';
import { toPrometheusText } from '@travellite/telemetry';
import { workerMetrics } from './metrics.js';

const load: StoreLoad = { ready: 7, running: 5, outbox: 3, deadLetters: 2, oldestReadyMs: 1_250 };
const state = { running: 4, slots: 256 };
const valuesOf = (metrics: Awaited<ReturnType<typeof workerMetrics>>) =>
  Object.fromEntries(metrics.map(({ name, value }) => [name, value]));

describe("a worker's metrics", () => {
  it('say what it does and what waits, ages in seconds', async () => {
    expect(valuesOf(await workerMetrics(state, { load: () => Promise.resolve(load) }))).toEqual({
      worker_turns_running: 4,
      worker_slots: 256,
      store_up: 1,
      store_ready_conversations: 7,
      store_running_turns: 5,
      store_oldest_ready_seconds: 1.25,
      store_outbox_batches: 3,
      store_dead_letters: 2,
    });
  });

  it('leave the store out when it does not answer, and say so', async () => {
    const down = () => Promise.reject(new TravelError('provider_unavailable', 'Redis cannot be reached.'));
    expect(valuesOf(await workerMetrics(state, { load: down }))).toEqual({
      worker_turns_running: 4,
      worker_slots: 256,
      store_up: 0,
    });
  });

  it('are gauges with a sentence each', async () => {
    const metrics = await workerMetrics(state, { load: () => Promise.resolve(load) });
    for (const { type, help } of metrics)
      expect([type, help]).toEqual(['gauge', expect.stringMatching(/\.$/)]);
    expect(toPrometheusText(metrics)).toContain('\ntravellite_store_ready_conversations 7\n');
  });
});
