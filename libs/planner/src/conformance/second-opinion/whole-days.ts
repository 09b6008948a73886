import { type Attraction, type Restaurant } from '@travellite/protocol';
import { day, epochDay, low, mealWindows, openDuring, type Walk } from './walk.js';

/** How many of the wanted slots can be filled by distinct things, by trying out ways to extend (depth first). */
function fillable(slots: number, things: number, fits: (thing: number, slot: number) => boolean): number {
  const takenBy = new Array<number | undefined>(slots).fill(undefined);
  let count = 0;
  for (let thing = 0; thing < things && count < slots; thing += 1) {
    const seen = new Set<number>();
    const seat = (candidate: number): boolean => {
      for (let slot = 0; slot < slots; slot += 1) {
        if (seen.has(slot) || !fits(candidate, slot)) continue;
        seen.add(slot);
        const holder = takenBy[slot];
        if (holder === undefined || seat(holder)) {
          takenBy[slot] = candidate;
          return true;
        }
      }
      return false;
    };
    if (seat(thing)) count += 1;
  }
  return count;
}

/** Whether some start leaves enough open time; minutes are tried one by one in spans that could do. */
const canStart = (
  place: Restaurant | Attraction,
  absoluteDay: number,
  from: number,
  to: number,
  minutes: number,
): boolean => {
  const at = absoluteDay * day;
  if (openDuring(place, at + from, at + from + minutes)) return from + minutes <= to;
  for (let start = from; start + minutes <= to; start += 1) {
    if (openDuring(place, at + start, at + start + minutes)) return true;
  }
  return false;
};

const distinct = <Item extends { name: string; city: string }>(items: Item[]) => [
  ...new Map(items.map((item) => [low(item.name) + low(item.city), item])).values(),
];

/** Days of a stop on which no leg is under way. */
function wholeDaysOf(walk: Walk, stop: { arrives: string; leaves: string }): number[] {
  const touched = new Set(
    walk.plan.legs.flatMap((leg) => {
      const [from, to] = [epochDay(leg.departs.date), epochDay(leg.arrives.date)];
      return Array.from({ length: to - from + 1 }, (_, index) => from + index);
    }),
  );
  const [first, last] = [epochDay(stop.arrives), epochDay(stop.leaves)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (one) => !touched.has(one) && one < walk.start + walk.plan.days.length,
  );
}

function tablesOf(walk: Walk, city: string): Restaurant[] {
  const { catalogue, request } = walk;
  const known = catalogue.restaurants.some((one) => one.diets);
  const suits = (item: Restaurant) => {
    const serves = [...(item.diets ?? []), ...item.cuisines].map(low);
    return (request.diets ?? []).every(
      (diet) => serves.includes(low(diet)) || (low(diet) === 'vegetarian' && serves.includes('vegan')),
    );
  };
  return distinct(
    catalogue.restaurants.filter(
      (item) => low(item.city) === low(city) && !isAvoided(walk, item) && (!known || suits(item)),
    ),
  );
}

const isAvoided = (walk: Walk, item: { name: string }): boolean =>
  (walk.request.avoid ?? []).some((word) => low(item.name).includes(low(word)));

function sightsOf(walk: Walk, city: string): Attraction[] {
  const unwanted = (item: Attraction) => item.tags.some((tag) => walk.request.avoidInterests?.includes(tag));
  return distinct(
    walk.catalogue.attractions.filter(
      (item) => low(item.city) === low(city) && !isAvoided(walk, item) && !unwanted(item),
    ),
  );
}

/** Whole days in a city: as many meals as the data allows, and a visit. */
export function checkWholeDays(walk: Walk): void {
  const { plan } = walk;
  for (const stop of plan.stops) {
    const whole = wholeDaysOf(walk, stop);
    const tables = tablesOf(walk, stop.city);
    const serves = tables.map((table) =>
      whole.flatMap((one) =>
        Object.values(mealWindows).map(([from, to, minutes]) => canStart(table, one, from, to, minutes)),
      ),
    );
    const possible = fillable(whole.length * 3, tables.length, (thing, slot) => serves[thing]![slot]!);
    const blocks = whole.map((one) => plan.days[one - walk.start]!.blocks);
    const eaten = blocks.flat().filter((block) => block.kind === 'meal').length;
    // Three a day where there are enough restaurants, else one.
    const due = possible === whole.length * 3 ? possible : Math.min(possible, whole.length);
    walk.need(eaten >= due, `${stop.city}: ${eaten} of ${due} meals`);
    const sights = sightsOf(walk, stop.city);
    const opens = sights.map((sight) =>
      whole.map((one) => canStart(sight, one, 360, 1440, Math.max(15, sight.visitMinutes))),
    );
    const could = fillable(whole.length, sights.length, (thing, slot) => opens[thing]![slot]!);
    const seen = blocks.filter((list) => list.some((block) => block.kind === 'visit')).length;
    walk.need(seen >= could, `${stop.city}: visits on ${seen} of ${could} whole days`);
  }
}
