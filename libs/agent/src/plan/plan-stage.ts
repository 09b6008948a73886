import { type OptionName, type PlanningResult } from '@travellite/planner';
import { type Catalogue, type PlanOption } from '@travellite/protocol';
import { catalogueFor, expandDestinations } from '@travellite/travel-tools';
import { withTrouble } from '../act/troubles.js';
import { lengthKnown } from '../trip-state/missing.js';
import { type StageContext, type StageStep, type TurnWork } from '../turn-work.js';
import { shouldPlan, tellsLists } from './plan-decision.js';
import { planningRequest } from './planning-request.js';
import { toWireOption } from './to-wire.js';

const optionsShown = 3;

/** Makes plan options that hold up to checking, or finds out which wish stands in the way. */
export const planStage: StageStep = {
  step: 'plan',
  label: 'Making a plan',
  async run(work, context) {
    const planned = shouldPlan(work)
      ? await makePlan(work, context)
      : withoutStalePlan(noteUnknown(work, context));
    if (tellsLists(work)) await context.event({ type: 'plan', plan: planned.state.plan });
    return planned;
  },
};

async function makePlan(work: TurnWork, { ports, signal, log }: StageContext): Promise<TurnWork> {
  const { request, dates, datesAssumed } = planningRequest(work.state.request, work.today);
  const { catalogue, faults, unknown } = await catalogueFor(ports.tools, request, dates, { signal });
  for (const { tool, error } of faults) log.warn('a search failed', { tool, code: error.code });
  const troubles = faults.reduce((known, { tool }) => withTrouble(known, tool), work.troubles);
  const found = { ...work, troubles, unknownPlaces: unknown };
  if (catalogue.cities.length === 0) return withPlan(found, []);
  const leaning = leaningOf(work);
  const planning = ports.planTrip(request, catalogue, {
    today: work.today,
    maxOptions: optionsShown,
    ...(leaning ? { names: namesFrom(leaning) } : {}),
  });
  const options = planning.options.map((option) => toWireOption(option, catalogue, datesAssumed));
  const thin = thinPlaces(planning, catalogue, ports.tools);
  const planned = withPlan({ ...found, planning, thinPlaces: thin }, options);
  return leaning ? { ...planned, state: { ...planned.state, leaning } } : planned;
}

const withPlan = (work: TurnWork, plan: PlanOption[]): TurnWork => {
  const { chosen: _chosen, ...state } = work.state;
  return { ...work, state: { ...state, plan } };
};

/** Cities of the first option for which only general ideas exist. */
function thinPlaces(
  { options }: PlanningResult,
  { cities }: Catalogue,
  { gazetteer }: StageContext['ports']['tools'],
): string[] {
  const visited = new Set(options[0]?.stops.map(({ city }) => city) ?? []);
  return cities
    .filter(
      ({ name, place }) => visited.has(name) && gazetteer.findCity(place ?? name)?.curated === undefined,
    )
    .map(({ name }) => name);
}

function noteUnknown(work: TurnWork, { ports }: StageContext): TurnWork {
  const come = work.state.request.destinations.filter(
    ({ name }) => !work.before.request.destinations.some((known) => known.name === name),
  );
  const { unknown } = expandDestinations({ destinations: come }, ports.tools.gazetteer);
  return { ...work, unknownPlaces: unknown };
}

/** A plan for places or a length that are no longer wished is not kept; a message that changes neither leaves it as it is. */
function withoutStalePlan(work: TurnWork): TurnWork {
  const { before, state } = work;
  const usable = state.request.destinations.length > 0 && lengthKnown(state.request);
  const was = before.request.destinations.length > 0 && lengthKnown(before.request);
  return !usable && was && state.plan.length > 0 ? withPlan(work, []) : work;
}

/** Kinds of options that answer a wish about the options shown. */
const leanings: Record<string, OptionName> = {
  cheaper: 'cheapest',
  less_walking: 'relaxed',
  more_relaxed: 'relaxed',
  more_packed: 'packed',
  more_culture: 'culture',
  more_luxury: 'comfort',
};

/** What the person wants more of, from this message or an earlier one. */
function leaningOf({ state, understanding }: TurnWork): OptionName | undefined {
  const wish = understanding.reference?.wish;
  return leanings[wish ?? ''] ?? (state.leaning as OptionName | undefined);
}

/** That kind first, the usual ones after it. */
const namesFrom = (first: OptionName): OptionName[] => [
  first,
  ...(['balanced', 'cheapest', 'relaxed', 'culture'] as const).filter((name) => name !== first),
];
