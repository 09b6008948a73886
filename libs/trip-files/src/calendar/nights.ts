import { type IsoDate } from '@travellite/protocol';
import { type ItineraryDay } from '../itinerary/itinerary.js';

/** Nights in a row at one place. */
export interface StayNights {
  name: string;
  /** Day of arriving, and of leaving. */
  from: IsoDate;
  to: IsoDate;
  nights: number;
  /** All nights and rooms, where every night has its price. */
  cost?: number;
}

const nextDay = (date: IsoDate): IsoDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

export function nightsOf(days: readonly ItineraryDay[]): StayNights[] {
  const stays: StayNights[] = [];
  for (const { date, lodging } of days) {
    if (date === undefined || !lodging) continue;
    const { name, cost } = lodging;
    const last = stays.at(-1);
    if (last?.name === name && last.to === date) {
      last.to = nextDay(date);
      last.nights += 1;
      if (last.cost !== undefined && cost !== undefined) last.cost += cost;
      else delete last.cost;
    } else {
      stays.push({ name, from: date, to: nextDay(date), nights: 1, ...(cost === undefined ? {} : { cost }) });
    }
  }
  return stays;
}
