import { type Log } from '@travellite/telemetry';

/** How to reach NATS and what the streams are to look like. Sizes in bytes, times in ms. */
export interface NatsOptions {
  /** `nats://host:port`, several separated by commas. Credentials in an address are used and never logged. */
  url: string;
  user?: string;
  password?: string;
  token?: string;
  /** Seen by operators in `nats server report connections`. */
  name: string;
  /** Copies of each stream: 1 on a laptop, 3 in production. */
  replicas: number;
  partitions: number;
  maxStreamBytes: number;
  /** After this long without an answer an operation rejects with `provider_unavailable`. */
  operationTimeoutMs: number;
  /** A publisher that was not heard for so long has lost its namespace and what it had in hand; 2 000 when not given. */
  outboundLeaseMs?: number;
  log: Log;
  /** Hears why the bus is not open yet, a sentence an attempt. */
  onWaiting?: (reason: string) => void;
  /** Stops the attempts to make the first connection. */
  signal?: AbortSignal;
}
