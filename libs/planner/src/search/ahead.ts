import { type LegOption } from './legs.js';
import { legWeight, type RouteAim, type RouteSpace } from './route-space.js';

/** Up to so many cities the set of visited ones is part of the state, which makes the estimate exact. */
const exactCities = 12;
const unknown = -2;

/**
 * The least that a route can still cost from a stop on: exact for up to twelve cities; above that only the number of
 * stops is remembered, which may be too low and never too high.
 */
export class Ahead {
  private readonly exact: boolean;
  private readonly days: number;
  private readonly cities: number;
  /** By state; NaN where not yet known. */
  private readonly known: Float64Array;
  /** By set of visited cities: which may come next, as bits; `unknown` where not yet asked. */
  private readonly nextOf: Int32Array;
  /** The least weight of a leg that arrives on the day it leaves, by pair and day; and the others. */
  private readonly sameDay: Float64Array;
  private readonly later: ({ offset: number; cost: number }[] | undefined)[];
  private readonly stopWeights: Float64Array;

  constructor(
    private readonly space: RouteSpace,
    private readonly aim: RouteAim,
  ) {
    this.cities = space.cityCount;
    this.exact = this.cities <= exactCities;
    this.days = space.lastDay + 1;
    const sets = this.exact ? 1 << this.cities : space.mostStops + 2;
    this.known = new Float64Array(sets * this.cities * this.days).fill(NaN);
    this.nextOf = new Int32Array(this.exact ? sets : 0).fill(unknown);
    const pairs = (this.cities + 1) ** 2 * this.days;
    this.sameDay = new Float64Array(pairs).fill(NaN);
    this.later = new Array<undefined>(pairs);
    this.stopWeights = new Float64Array(this.cities * this.days ** 2 * 2).fill(NaN);
  }

  /** From arriving in `city` on day `arrive`; `stops` counts it, `visited` holds it as a bit (exact form only). */
  from(city: number, arrive: number, stops: number, visited: number): number {
    const key = ((this.exact ? visited : stops) * this.cities + city) * this.days + arrive;
    const known = this.known[key]!;
    if (known === known) return known;
    const least = Math.min(
      this.ending(city, arrive, stops, visited),
      this.going(city, arrive, stops, visited),
    );
    this.known[key] = least;
    return least;
  }

  /** What a stop weighs: its price less its worth. */
  stop(city: number, arrive: number, leave: number, last: boolean): number {
    const key = ((city * this.days + arrive) * this.days + leave) * 2 + (last ? 1 : 0);
    const known = this.stopWeights[key]!;
    if (known === known) return known;
    const weight = this.space.stopPrice(city, arrive, leave, last) - this.aim.worth(city, leave - arrive);
    this.stopWeights[key] = weight;
    return weight;
  }

  leg(option: LegOption): number {
    return legWeight(option, this.aim, this.space.setup.demands.wanted);
  }

  /** What it weighs to go from one city to another besides the leg itself. */
  order(from: number, to: number): number {
    const { named } = this.space.setup.wishes;
    return to < from && named[from] === true && named[to] === true ? this.aim.outOfOrder : 0;
  }

  private has = (visited: number) => (city: number) => (visited & (1 << city)) !== 0;

  private ending(city: number, arrive: number, stops: number, visited: number): number {
    const { space } = this;
    const { from, to } = space.leaveDays(arrive, stops - 1, true);
    if (to < from) return Infinity;
    if (this.exact ? !space.complete(this.has(visited)) : stops < space.leastStops) return Infinity;
    const { origin } = space.setup;
    const home = origin < 0 ? 0 : this.cheapestHome(city);
    return home + this.stop(city, arrive, to, true);
  }

  private cheapestHome(city: number): number {
    const { space } = this;
    const key = this.legKey(city, space.setup.origin, space.lastDay);
    return this.later[key]!.reduce((least, { cost }) => Math.min(least, cost), this.sameDay[key]!);
  }

  private going(city: number, arrive: number, stops: number, visited: number): number {
    const { space } = this;
    if (stops >= space.mostStops) return Infinity;
    const nexts = this.exact ? this.nextCities(visited) : -1;
    if (nexts === 0) return Infinity;
    let least = Infinity;
    const { from, to } = space.leaveDays(arrive, stops - 1, false);
    for (let leave = from; leave <= to; leave += 1) {
      const here = this.stop(city, arrive, leave, false);
      if (here === Infinity) continue;
      least = Math.min(least, here + this.onwards(city, leave, stops, visited, nexts));
    }
    return least;
  }

  /** Cities that may follow a set of visited ones, as bits. */
  private nextCities(visited: number): number {
    const known = this.nextOf[visited]!;
    if (known !== unknown) return known;
    const has = this.has(visited);
    let bits = 0;
    for (let city = 0; city < this.cities; city += 1) if (this.space.extends(has, city)) bits |= 1 << city;
    this.nextOf[visited] = bits;
    return bits;
  }

  private onwards(city: number, leave: number, stops: number, visited: number, nexts: number): number {
    let least = Infinity;
    for (let next = 0; next < this.cities; next += 1) {
      if (this.exact ? (nexts & (1 << next)) === 0 : next === city) continue;
      const key = this.legKey(city, next, leave);
      const set = this.exact ? visited | (1 << next) : 0;
      const cost = this.sameDay[key]!;
      if (cost < Infinity) least = Math.min(least, cost + this.from(next, leave, stops + 1, set));
      for (const way of this.later[key]!) {
        if (leave + way.offset > this.space.lastDay) continue;
        least = Math.min(least, way.cost + this.from(next, leave + way.offset, stops + 1, set));
      }
    }
    return least;
  }

  /** The place of a leg in the tables, which are filled when first asked for. */
  private legKey(from: number, to: number, day: number): number {
    const key = (from * (this.cities + 1) + to) * this.days + day;
    if (this.later[key] === undefined) this.fillLegs(key, from, to, day);
    return key;
  }

  private fillLegs(key: number, from: number, to: number, day: number): void {
    const order = from < this.cities && to < this.cities ? this.order(from, to) : 0;
    const best = new Map<number, number>([[0, Infinity]]);
    for (const option of this.space.legs(from, to, day)) {
      const cost = this.leg(option) + order;
      if (cost < (best.get(option.offset) ?? Infinity)) best.set(option.offset, cost);
    }
    this.sameDay[key] = best.get(0)!;
    best.delete(0);
    this.later[key] = [...best].map(([offset, cost]) => ({ offset, cost }));
  }
}
