import { type FlightOffer, type IsoDate } from '@travellite/protocol';
import { weekdayOf } from '../../geo/time-zones.js';

const cabinFactor: Readonly<Record<FlightOffer['cabin'], number>> = {
  economy: 1,
  premium_economy: 1.9,
  business: 3.6,
  first: 6,
};

/** Dearer in the summer holidays and around the end of the year, cheaper in late winter and November. */
function seasonFactor(date: IsoDate): number {
  const day = date.slice(5);
  if (day >= '12-18' || day <= '01-03') return 1.25;
  if (day >= '06-20' && day <= '08-31') return 1.2;
  if (day <= '03-10' || (day >= '11-01' && day <= '12-10')) return 0.85;
  return 1;
}

const weekdayFactor = [0, 0.98, 0.9, 0.92, 1, 1.12, 1.02, 1.1] as const;

/**
 * A plausible one-way fare for one adult in euros. The curve over distance is of our own, near what long-run published
 * average fares look like: about 60 for 350 km, 150 for 1,500 km, 300 for 6,000 km, 400 for 9,000 km.
 */
export function sampleFare(
  km: number,
  date: IsoDate,
  cabin: FlightOffer['cabin'],
  carrierFactor: number,
): number {
  const base =
    30 +
    0.08 * Math.min(km, 1_500) +
    0.033 * Math.max(0, Math.min(km, 6_000) - 1_500) +
    0.03 * Math.max(0, km - 6_000);
  return base * seasonFactor(date) * weekdayFactor[weekdayOf(date)] * cabinFactor[cabin] * carrierFactor;
}
