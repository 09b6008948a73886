import { type Log, silentLog } from '@travellite/telemetry';
import { type NatsOptions } from './nats/nats-options.js';
import { type Bus } from './port.js';

/** Which bus, and how to reach it. */
export type BusConfig =
  | {
      kind: 'in-process';
      /** Partitions of the feed; 1 when not given. */
      partitions?: number;
      /** Folder in which answers to a realtime service outlive the process; in memory when not given. */
      folder?: string;
    }
  | ({ kind: 'nats' } & Omit<NatsOptions, 'log'>);

/** Opens the configured bus. Adapters are loaded on demand, so that the embedded form never loads a client library. */
export async function openBus(config: BusConfig, log: Log = silentLog): Promise<Bus> {
  if (config.kind === 'nats') {
    const { NatsBus } = await import('./nats/nats-bus.js');
    return NatsBus.open({ ...config, log });
  }
  const { openInProcessBus } = await import('./in-process/in-process-bus.js');
  const { partitions, folder } = config;
  return openInProcessBus({ partitions, folder, log });
}
