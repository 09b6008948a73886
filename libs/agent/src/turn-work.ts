import { type AnswerFacts, type Model } from '@travellite/model';
import { type Knowledge, type Passage } from '@travellite/knowledge';
import { type PlanningOptions, type PlanningResult } from '@travellite/planner';
import {
  type AgentEvent,
  type Catalogue,
  type IsoDate,
  type Stage,
  type TripRequest,
  type Turn,
} from '@travellite/protocol';
import { type Log } from '@travellite/telemetry';
import { type TravelTools } from '@travellite/travel-tools';
import { type TokenBudget } from './budget/token-budget.js';
import { type RoomTurn } from './room/room-turn.js';
import { type TripState } from './trip-state/trip-state.js';
import { type Understand, type Understanding } from './understand/understanding.js';

/** What the agent is made of. */
export interface AgentPorts {
  model: Model;
  /** Speaks when `model` cannot; `model` itself when it is the offline model. */
  offline: Model;
  tools: TravelTools;
  knowledge?: Knowledge;
  understand: Understand;
  planTrip: PlanTrip;
  log: Log;
  /** Unix ms. */
  now: () => number;
}

/** The planner, as a function. Pure. */
export type PlanTrip = (
  request: TripRequest,
  catalogue: Catalogue,
  options: PlanningOptions,
) => PlanningResult;

/** A search that failed in this turn, and what still works without it. */
export type Trouble = AnswerFacts['troubles'][number];
export type Find = AnswerFacts['finds'][number];

/** One turn on its way through the stages. Each stage gives back the work with its own part filled. */
export interface TurnWork {
  readonly turn: Turn;
  /** The user's calendar day. */
  readonly today: IsoDate;
  /** The trip as the turn found it, carried lists applied. */
  readonly before: TripState;
  /** The trip as it stands now. */
  state: TripState;
  understanding: Understanding;
  passages: Passage[];
  finds: Find[];
  troubles: Trouble[];
  /** A plan was made in this turn, or found impossible. */
  planning?: PlanningResult;
  /** Destinations without data. */
  unknownPlaces: string[];
  /** Destinations for which there are general ideas only. */
  thinPlaces: string[];
  /** In a shared room: who writes, whether it is answered, where members do not agree. */
  room?: RoomTurn;
  /** The configured model failed; the rest of the turn is the offline model's. */
  standIn: boolean;
}

/** What a stage may use beside the work. */
export interface StageContext {
  readonly ports: AgentPorts;
  /** What this turn may still spend on the language model. */
  readonly budget: TokenBudget;
  readonly signal: AbortSignal;
  readonly log: Log;
  event(event: AgentEvent): Promise<void>;
  text(delta: string): void;
}

/** One stage of the agent. */
export interface StageStep {
  readonly step: Stage;
  /** What a person sees while it runs. */
  readonly label: string;
  run(work: TurnWork, context: StageContext): Promise<TurnWork>;
}
