import { checkBy } from '../check/check-plan.js';
import { type Yardstick } from '../check/subject.js';
import { type OptionName, type TripPlan } from '../plan.js';
import { type Violation } from '../report.js';
import { assemble } from '../search/assemble.js';
import { type Draft } from '../search/draft.js';
import { type Setup } from '../search/setup.js';
import { type Style } from '../search/style.js';
import { type Figures, figuresOf, reasonOf, scoreOf, titles } from './describe.js';

/** A plan that may be shown, with what it is told apart by. */
export interface Candidate {
  plan: TripPlan;
  figures: Figures;
  /** Alike for plans with the same contents. */
  signature: string;
}

const signatureOf = (draft: Draft): string =>
  JSON.stringify([
    draft.legs.map(({ option }) => (option.flight ?? option.ground)?.id ?? ''),
    draft.stays.map((stay) => stay?.raw.id ?? ''),
    draft.segments.map((segment) => segment.entries.map((entry) => (entry.visit ?? entry.meal)?.raw.id)),
  ]);

/** Writes drafts out and lets through only what passes the check. */
export class Gate {
  /** What the check found wrong with drafts that were held back. */
  readonly refused: Violation[] = [];

  constructor(
    private readonly setup: Setup,
    private readonly by: Yardstick,
    /** The total of the cheapest trip, the measure for the price score. */
    private readonly cheapest: number,
  ) {}

  pass(name: OptionName, draft: Draft, style: Style): Candidate | undefined {
    const { setup } = this;
    const body = assemble(setup, draft);
    const figures = figuresOf(body, draft);
    const named = { ...body, name, score: scoreOf(setup, body, draft, style, this.cheapest) };
    const reason = reasonOf(named, figures, setup.demands.totalMax);
    const plan = { ...named, title: titles[name], reason };
    const violations = checkBy(this.by, plan);
    this.refused.push(...violations);
    return violations.length > 0 ? undefined : { plan, figures, signature: signatureOf(draft) };
  }
}
