import { hostname } from 'node:os';
import { type OperatorEndpoint, type OperatorService } from '@travellite/bus';

/** One running process, as its operators see it. */
export interface ServiceInstance {
  /** Name of the app. */
  name: string;
  /** Semantic version. */
  version: string;
  description: string;
  /** What it does at the moment: ids and counts, no message text. */
  status(): object | Promise<object>;
  /** Begins to take nothing more; `status` says how far it is. Idempotent. */
  drain(): void;
  /** What any process of this service answers. */
  endpoints?: readonly OperatorEndpoint[];
}

/** `status` and `drain`, which each process answers for itself, and the service's own endpoints. */
export function toOperatorService(instance: ServiceInstance): OperatorService {
  const { name, version, description, endpoints = [] } = instance;
  const startedAt = new Date().toISOString();
  const status = async () => ({
    ...{ host: hostname(), pid: process.pid, version, startedAt },
    ...(await instance.status()),
  });
  return {
    ...{ name, version, description },
    endpoints: [
      {
        name: 'status',
        description: 'What this process does at the moment',
        ofInstance: true,
        handle: status,
      },
      {
        name: 'drain',
        description: 'Takes nothing more; what runs ends or is handed back. For good: start a new process',
        ofInstance: true,
        handle: async () => {
          instance.drain();
          return status();
        },
      },
      ...endpoints,
    ],
  };
}
