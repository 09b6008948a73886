import { type Log, silentLog } from '@travellite/telemetry';
import { type NatsOptions } from './nats/nats-options.js';
import { type Bus } from './port.js';

/** Which bus, and how to reach it. */
export type BusConfig =
  | {
      kind: 'in-process';
      /** Partitions of the feed; 1 when not given. */
      partitions?: number;
    }
  | ({ kind: 'nats' } & Omit<NatsOptions, 'log'>);

/** Opens the configured bus. Adapters are loaded on demand, so that the embedded form never loads a client library. */
export async function openBus(config: BusConfig, log: Log = silentLog): Promise<Bus> {
  if (config.kind === 'nats') {
    const { NatsBus } = await import('./nats/nats-bus.js');
    return NatsBus.open({ ...config, log });
  }
  const { openInProcessBus } = await import('./in-process/in-process-bus.js');
  return openInProcessBus({ partitions: config.partitions, log });
}
