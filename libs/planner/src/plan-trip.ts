import { type Catalogue, type TripRequest } from '@travellite/protocol';
import { checkBy } from './check/check-plan.js';
import { yardstick } from './check/subject.js';
import { explain } from './explain/explain.js';
import { probing } from './explain/probe.js';
import { type OptionName, type TripPlan } from './plan.js';
import { type PlanningOptions, type PlanningResult } from './report.js';
import { assemble } from './search/assemble.js';
import { cheapestTrip } from './search/cheapest.js';
import { type Figures, figuresOf, reasonOf, scoreOf, titles } from './search/describe.js';
import { type Draft, draftTrip } from './search/draft.js';
import { optionOrder, styledTrip } from './search/options.js';
import { type Setup, setUp } from './search/setup.js';
import { styleOf } from './search/style.js';

const defaultSteps = 2_000_000;
/** For each question asked to explain why nothing was found. */
const probeSteps = 100_000;

interface Candidate {
  plan: TripPlan;
  figures: Figures;
  signature: string;
}

const signatureOf = (draft: Draft): string =>
  JSON.stringify([
    draft.legs.map(({ option }) => (option.flight ?? option.ground)?.id ?? ''),
    draft.stays.map((stay) => stay?.raw.id ?? ''),
    draft.segments.map((segment) => segment.entries.map((entry) => (entry.visit ?? entry.meal)?.raw.id)),
  ]);

/** A day of this trip costs the party about so much: the measure for what prices mean. */
function usualSpend(setup: Setup, cheapest: number): number {
  const { totalMax } = setup.demands;
  const whole = totalMax < Infinity ? Math.min(totalMax, cheapest * 3) : cheapest * 1.6;
  return Math.max(1, whole / setup.span.days);
}

function draftOf(setup: Setup, name: OptionName, cheapest: Draft, spend: number): Draft | undefined {
  const style = styleOf(name, setup.request, spend);
  if (name !== 'cheapest') return styledTrip(setup, style, spend, [cheapest.route.start]);
  const filled = draftTrip(setup, cheapest.route, style, { hours: 'usual', bare: false });
  return filled ?? cheapest;
}

function candidate(
  setup: Setup,
  name: OptionName,
  draft: Draft,
  cheapest: number,
  spend: number,
): Candidate | undefined {
  const body = assemble(setup, draft);
  const style = styleOf(name, setup.request, spend);
  const figures = figuresOf(body, draft);
  const named = { ...body, name, score: scoreOf(setup, body, draft, style, cheapest) };
  const plan = { ...named, title: titles[name], reason: reasonOf(named, figures, setup.demands.totalMax) };
  if (checkBy(yardstick(setup.request, setup.catalogue), plan).length > 0) return undefined;
  return { plan, figures, signature: signatureOf(draft) };
}

/** A name is kept only when the figures bear it out among the options shown. */
function nameHolds(one: Candidate, others: readonly Candidate[]): boolean {
  const rest = others.filter((other) => other !== one);
  if (rest.length === 0) return true;
  const { name } = one.plan;
  const mine = one.figures;
  if (name === 'relaxed')
    return rest.every(({ figures }) => figures.visits > mine.visits || figures.wayMinutes > mine.wayMinutes);
  if (name === 'culture') return rest.every(({ figures }) => figures.cultureShare < mine.cultureShare);
  if (name === 'comfort') return rest.every(({ figures }) => figures.lodgingRating < mine.lodgingRating);
  if (name === 'packed') return rest.every(({ figures }) => figures.visits < mine.visits);
  return true;
}

function optionsOf(setup: Setup, cheapest: Draft, options: PlanningOptions): TripPlan[] {
  const spend = usualSpend(setup, cheapest.total);
  const most = Math.max(1, Math.min(6, options.maxOptions ?? 3));
  const found: Candidate[] = [];
  for (const name of options.names ?? optionOrder(setup)) {
    if (found.length >= most) break;
    const draft = draftOf(setup, name, cheapest, spend);
    const one = draft && candidate(setup, name, draft, cheapest.total, spend);
    if (one === undefined || found.some((other) => other.signature === one.signature)) continue;
    if (nameHolds(one, found)) found.push(one);
  }
  if (found.length === 0) {
    const bare = candidate(setup, 'cheapest', cheapest, cheapest.total, spend);
    if (bare !== undefined) found.push(bare);
  }
  return honest(found).map(({ plan }) => plan);
}

/** Calls the option with the lowest total the cheapest, whichever search found it. */
function honest(found: Candidate[]): Candidate[] {
  const named = found.find(({ plan }) => plan.name === 'cheapest');
  const lowest = Math.min(...found.map(({ figures }) => figures.total));
  return named !== undefined && named.figures.total > lowest ? found.filter((one) => one !== named) : found;
}

/** Plans a trip: options that pass every check, or what stands in the way. Pure: same input, same output. */
export function planTrip(
  request: TripRequest,
  catalogue: Catalogue,
  options: PlanningOptions,
): PlanningResult {
  const setup = setUp(request, catalogue, options.today, options.stepBudget ?? defaultSteps);
  const { draft, proven } = search(setup);
  const plans = draft === undefined ? [] : optionsOf(setup, draft, options);
  if (plans.length > 0) return { options: plans, steps: setup.steps.used };
  const probe = probing(catalogue, options.today, Math.min(probeSteps, setup.steps.budget));
  return { options: [], infeasible: explain(setup, probe, options.today, proven), steps: setup.steps.used };
}

const search = (setup: Setup) =>
  setup.faults.length > 0
    ? { draft: undefined, proven: true }
    : cheapestTrip(setup, styleOf('cheapest', setup.request, 1));
