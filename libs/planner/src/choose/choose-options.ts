import { yardstick } from '../check/subject.js';
import { type OptionName, type TripPlan } from '../plan.js';
import { type PlanningOptions, type Violation } from '../report.js';
import { type Draft, draftTrip } from '../search/draft.js';
import { optionOrder, styledTrip } from '../search/options.js';
import { type Setup } from '../search/setup.js';
import { styleOf } from '../search/style.js';
import { type Candidate, Gate } from './candidate.js';

const usualOptions = 3;
const mostOptions = 6;

/** A day of this trip costs the party about so much: the measure for what prices mean. */
function usualSpend(setup: Setup, cheapest: number): number {
  const { totalMax } = setup.demands;
  const whole = totalMax < Infinity ? Math.min(totalMax, cheapest * 3) : cheapest * 2.5;
  return Math.max(1, whole / setup.span.days);
}

/** A name is borne out by the figures among the options shown. */
function nameHolds({ plan, figures: mine }: Candidate, rest: readonly Candidate[]): boolean {
  const all = (test: (other: Candidate['figures']) => boolean) => rest.every(({ figures }) => test(figures));
  switch (plan.name) {
    case 'cheapest':
      return all((other) => other.total >= mine.total);
    case 'relaxed':
      return all((other) => other.visits > mine.visits || other.wayMinutes > mine.wayMinutes);
    case 'culture':
      return all((other) => other.cultureShare < mine.cultureShare);
    case 'comfort':
      return all((other) => other.lodgingRating < mine.lodgingRating);
    case 'packed':
      return all((other) => other.visits < mine.visits);
    case 'balanced':
      return true;
  }
}

/** It differs from those that are there, and no name becomes untrue by it. */
function fitsIn(one: Candidate, found: readonly Candidate[]): boolean {
  if (found.some((other) => other.signature === one.signature)) return false;
  const together = [...found, one];
  return together.every((each) =>
    nameHolds(
      each,
      together.filter((other) => other !== each),
    ),
  );
}

/** Ways to build an option of a name, best first. */
function draftsOf(
  setup: Setup,
  name: OptionName,
  cheapest: Draft,
  spend: number,
): (() => Draft | undefined)[] {
  const style = styleOf(name, setup, spend);
  if (name !== 'cheapest') return [() => styledTrip(setup, style, spend, [cheapest.route.start])];
  return [() => draftTrip(setup, cheapest.route, style, { hours: 'usual', bare: false }), () => cheapest];
}

/** Options that pass the check and differ in a way that can be named; `refused` says what was wrong with others. */
export function chooseOptions(
  setup: Setup,
  cheapest: Draft,
  options: PlanningOptions,
): { plans: TripPlan[]; refused: Violation[] } {
  const spend = usualSpend(setup, cheapest.total);
  const gate = new Gate(setup, yardstick(setup.request, setup.catalogue), cheapest.total);
  const most = Math.max(1, Math.min(mostOptions, options.maxOptions ?? usualOptions));
  const found: Candidate[] = [];
  const add = (name: OptionName) => {
    for (const build of draftsOf(setup, name, cheapest, spend)) {
      const draft = build();
      const one = draft && gate.pass(name, draft, styleOf(name, setup, spend));
      if (one !== undefined && fitsIn(one, found)) return found.push(one);
    }
    return 0;
  };
  for (const name of options.names ?? optionOrder(setup)) if (found.length < most) add(name);
  if (found.length === 0) add('cheapest');
  return { plans: found.map(({ plan }) => plan), refused: gate.refused };
}
