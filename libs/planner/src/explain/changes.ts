import { type TripRequest } from '@travellite/protocol';
import { type DayNumber, dayNumber, isoDate } from '../constraints/calendar.js';
import { minorDigits, moneyText } from '../constraints/money.js';
import { type RuleCode } from '../report.js';
import { type Draft } from '../search/draft.js';
import { type Setup } from '../search/setup.js';

/** A change of a number: nothing is given up, something moves. */
export interface Change {
  code: RuleCode;
  message: string;
  hurts: number;
  request: TripRequest;
}

const wholeUnits = (amountMinor: number, currency: string): number => {
  const unit = 10 ** minorDigits(currency);
  return Math.ceil(amountMinor / unit) * unit;
};

/** The budget with which the cheapest trip without a limit would do, in whole units, in the budget's own terms. */
export function raisedBudget(
  request: TripRequest,
  found: { setup: Setup; draft: Draft },
): Change | undefined {
  const { budget } = request;
  if (budget === undefined) return undefined;
  const { people } = found.setup.demands;
  const { days } = found.setup.span;
  const dearestNight = Math.max(0, ...found.draft.stays.map((stay) => stay?.price ?? 0));
  const needed = {
    total: found.draft.total,
    per_person: found.draft.total / people,
    per_day: found.draft.total / days,
    per_night: dearestNight,
  }[budget.scope];
  const { currency } = budget.max;
  const amountMinor = wholeUnits(needed, currency);
  const scope = budget.scope === 'total' ? '' : ` ${budget.scope.replace('_', ' ')}`;
  return {
    code: 'budget',
    message: `Raise the budget to ${moneyText(amountMinor, currency)}${scope}.`,
    hurts: (amountMinor / Math.max(1, budget.max.amountMinor) - 1) * 10,
    request: { ...request, budget: { ...budget, max: { amountMinor, currency } } },
  };
}

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

/** Dates that move together; what is not said stays unsaid. */
function movedBy(request: TripRequest, days: number): TripRequest {
  const dates = request.dates ?? {};
  const move = (iso: string | undefined) => {
    const at = iso === undefined ? undefined : dayNumber(iso);
    return at === undefined ? undefined : isoDate(at + days);
  };
  const start = move(dates.start);
  const end = move(dates.end);
  return { ...request, dates: { ...dates, ...(start ? { start } : {}), ...(end ? { end } : {}) } };
}

/** Years until a day that has passed comes again. */
function comingYear(start: DayNumber, today: DayNumber): number {
  let days = 0;
  while (start + days < today) {
    const from = new Date((start + days) * 86_400_000);
    days += Math.round(
      (Date.UTC(from.getUTCFullYear() + 1, from.getUTCMonth(), from.getUTCDate()) - from.getTime()) /
        86_400_000,
    );
  }
  return days;
}

/** Other first days, nearest first. */
export function otherDates(request: TripRequest, today: DayNumber): Change[] {
  const start = request.dates?.start === undefined ? undefined : dayNumber(request.dates.start);
  if (start === undefined) return [];
  const moves =
    start < today
      ? [comingYear(start, today)]
      : [1, -1, 2, -2, 3, -3].filter((days) => start + days >= today);
  return moves.map((days) => ({
    code: 'dates',
    message:
      start < today
        ? `Travel on ${isoDate(start + days)} instead.`
        : `Leave ${plural(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}, on ${isoDate(start + days)}.`,
    hurts: Math.min(3, Math.abs(days)) * 0.8,
    request: movedBy(request, days),
  }));
}

/** A trip of another length, nearest first. */
export function otherLengths(request: TripRequest, setup: Setup): Change[] {
  const { days } = setup.span;
  const { start, window } = request.dates ?? {};
  return [1, -1, 2, -2, 3, -3]
    .map((change) => days + change)
    .filter((length) => length >= 1)
    .map((length) => ({
      code: 'day_count',
      message: `Make it ${plural(length, 'day')} instead of ${days}.`,
      hurts: Math.abs(length - days) * 2,
      request: {
        ...request,
        dates: { ...(start ? { start } : {}), ...(window ? { window } : {}), days: length },
      },
    }));
}

/** One city fewer in an area. */
export function fewerCities(request: TripRequest): Change[] {
  return request.destinations.flatMap((place) => {
    const count = place.cityCount ?? 0;
    return Array.from({ length: Math.max(0, count - 1) }, (_, index): Change => {
      const fewer = count - 1 - index;
      const destinations = request.destinations.map((one) =>
        one === place ? { ...one, cityCount: fewer } : one,
      );
      return {
        code: 'city_count',
        message: `Visit ${fewer === 1 ? 'one city' : `${fewer} cities`} of ${place.name} instead of ${count}.`,
        hurts: (index + 1) * 2.5,
        request: { ...request, destinations },
      };
    });
  });
}
