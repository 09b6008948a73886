import {
  newTurnId,
  type ErrorCode,
  type NativeFrame,
  type NativeServerFrame,
  type TurnId,
} from '@travellite/protocol';
import { type ConnectionAddress } from '../connection/address.js';
import { type ConnectionState } from '../connection/state.js';
import { type ConnectionTimes, defaultTimes } from '../connection/times.js';
import { type Outbox, type PendingMessage } from '../outbox/outbox.js';
import { type Clock, systemClock } from './clock.js';
import { platformSocket, type SocketConstructor } from './socket.js';

/** How a client is made. Everything from the outside world can be replaced. */
export interface ClientOptions extends ConnectionAddress {
  /** Defaults to the platform's. */
  WebSocket?: SocketConstructor;
  clock?: Clock;
  /** In [0, 1). */
  random?: () => number;
  newId?: () => TurnId;
  times?: Partial<ConnectionTimes>;
  /** A message without an `ack` after this time is sent again on the same connection. */
  resendMs?: number;
  /** Messages that may wait for their `ack`. */
  maxPending?: number;
}

/** What became of a message at the door. */
export interface Settled {
  id: TurnId;
  status: 'accepted' | 'queued' | 'duplicate' | 'rejected';
  /** Turns of the conversation before this one. */
  position?: number;
  error?: { code: ErrorCode; message: string; retryable: boolean };
}

/** The connection as shown to a person. */
export type ConnectionView = ConnectionState & {
  /** Unix ms of the next attempt, while waiting for it. */
  retryAt?: number;
};

/** The events of a client. */
export interface ClientEvents {
  connection: ConnectionView;
  welcome: Extract<NativeFrame, { type: 'welcome' }>;
  /** Every frame that says something new, in order and once. */
  frame: NativeServerFrame;
  /** Unacknowledged messages have changed. */
  outbox: Outbox;
  sending: PendingMessage;
  settled: Settled;
}

export type ResolvedOptions = Required<Omit<ClientOptions, 'userId' | 'query' | 'times'>> &
  Pick<ClientOptions, 'userId' | 'query'> & { times: ConnectionTimes };

export const resolveOptions = (options: ClientOptions): ResolvedOptions => ({
  clock: systemClock,
  random: Math.random,
  newId: newTurnId,
  resendMs: 10_000,
  maxPending: 64,
  ...options,
  WebSocket: options.WebSocket ?? platformSocket(),
  times: { ...defaultTimes, ...options.times },
});
