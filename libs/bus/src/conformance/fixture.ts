import { type Bus } from '../port.js';

/** How an adapter is put through the suite. */
export interface BusFixture {
  /** An empty bus of its own, whatever ran before. */
  open(options: { partitions: number }): Promise<BusUnderTest>;
  /** How long a case waits for what must come; 4000 when not given. */
  patienceMs?: number;
}

export interface BusUnderTest {
  readonly bus: Bus;
  /** Another member of the same bus, as another process would have; a bus of one process gives itself. */
  join(): Promise<Bus>;
  /** Interrupts the connection of every member for a moment and lets them find their way back. */
  interrupt?(): Promise<void>;
  /** Lets a member fall silent as a killed process does: nothing of it reaches the others any more. */
  die?(member: Bus): Promise<void>;
  /** Takes the server away for good. */
  sever?(): Promise<void>;
  close(): Promise<void>;
}

/** What a case works with. */
export interface BusCase extends BusUnderTest {
  /** Waits until the condition holds; throws what it last threw when it does not in time. */
  until(condition: () => void): Promise<void>;
}

/** One behaviour. `run` throws when the bus does not keep it. */
export interface Case {
  name: string;
  needs?: ('interrupt' | 'sever' | 'die' | 'feedDedupe' | 'keepsDocuments')[];
  run(context: BusCase): Promise<void>;
}

/** A numbered guarantee of the port, as cases. */
export interface Guarantee {
  name: string;
  cases: Case[];
}
