import { type Catalogue, type TripRequest } from '@travellite/protocol';
import { type RuleCode } from '../../index.js';

/**
 * Difficulty of a case.
 * - `easy`: three days, one named city, at most one wish, the budget a quarter above a trip that is known.
 * - `medium`: five days, two of five cities of a region, one or two wishes, a tenth above.
 * - `hard`: seven days, three of eight cities, three or four wishes with at least one about transport, the budget exactly that
 *   of the cheapest of many known trips.
 */
export type Level = 'easy' | 'medium' | 'hard' | 'hand';

/** What stands in the way, when something does. */
export interface Obstacle {
  /** All of these must be named. */
  codes: RuleCode[];
  subject?: string;
  /** A change of one of these kinds must be offered; empty when none can help. */
  helps: RuleCode[];
}

export interface GoldCase {
  name: string;
  level: Level;
  catalogue: Catalogue;
  request: TripRequest;
  /** Absent when a plan exists, which is known because one was built without the planner. */
  obstacle?: Obstacle;
}
