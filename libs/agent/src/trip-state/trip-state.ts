import { isDeepStrictEqual } from 'node:util';
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
  type TripView,
} from '@travellite/protocol';
import { type Topic } from '@travellite/model';
import { z } from 'zod';
import { type DayCount, dayCountSchema } from '../budget/day-count.js';
import { type Summary, summarySchema } from '../recall/summary.js';
import { type RoomState, roomStateSchema } from '../room/room-state.js';
import { roomView } from '../room/room-view.js';
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
  /** How often the plan has changed, and when it last did, in Unix ms. */
  planned?: { revision: number; at: number };
  /** IANA zones that the plan's times go by. */
  zones?: string[];
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
  /** What was said before the lines that a model is shown word for word. */
  summary?: Summary;
  /** Tokens spent on the language model today. */
  spent?: DayCount;
  /** Who said what, by topic: of use in a room. */
  saidBy: Partial<Record<Topic, string>>;
  /** Of a shared room: who is in it and what each of them wants. */
  room?: RoomState;
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
  planned: z.object({ revision: z.number(), at: z.number() }).optional(),
  zones: z.array(z.string()).optional(),
});

const storedSchema = z.object({
  turns: z.number(),
  asked: z.string().optional(),
  chosen: z.number().optional(),
  leaning: z.string().optional(),
  planDeferred: z.boolean().optional(),
  language: z.string().optional(),
  choice: z.object({ candidates: z.array(placeSchema) }).optional(),
  summary: summarySchema.optional(),
  spent: dayCountSchema.optional(),
  saidBy: z.record(z.string(), z.string()),
  room: roomStateSchema.optional(),
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

type Trip = Pick<TripState, 'request' | 'pois' | 'requirements' | 'plan' | 'planned' | 'zones'>;

/** The form the engine keeps. What clients see is stored once, in the view. */
export function saveTripState(state: TripState, missing: string[]): AgentState {
  const { history, request, pois, requirements, plan, planned, zones, ...data } = state;
  const { chosen, language } = data;
  const trip: TripView = {
    ...{ request, pois, requirements, plan, missing },
    ...(planned ? { planned } : {}),
    ...(zones ? { zones } : {}),
    ...(chosen === undefined ? {} : { chosen }),
    ...(language === undefined ? {} : { language }),
  };
  const room = state.room ? { room: roomView(state.room) } : {};
  return {
    version: tripStateVersion,
    view: { history: history.slice(-historyLimit), trip, ...room },
    data,
  };
}

/** As it is stored: without fields that hold `undefined`. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Counts the changes of the plan between what was stored and what will be; `at` in Unix ms. */
export function plannedNow(
  stored: Pick<TripState, 'plan' | 'planned'>,
  plan: readonly PlanOption[],
  at: number,
): TripState['planned'] {
  if (isDeepStrictEqual(plain(stored.plan), plain(plan))) return stored.planned;
  return { revision: (stored.planned?.revision ?? 0) + 1, at };
}
