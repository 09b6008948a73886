import { type Attraction, type Catalogue, type Restaurant, type TripRequest } from '@travellite/protocol';
import { type TripPlan } from '../../index.js';

/**
 * A second checker, written apart from `src/check` and built the other way round: it walks through the trip as one line of
 * events in absolute minutes and keeps one traveller's state (where, since when, money spent), taking prices, hours and
 * distances straight from the catalogue. It shares nothing with the library but the types.
 */

export const day = 1440;
export const epochDay = (iso: string) => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);
export const stamp = (local: string) =>
  epochDay(local.slice(0, 10)) * day + Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
export /** 1970-01-01 was a Thursday. */
const weekdayKey = (absoluteDay: number) => (((absoluteDay + 3) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const low = (text: string) => text.trim().toLowerCase();

type Point = { lat: number; lng: number };

/** Spherical law of cosines, not haversine. */
export function wayMinutes(a?: Point, b?: Point): number {
  if (!a || !b) return 0;
  const rad = (x: number) => (x * Math.PI) / 180;
  const cos =
    Math.sin(rad(a.lat)) * Math.sin(rad(b.lat)) +
    Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.cos(rad(a.lng - b.lng));
  const km = 6371 * Math.acos(Math.min(1, Math.max(-1, cos))) * 1.3;
  // One minute of grace for rounding.
  return Math.max(0, Math.ceil(Math.min(km * 12.5, 12 + km * 3)) - 1);
}

export const before: Record<string, number> = {
  flight: 120,
  train: 30,
  bus: 30,
  ferry: 60,
  self_driving: 0,
  taxi: 0,
};
export const after: Record<string, number> = {
  flight: 60,
  train: 15,
  bus: 15,
  ferry: 30,
  self_driving: 15,
  taxi: 0,
};
export const mealWindows = {
  breakfast: [420, 660, 45],
  lunch: [690, 900, 60],
  dinner: [1050, 1380, 75],
} as const;

export interface Event {
  at: number;
  until: number;
  what: 'leg' | 'meal' | 'visit';
  city: string;
  to?: string;
  place?: Point;
  margin: [number, number];
  label: string;
}

/** All that one walk through a plan needs to know. */
export class Walk {
  readonly faults: string[] = [];
  spent = 0;
  readonly people: number;
  readonly start: number;

  constructor(
    readonly plan: TripPlan,
    readonly request: TripRequest,
    readonly catalogue: Catalogue,
  ) {
    this.people = Math.max(1, (request.travellers?.adults ?? 1) + (request.travellers?.children ?? 0));
    this.start = epochDay(plan.start);
  }

  need(holds: boolean, fault: string): void {
    if (!holds) this.faults.push(fault);
  }

  /** One price in the plan's currency. */
  price(money: { amountMinor: number; currency: string }): number {
    if (money.currency === this.plan.cost.currency) return money.amountMinor;
    const digits = (code: string) =>
      ['JPY', 'KRW', 'VND', 'CLP', 'ISK'].includes(code)
        ? 0
        : ['KWD', 'BHD', 'JOD', 'TND', 'OMR'].includes(code)
          ? 3
          : 2;
    const { rates } = this.catalogue;
    const value = (code: string) => (code === rates?.base ? 1 : (rates?.perUnit[code] ?? NaN));
    const major =
      (money.amountMinor / 10 ** digits(money.currency)) *
      (value(money.currency) / value(this.plan.cost.currency));
    return Math.round(major * 10 ** digits(this.plan.cost.currency));
  }
}

export const openDuring = (place: Restaurant | Attraction, at: number, until: number): boolean => {
  const today = Math.floor(at / day);
  if ('closedDates' in place && place.closedDates !== undefined) {
    if (place.closedDates.includes(new Date(today * 86_400_000).toISOString().slice(0, 10))) return false;
  }
  if (!place.hours) return true;
  return (place.hours[weekdayKey(today)] ?? []).some(
    (span) => today * day + span.open <= at && until <= today * day + span.close,
  );
};
