import { type Day } from '../dates/calendar.js';

/** A holiday: the day itself, and the days people usually mean by "over …". */
export interface Holiday {
  names: string;
  day: (year: number) => Day;
  /** Days before and after the day itself that "over Christmas" covers. */
  around: [before: number, after: number];
  /** Words that mean the weekend of the holiday in one: "Pfingstwochenende". */
  weekends?: string;
}
