import { type OperatorService } from '@travellite/bus';
import { conversationEndpoints, readVersion, toOperatorService } from '@travellite/operations';
import { type WorkerOptions } from './options.js';
import { type WorkerService } from './worker.service.js';

const packageFile = new URL('../package.json', import.meta.url);

/** What operators may ask of a worker: about its process, and about the store that all workers share. */
export const workerOperators = (
  worker: WorkerService,
  { bus, conversations }: Pick<WorkerOptions, 'bus' | 'conversations'>,
): OperatorService =>
  toOperatorService({
    name: 'agent-worker',
    version: readVersion(packageFile),
    description: 'Runs turns; answers for the conversation store',
    status: () => worker.status(),
    drain: () => void worker.drain(),
    endpoints: conversationEndpoints({ conversations, wake: () => bus.wake() }),
  });
