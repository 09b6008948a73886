import { type OpeningHours, type OpeningSpan, type TransportMode } from '@travellite/protocol';
import { type Meal } from '../plan.js';
import { type DayNumber, isoDate, weekdayOf } from './calendar.js';

/** The times every plan keeps, in minutes since midnight. */

/** Nothing but a leg begins before 06:00 or ends after midnight. */
export const dayOpens = 360;
export const dayCloses = 1440;

/** A meal lies within its window; `minutes` is what the planner reserves. */
export const mealTimes: Record<Meal, { from: number; to: number; minutes: number; usual: number }> = {
  breakfast: { from: 420, to: 660, minutes: 45, usual: 480 },
  lunch: { from: 690, to: 900, minutes: 60, usual: 735 },
  dinner: { from: 1050, to: 1380, minutes: 75, usual: 1125 },
};

export const meals: readonly Meal[] = ['breakfast', 'lunch', 'dinner'];

/**
 * How many meals whole days in a city must have, when `possible` of them can be had with no restaurant twice: all three a
 * day where the data knows enough restaurants, else one a day as far as it goes.
 */
export const dueMeals = (wholeDays: number, possible: number): number =>
  possible >= wholeDays * 3 ? wholeDays * 3 : Math.min(possible, wholeDays);

/** The shortest meal that counts as one, for plans that others wrote. */
export const shortestMeal = 30;

/** Minutes to be there before a leg starts and to get away after it ends. */
export const legMargins: Record<TransportMode, { before: number; after: number }> = {
  flight: { before: 120, after: 60 },
  train: { before: 30, after: 15 },
  bus: { before: 30, after: 15 },
  ferry: { before: 60, after: 30 },
  self_driving: { before: 0, after: 15 },
  taxi: { before: 0, after: 0 },
};

/** Margins of a leg whose mode is not known. */
export const openLegMargins = { before: 30, after: 15 };

/** Travellers a vehicle takes when the data does not say. */
export const usualCapacity: Partial<Record<TransportMode, number>> = { taxi: 4, self_driving: 5 };

/** Modes that nobody sleeps in: such a leg may not pass midnight. */
export const byDayOnly = new Set<TransportMode>(['self_driving', 'taxi']);

/** A car of one's own does not go together with these. */
export const conflictsWithCar = new Set<TransportMode>(['flight', 'taxi']);

const always: readonly OpeningSpan[] = [{ open: 0, close: 2880 }];
const never: readonly OpeningSpan[] = [];

/** Opening spans of a day; no hours means always open, an absent weekday closed. */
export function spansOn(
  place: { hours?: OpeningHours; closedDates?: string[] },
  day: DayNumber,
): readonly OpeningSpan[] {
  if (place.closedDates !== undefined && place.closedDates.includes(isoDate(day))) return never;
  if (place.hours === undefined) return always;
  return place.hours[weekdayOf(day)] ?? never;
}

/** The earliest start from `from` on at which `minutes` fit before `to` and into one span, on a grid; undefined if none. */
export function earliestStart(
  spans: readonly OpeningSpan[],
  from: number,
  to: number,
  minutes: number,
  grid = 1,
): number | undefined {
  let best: number | undefined;
  for (const span of spans) {
    const start = Math.ceil(Math.max(from, span.open) / grid) * grid;
    if (start + minutes <= Math.min(to, span.close) && (best === undefined || start < best)) best = start;
  }
  return best;
}
