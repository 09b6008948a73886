import { type TripRequest } from '@travellite/protocol';
import { type DayNumber, dayNumber } from './calendar.js';

/** How long the trip is and when it may start. */
export interface TripSpan {
  /** Planned days. */
  days: number;
  /** `days - 1`, or `days` when every day has its night and the way home is on the morning after. */
  nights: number;
  /** First days to try, earliest first; empty when the wish leaves none. */
  starts: DayNumber[];
  /** The request named no day. */
  assumed: boolean;
  /** Why there is no start. */
  fault?: string;
}

const defaultDays = 3;
const assumedLeadDays = 30;
const longestTrip = 60;

/** Days: said outright, or from first to last day, or nights and one. */
function lengthOf(request: TripRequest): { days: number; nights: number } {
  const dates = request.dates ?? {};
  const start = dates.start === undefined ? undefined : dayNumber(dates.start);
  const end = dates.end === undefined ? undefined : dayNumber(dates.end);
  const between = start !== undefined && end !== undefined && end >= start ? end - start : undefined;
  const nightsHere = request.destinations.reduce((sum, place) => sum + (place.nights ?? 0), 0);
  const days =
    dates.days ??
    (between === undefined ? undefined : between + 1) ??
    (dates.nights === undefined ? undefined : dates.nights + 1) ??
    (nightsHere > 0 ? nightsHere + 1 : defaultDays);
  const whole = Math.max(1, Math.min(longestTrip, Math.floor(days)));
  const nights = dates.nights ?? between ?? whole - 1;
  return { days: whole, nights: nights === whole ? whole : whole - 1 };
}

const fromTo = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);

/**
 * The span of a request. Dates that are said are kept exactly; a window gives every start that fits into it; without
 * any date a day a month ahead is assumed.
 */
export function tripSpan(request: TripRequest, today: DayNumber): TripSpan {
  const { days, nights } = lengthOf(request);
  const dates = request.dates ?? {};
  const given = (iso: string | undefined) => (iso === undefined ? undefined : dayNumber(iso));
  const start = given(dates.start);
  const end = given(dates.end);
  if (start !== undefined && end !== undefined && end < start) {
    return { days, nights, starts: [], assumed: false, fault: 'The last day lies before the first.' };
  }
  const first = start ?? (end === undefined ? undefined : end - nights);
  if (first !== undefined) {
    const past = first < today;
    const fault = past ? { fault: 'The first day is in the past.' } : {};
    return { days, nights, starts: past ? [] : [first], assumed: false, ...fault };
  }
  const from = given(dates.window?.from);
  const to = given(dates.window?.to);
  if (from !== undefined && to !== undefined) {
    const starts = fromTo(Math.max(from, today), to - nights);
    const fault =
      starts.length > 0
        ? {}
        : { fault: `No ${days} days fit between ${dates.window?.from} and ${dates.window?.to}.` };
    return { days, nights, starts, assumed: false, ...fault };
  }
  return { days, nights, starts: [today + assumedLeadDays], assumed: true };
}
