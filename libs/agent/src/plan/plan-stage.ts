import { type OptionName, type PlanningResult } from '@travellite/planner';
import { type Catalogue, type PlanOption } from '@travellite/protocol';
import { expandDestinations } from '@travellite/travel-tools';
import { withTrouble } from '../act/troubles.js';
import { withGroup } from '../room/group-size.js';
import { planSides, sidesToPlan } from '../room/plan-sides.js';
import { lengthKnown } from '../trip-state/missing.js';
import { type StageContext, type StageStep, type TurnWork } from '../turn-work.js';
import { clocksOf } from './clocks.js';
import { shouldPlan, tellsLists } from './plan-decision.js';
import { planningRequest } from './planning-request.js';
import { searchAndPlan } from './search-and-plan.js';
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
  const planned = planningRequest(withGroup(work.state, work.state.request), work.today);
  const leaning = leaningOf(work);
  const options = {
    today: work.today,
    maxOptions: optionsShown,
    ...(leaning ? { names: namesFrom(leaning) } : {}),
  };
  const searched = await searchAndPlan(ports, planned, options, signal);
  const { catalogue, faults, unknown } = searched;
  const bySide = planSides(sidesToPlan(work, planned.request), catalogue, options, ports.planTrip);
  const planning = searched.planning && (bySide ?? searched.planning);
  for (const { tool, error } of faults) log.warn('a search failed', { tool, code: error.code });
  const troubles = faults.reduce((known, { tool }) => withTrouble(known, tool), work.troubles);
  const found = { ...work, troubles, unknownPlaces: unknown };
  if (!planning) return withPlan(found, []);
  const clocks = clocksOf(catalogue, ports.tools.gazetteer, planned.request.origin);
  const shown = planning.options.map((option) =>
    toWireOption(option, catalogue, clocks, planned.datesAssumed, work.understanding.language),
  );
  const thin = thinPlaces(planning, catalogue, ports.tools);
  const after = withPlan({ ...found, planning, thinPlaces: thin }, shown, clocks.zones);
  return leaning ? { ...after, state: { ...after.state, leaning } } : after;
}

const withPlan = (work: TurnWork, plan: PlanOption[], zones?: readonly string[]): TurnWork => {
  const { chosen: _chosen, zones: _zones, ...state } = work.state;
  return { ...work, state: { ...state, plan, ...(zones ? { zones: [...zones] } : {}) } };
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
