import { type Fault, type InboundFrame } from '@travellite/dialects';
import { type Connection } from './connection.js';

/** What a door does with a connection. Frames come one at a time: the next one after the promise of the last resolved. */
export interface Door {
  readonly name: 'gateway' | 'trip-chat' | 'native';
  /** A connection opened. */
  opened(connection: Connection): void;
  /** A frame came. If this fails the connection is closed. */
  frame(connection: Connection, frame: InboundFrame): void | Promise<void>;
  /** The connection is gone; a frame of it may still be being handled. */
  closed(connection: Connection): void;
  /** The door's words for a fault. */
  fault(connection: Connection, fault: Fault): string;
  /** The server is about to restart. */
  goingAway(connection: Connection): void;
}
