import { dayCloses, dayOpens, legMargins, openLegMargins } from '../constraints/clockwork.js';
import { type TripLeg } from '../plan.js';
import { type Examination } from './subject.js';

/** From when to when one is free in a city on a day, by the legs. */
export interface Presence {
  stop: number;
  city: string;
  /** From 0. */
  day: number;
  from: number;
  to: number;
  whole: boolean;
}

const margins = (leg: TripLeg) => (leg.mode === undefined ? openLegMargins : legMargins[leg.mode]);

/** The minute a leg ends on its last day; a clock that was turned back does not give time back. */
export const legEnd = (leg: TripLeg): number =>
  leg.arrives.date === leg.departs.date && leg.arrives.minute <= leg.departs.minute
    ? Math.min(dayCloses, leg.departs.minute + leg.durationMinutes)
    : leg.arrives.minute;

/** Where one is on each planned day. */
export function presences(exam: Examination): Presence[] {
  const { plan, by } = exam;
  const shift = by.outer ? 0 : -1;
  return plan.stops.flatMap((stop, at) => {
    const into = plan.legs[at + shift];
    const out = plan.legs[at + shift + 1];
    const arrive = exam.dayIndex(stop.arrives);
    const leave = Math.min(exam.dayIndex(stop.leaves), by.span.days - 1);
    const count = Number.isFinite(leave - arrive) ? Math.max(0, Math.min(60, leave - arrive + 1)) : 0;
    return Array.from({ length: count }, (_, index) => {
      const day = arrive + index;
      const arriving = into !== undefined && day === arrive;
      const leaving = out !== undefined && day === exam.dayIndex(stop.leaves);
      return {
        stop: at,
        city: stop.city,
        day,
        from: arriving ? Math.max(dayOpens, legEnd(into) + margins(into).after) : dayOpens,
        to: leaving ? Math.min(dayCloses, out.departs.minute - margins(out).before) : dayCloses,
        whole: !arriving && !leaving,
      };
    });
  });
}
