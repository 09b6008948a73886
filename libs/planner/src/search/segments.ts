import { type GeoPoint } from '@travellite/protocol';
import { type DayNumber } from '../constraints/calendar.js';
import {
  dayCloses,
  dayOpens,
  legMargins,
  meals,
  mealTimes,
  openLegMargins,
} from '../constraints/clockwork.js';
import { type Meal } from '../plan.js';
import { type MealItem, type VisitItem } from '../constraints/items.js';
import { type Route, type RouteLeg } from './routes.js';
import { type Setup } from './setup.js';

/** A leg with its times; minutes are local to where they are. */
export interface TimedLeg extends RouteLeg {
  departs: number;
  arriveDay: number;
  arrives: number;
}

/** Part of a day spent in one city. */
export interface Segment {
  stop: number;
  city: number;
  /** From 0. */
  day: number;
  date: DayNumber;
  from: number;
  to: number;
  /** The whole day, so that three meals and a visit are due. */
  whole: boolean;
  /** Begins at the lodging. */
  morning: boolean;
  /** Where the night before was spent. */
  home?: GeoPoint;
  entries: Entry[];
}

export interface Slot {
  segment: Segment;
  meal: Meal;
  due: boolean;
}

/** A visit, or a meal that may still lack its restaurant. */
export interface Entry {
  visit?: VisitItem;
  slot?: Slot;
  meal?: MealItem;
  start: number;
  /** Chosen freely, so it may be taken out again. */
  extra: boolean;
}

/** When ground legs leave: `usual` hours, or as early or as late as the day allows. */
export type LegHours = 'usual' | 'early' | 'late';

const earliestGround = 360;

/** Ground legs leave so that they end the same day where that is possible. */
function groundDeparture(leg: RouteLeg, hours: LegHours): number {
  const { minutes, offset } = leg.option;
  if (offset > 0) return 480;
  const latest = Math.max(0, dayCloses - minutes);
  const atLeast = Math.min(earliestGround, latest);
  if (hours === 'early') return atLeast;
  if (hours === 'late') return latest;
  const wished = leg.to < 0 ? Math.min(960, Math.max(600, 1260 - minutes)) : leg.from < 0 ? 480 : 600;
  return Math.max(atLeast, Math.min(wished, latest));
}

function timeLeg(leg: RouteLeg, hours: LegHours): TimedLeg {
  const { option } = leg;
  const departs = option.departs ?? groundDeparture(leg, hours);
  const arriveDay = leg.day + option.offset;
  const plain = option.arrives ?? (departs + option.minutes) % dayCloses;
  const wrapped =
    option.arrives === undefined && option.offset === 0 && departs + option.minutes >= dayCloses;
  return { ...leg, departs, arriveDay, arrives: wrapped ? dayCloses : plain };
}

/** Over the date line a clock may show less on arrival; the day's plan goes on as if it did not. */
const shownArrival = (leg: TimedLeg): number =>
  leg.arriveDay === leg.day && leg.arrives <= leg.departs
    ? Math.min(dayCloses, leg.departs + leg.option.minutes)
    : leg.arrives;

const margins = (leg: TimedLeg) =>
  leg.option.mode === undefined ? openLegMargins : legMargins[leg.option.mode];

/** When one is free after a leg, and has to leave for it. */
export const freeAfter = (leg: TimedLeg): number => shownArrival(leg) + margins(leg).after;
export const leaveFor = (leg: TimedLeg): number => leg.departs - margins(leg).before;

/** Times of all legs, with hours for all or for each; undefined when two legs of one day do not follow each other. */
export function timeLegs(route: Route, hours: LegHours | readonly LegHours[]): TimedLeg[] | undefined {
  const legs = route.legs.map((leg, at) => {
    const tight = route.legs.some((other, index) => index !== at && other.day === leg.day);
    if (typeof hours !== 'string') return timeLeg(leg, hours[at] ?? 'usual');
    return timeLeg(leg, tight && at < route.legs.length - 1 ? 'early' : hours);
  });
  const clash = legs.some((leg, at) => {
    const next = legs[at + 1];
    return next !== undefined && next.day === leg.arriveDay && freeAfter(leg) > leaveFor(next);
  });
  return clash ? undefined : legs;
}

/** The parts of days spent in cities, in order of time. */
export function segmentsOf(setup: Setup, route: Route, legs: readonly TimedLeg[]): Segment[] {
  const outer = setup.origin >= 0;
  return route.stops.flatMap(({ city, arrive, leave }, stop) => {
    const into = outer ? legs[stop] : legs[stop - 1];
    const out = outer ? legs[stop + 1] : legs[stop];
    const lastDay = Math.min(leave, setup.span.days - 1);
    return Array.from({ length: Math.max(0, lastDay - arrive + 1) }, (_, index): Segment => {
      const day = arrive + index;
      const arriving = into !== undefined && day === arrive;
      const leaving = out !== undefined && day === leave;
      const from = arriving ? Math.max(dayOpens, freeAfter(into)) : dayOpens;
      const to = leaving ? Math.min(dayCloses, leaveFor(out)) : dayCloses;
      const whole = !arriving && !leaving;
      return { stop, city, day, date: route.start + day, from, to, whole, morning: !arriving, entries: [] };
    });
  });
}

const room = (segment: Segment, meal: Meal): number =>
  Math.min(segment.to, mealTimes[meal].to) -
  Math.max(segment.from, mealTimes[meal].from) -
  mealTimes[meal].minutes;

/** Meals that can be had: due ones on whole days, others where the time in a city allows; each meal once a day. */
export function mealSlots(segments: readonly Segment[]): Slot[] {
  const slots: Slot[] = [];
  for (const segment of segments) {
    for (const meal of meals) {
      const own = room(segment, meal);
      const better = segments.some(
        (other) =>
          other !== segment &&
          other.day === segment.day &&
          (room(other, meal) > own || (room(other, meal) === own && other.stop < segment.stop)),
      );
      if (own >= 0 && !better) slots.push({ segment, meal, due: segment.whole });
    }
  }
  return slots;
}
