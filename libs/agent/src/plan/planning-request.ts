import { type IsoDate, type TripRequest } from '@travellite/protocol';

/** Where a trip without a date is put for the time being, in days from today; the planner does the same. */
const assumedLeadDays = 30;

export interface PlanningRequest {
  request: TripRequest;
  /** First and last calendar day that anything is searched for. */
  dates: { start: IsoDate; end: IsoDate };
  /** The person named no first day. */
  datesAssumed: boolean;
}

/**
 * The request as it is planned: with a first day, and with as many days as the person counts. Seven nights of which no days were
 * counted are seven days and the way home. Without a day of the person's own no flight can be looked up, so the way there is left out.
 */
export function planningRequest(request: TripRequest, today: IsoDate): PlanningRequest {
  const { dates = {} } = request;
  const { days, nights } = lengthOf(dates);
  const said = dates.start ?? (dates.end === undefined ? undefined : addDays(dates.end, -nights));
  const start = said ?? firstDay(dates.window?.from, today);
  const planned: TripRequest = {
    ...request,
    dates: { start, end: addDays(start, nights), nights, days },
  };
  if (said === undefined && dates.window === undefined) delete planned.origin;
  return {
    request: planned,
    dates: { start, end: addDays(start, nights) },
    datesAssumed: said === undefined,
  };
}

const firstDay = (from: IsoDate | undefined, today: IsoDate): IsoDate =>
  from === undefined ? addDays(today, assumedLeadDays) : from < today ? today : from;

function lengthOf({ start, end, nights, days }: NonNullable<TripRequest['dates']>): {
  days: number;
  nights: number;
} {
  const between = start !== undefined && end !== undefined ? daysBetween(start, end) : undefined;
  const slept = nights ?? between ?? Math.max(0, (days ?? 3) - 1);
  // Seven nights are seven days and a morning; a day trip is a day all the same.
  return { days: days ?? Math.max(1, slept), nights: slept };
}

const dayMs = 86_400_000;
const utc = (day: IsoDate) => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day: IsoDate, count: number): IsoDate =>
  new Date(utc(day) + count * dayMs).toISOString().slice(0, 10);

export const daysBetween = (from: IsoDate, to: IsoDate): number => Math.round((utc(to) - utc(from)) / dayMs);
