import {
  type OptionFacts,
  type PlaceFacts,
  type Topic,
  type TripFacts,
  type Trouble,
} from '../../../facts.js';

/** Equal wordings; one of them is taken. */
export type Wordings = readonly [string, ...string[]];

/** Every sentence the offline model can say, in one language. Values come in formatted. */
export interface Phrases {
  /** A list of which only the first are named. */
  andMore: (first: string, more: number) => string;
  willing: Wordings;
  afresh: Wordings;
  greeting: Wordings;
  greetingAgain: (trip: string) => Wordings;
  capabilities: (knownPlaces: string) => Wordings;
  self: Wordings;
  standIn: string;
  /** Why the offline model answers when a token budget is used up: the message's own, or the day's. */
  spent: Record<'turn' | 'day', string>;
  thanks: Wordings;
  offTopic: Wordings;
  /** Nothing was understood and nothing is known to say. */
  lost: Wordings;
  unknownAnswer: Wordings;
  fromPassage: (title: string, text: string) => string;

  /** Short name of the trip: `Paris, December 15 – 22, 2026 (7 nights)`. */
  tripLine: (parts: TripParts) => string;
  noTrip: Wordings;
  recap: (parts: TripParts, wishes: string[]) => string;
  nights: (count: number) => string;
  days: (count: number) => string;
  people: (travellers: NonNullable<TripFacts['travellers']>) => string;
  budget: (amount: string, scope: string, kind: string) => string;
  noLimit: string;

  acknowledge: Record<Topic, (value: string) => Wordings>;
  removed: Record<Topic, (value: string) => Wordings>;
  ask: Record<Topic, Wordings>;
  /** The length is known, the first day is not. */
  askStart: Wordings;
  askBetween: (choices: string) => Wordings;
  /** What is asked about is not known yet. */
  notYet: Record<Topic, Wordings>;

  unknownPlaces: (names: string, known: string) => Wordings;
  thinPlaces: (names: string) => Wordings;
  toPerson: (name: string, text: string) => string;
  trouble: (what: Trouble) => string;
  /** An interest tag in words. */
  tag: (tag: string) => string;
  /** `source` is absent for sample data. */
  found: (offers: readonly string[], source: string | undefined) => string;
  flights: (offers: readonly string[], source: string | undefined) => string;
  place: (place: PlaceFacts) => string;
  places: (names: string, where: string) => Wordings;
  plans: (count: number, days: string, where: string) => Wordings;
  option: (number: number, option: OptionFacts) => string;
  optionDays: (option: OptionFacts) => string[];
  picked: (option: OptionFacts) => Wordings;
  cheapest: (option: OptionFacts) => string;
  /** Nothing is booked here. */
  booking: string;
  /** What the plan says about a thing that was asked. */
  inPlan: (lines: readonly string[]) => string;
  planSample: string;
  afterPlan: Wordings;
  noPlanYet: Wordings;
  noPlanFits: Wordings;
  infeasible: (blocking: string) => Wordings;
  relax: (change: string) => string;
  blockingBudget: (budget: string) => string;
  relaxation: (what: 'budget' | 'unlimited' | 'length' | 'dates', value: string) => string;
  noWay: (origin: string) => string;
}

/** What is known of the trip, in words. */
export interface TripParts {
  destinations?: string;
  origin?: string;
  dates?: string;
  length?: string;
  budget?: string;
  travellers?: string;
  interests?: string;
}
