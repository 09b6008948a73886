import { type Bus } from '@travellite/bus';
import { type Conversations } from '@travellite/conversations';
import { type Agent } from '@travellite/protocol';
import { type Counters, type Log } from '@travellite/telemetry';
import { type Faults } from '@travellite/turns';

/** A worker's ports and settings. The ports belong to the caller: the worker does not close them. */
export interface WorkerOptions {
  bus: Bus;
  conversations: Conversations;
  agent: Agent;
  log: Log;
  counters: Counters;
  /** Turns at the same time, each of another conversation. */
  slots: number;
  /** How long a turn is held without a sign of life, in ms. */
  leaseMs: number;
  /** Tries of one turn before it is given up; the engine's own when not given. */
  maxAttempts?: number;
  /** How long running turns may take to finish when the process stops, in ms; what then still runs is handed back. */
  drainMs: number;
  /** Called at every step boundary of the engine; chaos runs end the process there. */
  faults?: Faults;
  /** Wait before the second attempt of a failed turn, in ms; the engine's own when not given. */
  retryBaseMs?: number;
  /** Who claims, for operators; the process id when not given. */
  name?: string;
  /** Partitions of the bus this process moves into mailboxes. None where doors reach the mailboxes themselves. */
  partitions?: readonly number[];
}
