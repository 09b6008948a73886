import { type CanonicalEvent, type LiveText } from '@travellite/protocol';
import { type Gap, type TextStep } from '@travellite/turns';
import { type Connection } from '../connections/connection.js';

/** All connections of one conversation that speak the same dialect: an event is encoded once for all of them. */
export interface Channel {
  readonly members: Set<Connection>;
  /** A durable event: in order, none left out, each once. */
  event(event: CanonicalEvent): void;
  /** A text delta as it is on its way: lossy. */
  live?(delta: LiveText): void;
  /** The running answer grew, or starts over: nothing lost, nothing twice. `ts` in Unix ms. */
  text?(step: TextStep, ts: number): void;
  /** Events are missing that nobody can bring back. */
  gap?(reason: Gap['reason']): void;
}
