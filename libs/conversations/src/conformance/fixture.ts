import { type Conversations } from '../port.js';

/** How an adapter is put through the suite. */
export interface ConversationsFixture {
  /** An empty store of its own, whatever ran before. */
  open(options: { maxEvents: number }): Promise<StoreUnderTest>;
  /** Whether `advance` costs no real time; cases that let hours pass are skipped otherwise. */
  movesClock: boolean;
}

export interface StoreUnderTest {
  readonly conversations: Conversations;
  /** Lets `ms` pass on the store's clock: moves it, or waits. */
  advance(ms: number): Promise<void>;
  /** Kills what holds the data, with no chance to tidy up, and opens the same data again; `conversations` is then the new one. */
  kill?(): Promise<void>;
  /** The same, as after a loss of power in which data that was not synced may have gone. */
  losePower?(): Promise<void>;
  close(): Promise<void>;
}

/** One behaviour. `run` throws when the store does not keep it. */
export interface Case {
  name: string;
  needs?: ('kill' | 'losePower' | 'movesClock')[];
  run(store: StoreUnderTest): Promise<void>;
}

/** A numbered guarantee of the port, as cases. */
export interface Guarantee {
  name: string;
  cases: Case[];
}
