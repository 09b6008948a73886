import { type GoldRow } from '../../row.js';
import { freshBookings, freshBriefs, freshFlights } from './briefs.js';
import { freshChats } from './chats.js';
import { freshEveryday } from './everyday.js';

/** Written on 28 November 2026, before it was known what the program makes of any of them; see the README of `tools/eval`. */
export const freshRows: GoldRow[] = [
  ...[...freshBriefs, ...freshFlights, ...freshBookings].map(([say, expect]) => ({ say, expect })),
  ...Object.entries(freshChats).flatMap(([locale, list]) =>
    list.map(([say, expect]) => ({ say, locale, expect: { ...expect, language: locale.slice(0, 2) } })),
  ),
  ...freshEveryday.map(([say, expect, more]) => ({ say, ...more, expect })),
];
