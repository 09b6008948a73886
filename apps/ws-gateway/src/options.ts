import { type IncomingMessage } from 'node:http';
import { type Bus } from '@travellite/bus';
import { type Conversations } from '@travellite/conversations';
import { limits as messageLimits } from '@travellite/protocol';
import { type Counters, type Log, type Metric } from '@travellite/telemetry';
import { type Ingest } from '@travellite/turns';

/** What the gateway needs of the conversation store: it reads, and forgets unnamed visitors. */
export type GatewayStore = Pick<Conversations, 'snapshot' | 'readEvents' | 'forget'>;

/** Rooms that somebody may enter. */
export type Rooms = readonly string[] | 'all';

/**
 * Who opens a connection, by its credentials, and which rooms these admit to besides the user's own conversation (none unless said).
 * `refused` is answered before the upgrade, with `reason` as a sentence.
 */
export type Identity =
  | { status: 'known'; userId: string; rooms?: Rooms }
  | { status: 'refused'; httpStatus: 401 | 403; reason: string };

/** Looks at the credentials of a request. Without one the gateway is open: `?userId=` names the user. */
export type Identify = (request: IncomingMessage) => Promise<Identity>;

/** Bounds of one connection. */
export interface GatewayLimits {
  /** Largest frame a client may send, and largest body of `POST /chat`, in bytes. */
  maxFrameBytes: number;
  /** Frames per second and connection that are not answered yet. A client that waits for its answers is never limited. */
  framesPerSecond: number;
  /** Frames that may wait for the one being handled before the connection is not read any more. */
  maxWaitingFrames: number;
  /** Bytes waiting for a client from which on it gets no live deltas and is not read. */
  slowBytes: number;
  /** Bytes waiting for a client at which it is given up (close code 1013). */
  maxBufferedBytes: number;
  /** Time between two heartbeats, in ms; who answers none of two is gone. */
  heartbeatMs: number;
  /** How long `POST /chat` waits for its turn, in ms. */
  requestTimeoutMs: number;
  /** How long a closing connection may take, in ms. */
  closeTimeoutMs: number;
  /** Connections that a stopping process closes at once. */
  closeSlice: number;
  /** Time between two such slices, in ms. */
  closePauseMs: number;
  /** How long all slices together, and requests that wait for their turn, may take when the process stops, in ms. */
  drainMs: number;
}

export const defaultGatewayLimits: Readonly<GatewayLimits> = {
  maxFrameBytes: messageLimits.maxFrameBytes,
  framesPerSecond: 120,
  maxWaitingFrames: 32,
  slowBytes: 128 * 1024,
  maxBufferedBytes: 4 * 1024 * 1024,
  heartbeatMs: 25_000,
  requestTimeoutMs: 120_000,
  closeTimeoutMs: 2_000,
  closeSlice: 100,
  closePauseMs: 50,
  drainMs: 10_000,
};

/** The gateway's ports and settings. */
export interface GatewayOptions {
  bus: Bus;
  conversations: GatewayStore;
  ingest: Ingest;
  log: Log;
  counters: Counters;
  limits?: Partial<GatewayLimits>;
  /** Browser origins besides the own one that may connect (`https://app.example.com`); `*` allows all. */
  origins?: readonly string[];
  identify?: Identify;
  /** Trips as files. With a secret they can be shared by links; every process that has it opens the same ones. */
  trips?: { secret?: string | Uint8Array };
  /** Where the page's room view finds the sockets of a realtime service (`ws:` or `wss:`); without it rooms are this gateway's alone. */
  realtimeClientUrl?: string;
  /** Documents for the agent's knowledge are taken from who has the token; without it, from nobody. */
  knowledge?: { token: string };
  /** Folder of the built page. */
  webRoot?: string;
  /** Whether further parts of the process can be used, by name; for `/health/ready`. */
  probes?: Record<string, () => Promise<Probe> | Probe>;
  /** What other services of this process add to `/metrics`. */
  metrics?: () => Promise<Metric[]>;
  /** Unix ms. */
  now?: () => number;
  /** A fresh UUID: names connections and unnamed visitors' conversations. */
  newId?: () => string;
}

/** Whether a part can be used, with a sentence for operators when not. */
export interface Probe {
  ok: boolean;
  detail?: string;
}
