import { type Attraction, type Catalogue, type Restaurant, type TripRequest } from '@travellite/protocol';
import {
  buffers,
  epochDay,
  fits,
  type Leg,
  mealNames,
  type MealName,
  mostPairs,
  type Part,
  permutations,
  type Place,
} from './brute-parts.js';

/**
 * Is there any plan at all, and what does the cheapest cost? Tries everything, so only for very small worlds: named cities,
 * a fixed first day, total budgets, prices in one currency. Written without the library. Ground legs leave on the hour.
 */

const mostTries = 400_000;

class TooLarge extends Error {}

/** What was done so far. */
interface Done {
  cost: number;
  places: Place[];
  /** `day/meal`. */
  meals: string[];
  /** The city of each meal, and of each day with a visit, on whole days. */
  wholeMeals: string[];
  wholeVisits: string[];
}

class Search {
  readonly start: number;
  readonly days: number;
  readonly people: number;
  readonly limit: number;
  best = Infinity;
  private tries = 0;
  private readonly layouts = new Map<string, boolean>();

  constructor(
    readonly request: TripRequest,
    readonly catalogue: Catalogue,
  ) {
    this.start = epochDay(request.dates!.start!);
    this.days = request.dates!.days!;
    this.people = Math.max(1, (request.travellers?.adults ?? 1) + (request.travellers?.children ?? 0));
    this.limit = request.budget?.max.amountMinor ?? Infinity;
  }

  run(): number {
    const cities = this.request.destinations.map((place) => place.name);
    const home = this.request.origin?.name;
    const outer =
      home !== undefined &&
      [...this.catalogue.flights, ...this.catalogue.legs].some((leg) => leg.from === home || leg.to === home);
    for (const order of permutations(cities)) {
      for (const nights of this.splits(order.length)) this.route(order, nights, outer ? home : undefined);
    }
    return this.best;
  }

  private splits(stops: number): number[][] {
    const total = this.days - 1;
    const few = total < stops;
    const all = (left: number, count: number): number[][] => {
      if (count === 1) return left >= (few ? 0 : 1) ? [[left]] : [];
      return Array.from({ length: left }, (_, index) => index + 1).flatMap((first) =>
        all(left - first, count - 1).map((rest) => [first, ...rest]),
      );
    };
    return all(total, stops);
  }

  private ways(from: string, to: string, day: number): Leg[] {
    const { refused = [] } = this.request.transport ?? {};
    const flights = this.catalogue.flights
      .filter(
        (one) =>
          one.from === from && one.to === to && epochDay(one.departs.slice(0, 10)) === this.start + day,
      )
      .filter(
        (one) => !refused.includes('flight') && (!this.request.transport?.directOnly || one.stops === 0),
      )
      .map((one) => {
        const minute = (text: string) => Number(text.slice(11, 13)) * 60 + Number(text.slice(14));
        return {
          at: minute(one.departs),
          until: minute(one.arrives),
          days: 0,
          mode: 'flight',
          cost: one.price.amountMinor * this.people,
        };
      });
    const ground = this.catalogue.legs
      .filter((one) => one.from === from && one.to === to && !refused.includes(one.mode))
      .flatMap((one) => {
        const cost =
          one.price.amountMinor *
          (one.priceScope === 'per_person'
            ? this.people
            : Math.ceil(this.people / (one.vehicleCapacity ?? 1)));
        const hours = Array.from({ length: 19 }, (_, hour) => (hour + 6) * 60).filter(
          (at) => at + one.durationMinutes <= 1440,
        );
        return hours.map((at) => ({ at, until: at + one.durationMinutes, days: 0, mode: one.mode, cost }));
      });
    return [...flights, ...ground];
  }

  private route(order: string[], nights: number[], home: string | undefined): void {
    const way = home === undefined ? order : [home, ...order, home];
    const leaves = nights.map((_, at) => nights.slice(0, at + 1).reduce((sum, one) => sum + one, 0));
    const dates = home === undefined ? leaves.slice(0, -1) : [0, ...leaves];
    const choose = (at: number, legs: Leg[], cost: number): void => {
      if (cost > this.limit || cost >= this.best) return;
      if (at === way.length - 1) return this.stays(order, nights, leaves, legs, cost, home !== undefined);
      for (const leg of this.ways(way[at]!, way[at + 1]!, dates[at]!)) {
        const modes = [...legs, leg].map((one) => one.mode);
        if (modes.includes('self_driving') && (modes.includes('flight') || modes.includes('taxi'))) continue;
        const last = legs.at(-1);
        const sameDay = last !== undefined && dates[at - 1] === dates[at];
        if (sameDay && last.until + buffers[last.mode]![1] > leg.at - buffers[leg.mode]![0]) continue;
        choose(at + 1, [...legs, leg], cost + leg.cost);
      }
    };
    choose(0, [], 0);
  }

  private stays(
    order: string[],
    nights: number[],
    leaves: number[],
    legs: Leg[],
    cost: number,
    outer: boolean,
  ): void {
    const { lodging = {} } = this.request;
    const choose = (at: number, homes: Place['location'][], sum: number): void => {
      if (sum > this.limit || sum >= this.best) return;
      if (at === order.length) return this.fill(order, nights, leaves, legs, homes, sum, outer);
      const here = this.catalogue.stays.filter((one) => one.city === order[at]);
      if (nights[at] === 0 || here.length === 0) return choose(at + 1, [...homes, undefined], sum);
      for (const stay of here) {
        const type = lodging.roomType;
        if (
          type &&
          stay.roomType !== type &&
          !(type === 'not_shared_room' && stay.roomType !== 'shared_room')
        )
          continue;
        if (lodging.allow?.some((rule) => stay.forbids.includes(rule)) || stay.minNights > nights[at]!)
          continue;
        const rooms = Math.ceil(this.people / stay.capacity);
        choose(at + 1, [...homes, stay.location], sum + stay.pricePerNight.amountMinor * rooms * nights[at]!);
      }
    };
    choose(0, [], cost);
  }

  private fill(
    order: string[],
    nights: number[],
    leaves: number[],
    legs: Leg[],
    homes: Place['location'][],
    cost: number,
    outer: boolean,
  ): void {
    const parts = order.flatMap((city, at): (Part & { stop: number })[] => {
      const into = outer ? legs[at] : legs[at - 1];
      const out = outer ? legs[at + 1] : legs[at];
      const first = leaves[at]! - nights[at]!;
      return Array.from({ length: nights[at]! + 1 }, (_, index) => {
        const arriving = index === 0 && into !== undefined;
        const leaving = index === nights[at] && out !== undefined;
        return {
          stop: at,
          city,
          day: first + index,
          from: arriving ? Math.max(360, into.until + buffers[into.mode]![1]) : 360,
          to: leaving ? Math.min(1440, out.at - buffers[out.mode]![0]) : 1440,
          whole: !arriving && !leaving,
          rested: index > 0,
        };
      });
    });
    this.spend(parts, homes, cost);
  }

  /** Everything that can be done on one part of a day, given what was done before. */
  private *waysToSpend(part: Part, home: Place['location'], done: Done): Generator<Done> {
    const { request, catalogue } = this;
    const free = (one: Place) => one.city === part.city && !done.places.includes(one);
    const unwanted = (one: Attraction) => request.avoidInterests?.some((tag) => one.tags.includes(tag));
    const visits = catalogue.attractions.filter((one) => free(one) && !unwanted(one));
    const musts = visits.filter((one) => request.mustSee?.includes(one.name));
    const pairs = musts.flatMap((must) => visits.filter((one) => one !== must).map((one) => [must, one]));
    const visitChoices = [[], ...visits.map((one) => [one]), ...pairs];
    for (const eaten of this.meals(part, catalogue.restaurants.filter(free), done)) {
      for (const seen of visitChoices) {
        if ((this.tries += 1) > mostTries) throw new TooLarge();
        if (!this.fitsHere(part, home, eaten, seen)) continue;
        const places = [...eaten.map(([, one]) => one), ...seen];
        yield {
          cost: done.cost + places.reduce((sum, one) => sum + one.price.amountMinor * this.people, 0),
          places: [...done.places, ...places],
          meals: [...done.meals, ...eaten.map(([name]) => `${part.day}/${name}`)],
          wholeMeals: [...done.wholeMeals, ...(part.whole ? eaten.map(() => part.city) : [])],
          wholeVisits: [...done.wholeVisits, ...(part.whole && seen.length > 0 ? [part.city] : [])],
        };
      }
    }
  }

  private meals(part: Part, tables: Restaurant[], done: Done): [MealName, Restaurant][][] {
    let choices: [MealName, Restaurant][][] = [[]];
    for (const name of mealNames) {
      if (done.meals.includes(`${part.day}/${name}`)) continue;
      choices = choices.flatMap((eaten) => [
        ...tables
          .filter((table) => !eaten.some(([, one]) => one === table))
          .map((table): [MealName, Restaurant][] => [...eaten, [name, table]]),
        eaten,
      ]);
    }
    return choices;
  }

  private spend(parts: (Part & { stop: number })[], homes: Place['location'][], fixed: number): void {
    const goals = this.goals(parts);
    // On a day of travel nothing is due, so it matters only when a wish may be met there.
    const wishes = (this.request.cuisines?.length ?? 0) + (this.request.mustSee?.length ?? 0) > 0;
    const days = parts.filter((part) => part.whole || wishes);
    const step = (at: number, done: Done): void => {
      if (done.cost > this.limit || done.cost >= this.best) return;
      const part = days[at];
      if (part === undefined) {
        if (goals(done)) this.best = done.cost;
        return;
      }
      for (const next of this.waysToSpend(part, homes[part.stop], done)) step(at + 1, next);
    };
    step(0, { cost: fixed, places: [], meals: [], wholeMeals: [], wholeVisits: [] });
  }

  private fitsHere(
    part: Part,
    home: Place['location'],
    eaten: [MealName, Restaurant][],
    seen: Attraction[],
  ): boolean {
    const ids = [...eaten.map(([name, one]) => name + one.id), ...seen.map((one) => one.id)].join();
    const key = `${part.day} ${part.from} ${part.to} ${part.rested ? home?.lat : ''} ${ids}`;
    const known = this.layouts.get(key) ?? fits(part, this.start, home, eaten, seen);
    this.layouts.set(key, known);
    return known;
  }

  /** What the whole days of each city must hold at least, and all wishes. */
  private goals(parts: Part[]): (done: Done) => boolean {
    const { catalogue, request } = this;
    const unwanted = (one: Attraction) => request.avoidInterests?.some((tag) => one.tags.includes(tag));
    const wanted = [...new Set(parts.map((part) => part.city))].map((city) => {
      const whole = parts.filter((part) => part.city === city && part.whole);
      const anyTime = (part: Part) => ({ ...part, rested: false });
      const slots = whole.flatMap((part) => mealNames.map((name) => ({ part: anyTime(part), name })));
      const tables = catalogue.restaurants.filter((one) => one.city === city);
      const sights = catalogue.attractions.filter((one) => one.city === city && !unwanted(one));
      const eats = tables.map((one) =>
        slots.map(({ part, name }) => fits(part, this.start, undefined, [[name, one]], [])),
      );
      const sees = sights.map((one) =>
        whole.map((part) => fits(anyTime(part), this.start, undefined, [], [one])),
      );
      const possible = mostPairs(eats, slots.length);
      const due = possible === slots.length ? possible : Math.min(possible, whole.length);
      return { city, meals: due, visits: mostPairs(sees, whole.length) };
    });
    const count = (list: string[], city: string) => list.filter((one) => one === city).length;
    return (done) => {
      const kitchens = done.places.flatMap((one) => ('cuisines' in one ? one.cuisines : []));
      return (
        wanted.every(
          ({ city, meals, visits }) =>
            count(done.wholeMeals, city) >= meals && count(done.wholeVisits, city) >= visits,
        ) &&
        (catalogue.restaurants.length === 0 ||
          (request.cuisines ?? []).every((one) => kitchens.includes(one))) &&
        (request.mustSee ?? []).every((name) => done.places.some((one) => one.name === name))
      );
    };
  }
}

/** The total of the cheapest plan in minor units; Infinity when there is none; undefined when it is too large to try. */
export function bruteForce(request: TripRequest, catalogue: Catalogue): number | undefined {
  try {
    return new Search(request, catalogue).run();
  } catch (thrown) {
    if (thrown instanceof TooLarge) return undefined;
    throw thrown;
  }
}
