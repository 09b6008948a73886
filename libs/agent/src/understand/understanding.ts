import {
  type Intent,
  type IsoDate,
  type PlaceRef,
  type PlanOption,
  type TripRequest,
} from '@travellite/protocol';

/** What is known before the message, so that "the second one" and "make it 5 days" can be understood. */
export interface UnderstandContext {
  request: TripRequest;
  /** Options shown last. */
  shown?: PlanOption[];
  /** What the agent asked for last (`dates`, `budget`, `origin`, …). */
  asked?: string;
  /** Names of people one has heard of: the members of a room. */
  people?: readonly string[];
}

/** A change to the trip request. `set` replaces fields, `remove` clears them; what is in neither stays. */
export interface RequestPatch {
  set: Partial<TripRequest>;
  /** Field names to clear. */
  remove: (keyof TripRequest)[];
}

/** What the person wants of us with this message. */
export type SpeechAct =
  'plan' | 'change' | 'choose' | 'question' | 'greeting' | 'thanks' | 'capabilities' | 'off_topic';

export interface Understanding {
  patch: RequestPatch;
  /** The request after the patch. */
  request: TripRequest;
  /** In the words of the trip-chat contract. */
  intents: Intent[];
  acts: SpeechAct[];
  /** 0 to 1. */
  confidence: number;
  /** ISO 639-1. */
  language: string;
  /** Two or more places the name could mean, all big: to be asked about. */
  ambiguous?: { said: string; candidates: PlaceRef[] }[];
  /** A shown option the person refers to: index from 0 and what they want of it (`cheaper`, `less_walking`, …). */
  reference?: { option?: number; wish?: string };
  /** Wishes added, removed or changed with this message, for the requirements list. */
  wishes: {
    action: 'add' | 'remove' | 'modify';
    description: string;
    priority: 'must_have' | 'preferred' | 'avoid';
  }[];
}

/** Pure: same text, day, locale and context give the same result. `today` is the user's calendar day. */
export type Understand = (
  text: string,
  today: IsoDate,
  locale: string,
  context: UnderstandContext,
) => Understanding;
