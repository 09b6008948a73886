import { type Day, type DayRange, type MonthPart } from './calendar.js';

/** One reading of a piece of a date expression, before it is completed from its neighbours and from today. */
export type Piece =
  /** A day of a month; month and year may come from the other end of a range. */
  | { kind: 'day'; d: number; m?: number; y?: number; bare?: boolean }
  | { kind: 'month'; m: number; y?: number; part?: MonthPart }
  | { kind: 'weekday'; weekday: number; which?: 'this' | 'next' | 'after_next' }
  /** Resolved already: "tomorrow", "in two weeks". */
  | { kind: 'exact'; day: Day }
  /** Days meant as a whole: "next weekend", "Thanksgiving weekend". */
  | { kind: 'stay'; range: DayRange }
  /** Days to choose from: "next summer", "the week after Easter". A holiday's is `around` its `day`, by so many days before and after. */
  | { kind: 'window'; range: DayRange; day?: Day; around?: [before: number, after: number] };

export interface PieceAt {
  piece: Piece;
  to: number;
}
