import {
  type AgentState,
  emptyTripRequest,
  type HistoryLine,
  type PlanOption,
  planOptionSchema,
  type Poi,
  poiSchema,
  type Requirement,
  requirementSchema,
  type TripRequest,
} from '@travellite/protocol';
import { type Topic } from '@travellite/model';
import { z } from 'zod';
import { type PlaceChoice } from '../understand/stage/settle-place.js';

/** Schema number of what is stored; raised with a change that older code cannot read. */
export const tripStateVersion = 1;

/** Lines of the conversation that are kept and shown. */
export const historyLimit = 40;

/** What the agent remembers of a conversation, beside its visible history. */
export interface TripState {
  request: TripRequest;
  pois: Poi[];
  requirements: Requirement[];
  plan: PlanOption[];
  history: HistoryLine[];
  /** Turns worked so far. */
  turns: number;
  /** What was asked for last. */
  asked?: Topic;
  /** Option the person chose, from 0. */
  chosen?: number;
  /** The kind of option the person asked for ("cheaper"): offered first from then on. */
  leaning?: string;
  /** ISO 639-1, as the person writes. */
  language?: string;
  /** Places that a name may mean, when that is what was asked. */
  choice?: PlaceChoice;
  /** A plan was asked for and could not be made yet, because a name may mean several places. */
  planDeferred?: boolean;
  /** Who said what, by topic: of use in a room. */
  saidBy: Partial<Record<Topic, string>>;
}

export const emptyTripState = (): TripState => ({
  request: emptyTripRequest(),
  pois: [],
  requirements: [],
  plan: [],
  history: [],
  turns: 0,
  saidBy: {},
});

const placeSchema = z.looseObject({ name: z.string(), kind: z.enum(['city', 'region', 'state', 'country']) });
const requestSchema = z.looseObject({
  origin: placeSchema.optional(),
  destinations: z.array(placeSchema),
  interests: z.array(z.string()),
});

const tripSchema = z.object({
  request: requestSchema,
  pois: z.array(poiSchema),
  requirements: z.array(requirementSchema),
  plan: z.array(planOptionSchema),
});

const storedSchema = z.object({
  turns: z.number(),
  asked: z.string().optional(),
  chosen: z.number().optional(),
  leaning: z.string().optional(),
  planDeferred: z.boolean().optional(),
  language: z.string().optional(),
  choice: z.object({ candidates: z.array(placeSchema) }).optional(),
  saidBy: z.record(z.string(), z.string()),
});

/**
 * The stored state, read. What another agent or a damaged store left behind counts as nothing known,
 * except for the visible history, which every agent keeps in the same form.
 */
export function loadTripState(state: AgentState | undefined): TripState {
  const history = state?.view.history ?? [];
  const stored = storedSchema.safeParse(state?.data);
  const trip = tripSchema.safeParse(state?.view.trip);
  if (!stored.success || !trip.success) return { ...emptyTripState(), history };
  return { ...(trip.data as Trip), ...(stored.data as Omit<TripState, 'history' | keyof Trip>), history };
}

type Trip = Pick<TripState, 'request' | 'pois' | 'requirements' | 'plan'>;

/** The form the engine keeps. What clients see is stored once, in the view. */
export function saveTripState(state: TripState, missing: string[]): AgentState {
  const { history, request, pois, requirements, plan, ...data } = state;
  return {
    version: tripStateVersion,
    view: { history: history.slice(-historyLimit), trip: { request, pois, requirements, plan, missing } },
    data,
  };
}
