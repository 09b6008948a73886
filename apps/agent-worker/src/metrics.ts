import { type Conversations, type StoreLoad } from '@travellite/conversations';
import { type Metric } from '@travellite/telemetry';
import { type WorkerState } from './worker.service.js';

const gauge = (name: string, help: string, value: number): Metric => ({ name, help, type: 'gauge', value });

/**
 * A worker's metrics of this moment. Those of the store are the same whichever worker is asked: take their maximum, not
 * their sum. When the store does not answer they are left out (an old number would scale on the past) and `store_up` is 0.
 */
export async function workerMetrics(
  { running, slots }: Pick<WorkerState, 'running' | 'slots'>,
  conversations: Pick<Conversations, 'load'>,
): Promise<Metric[]> {
  const load = await conversations.load().catch(() => undefined);
  return [
    gauge('worker_turns_running', 'Turns running in this worker.', running),
    gauge('worker_slots', 'Turns this worker runs at most at the same time.', slots),
    gauge('store_up', 'Whether the conversation store answered this scrape.', load ? 1 : 0),
    ...(load ? storeMetrics(load) : []),
  ];
}

const storeMetrics = (load: StoreLoad): Metric[] => [
  gauge('store_ready_conversations', 'Conversations with a turn that waits for a worker.', load.ready),
  gauge('store_running_turns', 'Turns some worker holds.', load.running),
  gauge('store_oldest_ready_seconds', 'How long the longest waiting one waits.', load.oldestReadyMs / 1000),
  gauge('store_outbox_batches', 'Batches of events that are not on the bus yet.', load.outbox),
  gauge('store_dead_letters', 'Turns given up and kept for an operator.', load.deadLetters),
];
