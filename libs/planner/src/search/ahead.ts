import { type LegOption } from './legs.js';
import { legWeight, type RouteAim, type RouteSpace } from './route-space.js';

/** Up to so many cities the set of visited ones is part of the state, which makes the estimate exact. */
const exactCities = 12;

/**
 * The least that a route can still cost from a stop on: exact for up to twelve cities; above that only the number of
 * stops is remembered, which may be too low and never too high.
 */
export class Ahead {
  private readonly known = new Map<number, number>();
  private readonly legCosts = new Map<number, { offset: number; cost: number }[]>();
  private readonly exact: boolean;

  constructor(
    private readonly space: RouteSpace,
    private readonly aim: RouteAim,
  ) {
    this.exact = space.cityCount <= exactCities;
  }

  /** From arriving in `city` on day `arrive`; `stops` counts it, `visited` holds it as a bit (exact form only). */
  from(city: number, arrive: number, stops: number, visited: number): number {
    const { cityCount, lastDay } = this.space;
    const key = ((this.exact ? visited : stops) * cityCount + city) * (lastDay + 1) + arrive;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const least = Math.min(
      this.ending(city, arrive, stops, visited),
      this.going(city, arrive, stops, visited),
    );
    this.known.set(key, least);
    return least;
  }

  /** What a stop weighs: its price less its worth. */
  stop(city: number, arrive: number, leave: number, last: boolean): number {
    return this.space.stopPrice(city, arrive, leave, last) - this.aim.worth(city, leave - arrive);
  }

  leg(option: LegOption): number {
    return legWeight(option, this.aim, this.space.setup.demands.wanted);
  }

  private has = (visited: number) => (city: number) => (visited & (1 << city)) !== 0;

  private ending(city: number, arrive: number, stops: number, visited: number): number {
    const { space } = this;
    if (this.exact ? !space.complete(this.has(visited)) : stops < space.leastStops) return Infinity;
    const { from, to } = space.leaveDays(arrive, stops - 1, true);
    if (to < from) return Infinity;
    const home = space.setup.origin < 0 ? 0 : this.cheapest(city, space.setup.origin, space.lastDay);
    return home + this.stop(city, arrive, to, true);
  }

  private cheapest(from: number, to: number, day: number): number {
    return this.legsByOffset(from, to, day).reduce((least, { cost }) => Math.min(least, cost), Infinity);
  }

  private going(city: number, arrive: number, stops: number, visited: number): number {
    const { space } = this;
    if (stops >= space.mostStops) return Infinity;
    let least = Infinity;
    const { from, to } = space.leaveDays(arrive, stops - 1, false);
    for (let leave = from; leave <= to; leave += 1) {
      const here = this.stop(city, arrive, leave, false);
      if (here === Infinity) continue;
      least = Math.min(least, here + this.onwards(city, leave, stops, visited));
    }
    return least;
  }

  private onwards(city: number, leave: number, stops: number, visited: number): number {
    const { space } = this;
    let least = Infinity;
    for (let next = 0; next < space.cityCount; next += 1) {
      if (next === city || (this.exact && !space.extends(this.has(visited), next))) continue;
      for (const { offset, cost } of this.legsByOffset(city, next, leave)) {
        if (leave + offset > space.lastDay) continue;
        const rest = this.from(next, leave + offset, stops + 1, this.exact ? visited | (1 << next) : 0);
        least = Math.min(least, cost + rest);
      }
    }
    return least;
  }

  private legsByOffset(from: number, to: number, day: number): { offset: number; cost: number }[] {
    const key = (from * 64 + to) * 64 + day;
    const known = this.legCosts.get(key);
    if (known !== undefined) return known;
    const best = new Map<number, number>();
    for (const option of this.space.legs(from, to, day)) {
      const cost = this.leg(option);
      if (cost < (best.get(option.offset) ?? Infinity)) best.set(option.offset, cost);
    }
    const list = [...best].map(([offset, cost]) => ({ offset, cost }));
    this.legCosts.set(key, list);
    return list;
  }
}
