import { type Attraction, type Restaurant } from '@travellite/protocol';

export const epochDay = (iso: string) => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);
const weekday = (day: number) => (new Date(day * 86_400_000).getUTCDay() || 7) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const windows = {
  breakfast: [420, 660, 45],
  lunch: [690, 900, 60],
  dinner: [1050, 1380, 75],
} as const;
export type MealName = keyof typeof windows;
export const mealNames: MealName[] = ['breakfast', 'lunch', 'dinner'];

export interface Part {
  city: string;
  day: number;
  from: number;
  to: number;
  whole: boolean;
  rested: boolean;
}

export interface Leg {
  at: number;
  until: number;
  days: number;
  mode: string;
  cost: number;
}

export type Place = Restaurant | Attraction;

export const buffers: Record<string, [number, number]> = {
  flight: [120, 60],
  train: [30, 15],
  bus: [30, 15],
  ferry: [60, 30],
  self_driving: [0, 15],
  taxi: [0, 0],
};

const spans = (place: Place, day: number) =>
  place.hours ? (place.hours[weekday(day)] ?? []) : [{ open: 0, close: 2880 }];

export function permutations<Item>(items: Item[]): Item[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

function minutesBetween(a: Place['location'], b: Place['location']): number {
  if (!a || !b) return 0;
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lng - a.lng) * rad) / 2) ** 2;
  const km = 2 * 6371 * Math.asin(Math.sqrt(h)) * 1.3;
  return Math.ceil(Math.min(km * 12.5, 12 + 3 * km));
}

/** Does some order of these fit into the part of the day? */
export function fits(
  part: Part,
  start: number,
  home: Place['location'],
  eaten: [MealName, Restaurant][],
  seen: Attraction[],
): boolean {
  const jobs = [
    ...eaten.map(([meal, place]) => ({
      place: place as Place,
      from: windows[meal][0],
      to: windows[meal][1],
      minutes: windows[meal][2] as number,
    })),
    ...seen.map((place) => ({
      place: place as Place,
      from: 0,
      to: 1440,
      minutes: Math.max(15, place.visitMinutes),
    })),
  ];
  return permutations(jobs).some((order) => {
    let free = part.from;
    let at = part.rested ? home : undefined;
    return order.every(({ place, from, to, minutes }) => {
      const ready = Math.max(free + minutesBetween(at, place.location), from);
      const starts = spans(place, start + part.day)
        .map((span) => Math.max(ready, span.open))
        .filter(
          (begin, index) =>
            begin + minutes <= Math.min(spans(place, start + part.day)[index]!.close, to, part.to),
        );
      if (starts.length === 0) return false;
      free = Math.min(...starts) + minutes;
      at = place.location;
      return true;
    });
  });
}

/** The most slots that distinct things can fill: tries every choice. */
export function mostPairs(can: boolean[][], slots: number): number {
  const known = new Map<string, number>();
  const from = (thing: number, taken: number): number => {
    if (thing === can.length) return 0;
    const key = `${thing}/${taken}`;
    const old = known.get(key);
    if (old !== undefined) return old;
    let best = from(thing + 1, taken);
    for (let slot = 0; slot < slots; slot += 1) {
      if (can[thing]![slot] && !(taken & (1 << slot)))
        best = Math.max(best, 1 + from(thing + 1, taken | (1 << slot)));
    }
    known.set(key, best);
    return best;
  };
  return from(0, 0);
}
