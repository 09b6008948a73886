import { type OperatorService } from '@travellite/bus';
import { conversationEndpoints, readVersion, toOperatorService } from '@travellite/operations';
import { type WorkerOptions } from './options.js';
import { type WorkerService } from './worker.service.js';

const packageFile = new URL('../package.json', import.meta.url);

/** What operators may ask of a worker: about its process, and about the store that all workers share. */
export const workerOperators = (
  worker: WorkerService,
  { bus, conversations, log }: Pick<WorkerOptions, 'bus' | 'conversations' | 'log'>,
): OperatorService =>
  toOperatorService({
    name: 'agent-worker',
    version: readVersion(packageFile),
    description: 'Runs turns; answers for the conversation store',
    status: () => worker.status(),
    drain: () => void worker.drain().catch((error: unknown) => log.error('draining failed', {}, error)),
    endpoints: conversationEndpoints({ conversations, wake: () => bus.wake() }),
  });
