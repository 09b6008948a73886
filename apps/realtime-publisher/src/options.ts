import { type Bus } from '@travellite/bus';
import { type RealtimeProvider } from '@travellite/realtime';
import { type Counters, type Log } from '@travellite/telemetry';

/** One namespace of a realtime service. */
export interface Channel {
  /** As answers name it; empty for a service's only or first one. */
  namespace: string;
  provider: RealtimeProvider;
}

/** Times of a publisher, in ms. */
export interface PublisherTimes {
  /** Pieces of an answer written within this time go to the room as one. */
  rollUpMs: number;
  /** First wait before another attempt to connect, doubled for each further one. */
  reconnectMs: number;
  longestReconnectMs: number;
  /** A connection that held for so long lets the next attempts begin anew. */
  stableMs: number;
  /** How long an answer waits for a connection that is being opened before it goes by HTTP. */
  patienceMs: number;
  /** First wait before an answer is published again that failed for now, doubled for each further one. */
  retryMs: number;
  longestRetryMs: number;
  /** What was handed to a connection without confirmation so shortly before its end is published again. */
  doubtMs: number;
  /** How long publishing again may take when the publisher ends. */
  partingMs: number;
}

export const defaultTimes: Readonly<PublisherTimes> = {
  rollUpMs: 40,
  reconnectMs: 1_000,
  longestReconnectMs: 30_000,
  stableMs: 3_000,
  patienceMs: 300,
  retryMs: 100,
  longestRetryMs: 10_000,
  doubtMs: 5_000,
  partingMs: 2_000,
};

/** The publisher's ports and settings. The ports belong to the caller: the publisher does not close them. */
export interface PublisherOptions {
  bus: Pick<Bus, 'health' | 'serve' | 'outbound' | 'subscribe'>;
  /** None: nothing is published, and answers stay in the history. */
  channels: readonly Channel[];
  log: Log;
  counters: Counters;
  /** `single`: one message an answer, for clients that know only the older form. */
  messages?: 'stream' | 'single';
  /** Rooms are also told what the agent is doing; `false` when not given. */
  agentStatus?: boolean;
  times?: Partial<PublisherTimes>;
  /** 0 to 1, for the spread of waits. */
  random?: () => number;
}
