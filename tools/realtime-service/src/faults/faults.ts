/** What can happen to one kind of traffic. Probabilities from 0 to 1. */
export interface LineFaults {
  /** Gets lost. */
  lose: number;
  /** Comes twice. */
  duplicate: number;
  /** Comes after the one behind it. */
  reorder: number;
  /** Comes up to so many ms later; order is kept. */
  delayMs: number;
}

/** `publications`: frames that servers publish by their socket. */
export type LineName = 'acks' | 'deliveries' | 'publications' | 'webhooks';
const lineNames = ['acks', 'deliveries', 'publications', 'webhooks'] as const;

/** What is going wrong at the moment. */
export interface FaultPlan extends Record<LineName, LineFaults> {
  /** New connections and requests are answered 503. */
  refuse: boolean;
}

export type FaultChange = { refuse?: boolean } & { [Name in LineName]?: Partial<LineFaults> };

const none: LineFaults = { lose: 0, duplicate: 0, reorder: 0, delayMs: 0 };

/** The faults in force; changed while the service runs. */
export class Faults {
  readonly plan: FaultPlan = {
    refuse: false,
    acks: { ...none },
    deliveries: { ...none },
    publications: { ...none },
    webhooks: { ...none },
  };

  /** @param random from 0 up to 1; given, a run can be repeated */
  constructor(readonly random: () => number) {}

  /** What is not named stays as it is. */
  set(change: FaultChange): void {
    if (change.refuse !== undefined) this.plan.refuse = change.refuse;
    for (const name of lineNames) Object.assign(this.plan[name], change[name]);
  }

  /** Everything works again. */
  clear(): void {
    this.set({ refuse: false, acks: none, deliveries: none, publications: none, webhooks: none });
  }

  happens(probability: number): boolean {
    return probability > 0 && this.random() < probability;
  }
}
