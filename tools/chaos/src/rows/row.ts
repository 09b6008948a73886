import { type Client } from '../clients/client.js';
import { type Random } from '../random.js';
import { type Violation } from '../check/check-history.js';
import { type Stage, type StageOptions } from '../stage/stage.js';

/** What one injection may use. */
export interface Scene {
  stage: Stage;
  clients: readonly Client[];
  random: Random;
  /** Promises broken while faults are injected, where a row can tell. */
  broken: Violation[];
}

/** One kind of fault, injected many times while clients talk. */
export interface Row {
  /** Short, for the table and `--row`. */
  name: string;
  /** A sentence for `--help`. */
  about: string;
  stage?: Partial<
    Pick<
      StageOptions,
      'workers' | 'gateways' | 'links' | 'channel' | 'workerEnv' | 'workerMain' | 'workerArgs'
    >
  >;
  /** Times each message is sent; 1 when not given. */
  copies?: number;
  /** Messages of one client that may be under way, and its longest pause between two (ms); 4 and 400 when not given. */
  haste?: { window: number; pauseMs: number };
  /** The text of the next message; a plain one when not given. */
  nextText?: (random: Random) => string;
  /** Injects the fault once and lets it heal; `false` when there was nothing to inject it into. The nth call counts from 0. */
  inject: (scene: Scene, nth: number) => Promise<boolean | void>;
  /** How many faults there were, where it is not the calls of `inject` that count. */
  injected?: (scene: Scene) => number;
  /** How long after the last fault everything must be at rest, in ms; a minute when not given. */
  restLimitMs?: number;
  /** Ends what would go on by itself. */
  heal?: (scene: Scene, injections: number) => Promise<void>;
}
