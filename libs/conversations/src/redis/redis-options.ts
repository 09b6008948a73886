import { type Log } from '@travellite/telemetry';

/** How to reach Redis and how conversations are laid out in it. Times in ms. */
export interface RedisOptions {
  /** `redis://[user:password@]host:port[/db]`; credentials are used and never logged. */
  url: string;
  /** Slots the conversations are spread over; the same number in every process, and never changed under stored data. */
  partitions: number;
  /** Events kept per conversation. */
  maxEvents: number;
  /** After this long without an answer an operation rejects with `provider_unavailable`. */
  operationTimeoutMs: number;
  log: Log;
  /** Hears why the store is not open yet, a sentence an attempt. */
  onWaiting?: (reason: string) => void;
  /** Stops the attempts to make the first connection. */
  signal?: AbortSignal;
}
