import { type PlanningOptions, type PlanningResult } from '@travellite/planner';
import { type TripRequest } from '@travellite/protocol';
import { catalogueFor, type CatalogueResult } from '@travellite/travel-tools';
import { type AgentPorts } from '../turn-work.js';
import { type PlanningRequest } from './planning-request.js';

/** What was looked up, and what the planner made of it; no `planning` when no destination is known. */
export interface SearchedPlan extends CatalogueResult {
  planning?: PlanningResult;
}

/**
 * Looks everything up and plans. Searches leave out what the person refuses, so a way there that is missing may be one that a refusal
 * hid: then it is looked up without refusals, and the planner, which keeps to them, can name the wish that stands in the way.
 */
export async function searchAndPlan(
  { tools, planTrip }: Pick<AgentPorts, 'tools' | 'planTrip'>,
  { request, dates }: PlanningRequest,
  options: PlanningOptions,
  signal: AbortSignal,
): Promise<SearchedPlan> {
  const found = await catalogueFor(tools, request, dates, { signal });
  if (found.catalogue.cities.length === 0) return found;
  const planning = planTrip(request, found.catalogue, options);
  if (!planning.options.some(({ gaps }) => gaps.some(isWay)) || !refusesSomething(request))
    return { ...found, planning };
  const { transport: _transport, ...open } = request;
  const wider = await catalogueFor(tools, open, dates, { signal });
  return { ...wider, planning: planTrip(request, wider.catalogue, options) };
}

const isWay = (gap: string) => gap === 'transport_home' || gap === 'transport_between';

const refusesSomething = ({ transport }: TripRequest): boolean =>
  (transport?.refused?.length ?? 0) > 0 || transport?.directOnly === true || transport?.cabin !== undefined;
