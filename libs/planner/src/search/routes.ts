import { Ahead } from './ahead.js';
import { Heap } from './heap.js';
import { type LegOption } from './legs.js';
import { priceOnly, type RouteAim, type RouteSpace } from './route-space.js';

/** A stop of a route; days count from 0, the first day of the trip. */
export interface RouteStop {
  city: number;
  arrive: number;
  leave: number;
}

/** Between stops; `from` or `to` is -1 for the origin. */
export interface RouteLeg {
  from: number;
  to: number;
  day: number;
  option: LegOption;
}

/** Cities, nights and legs, without yet what is done on the days. */
export interface Route {
  start: number;
  car: boolean;
  stops: RouteStop[];
  legs: RouteLeg[];
  /** No plan on this route is cheaper. */
  floor: number;
  weight: number;
}

interface Node {
  parent: Node | undefined;
  stop: { city: number; arrive: number };
  /** Day on which the stop before was left, and the leg that led here. */
  left: number;
  leg: LegOption | undefined;
  stops: number;
  visited: number;
  weight: number;
  price: number;
  /** The way home, which makes the route complete; null without one. */
  home?: LegOption | null;
}

/** Routes in order of weight, best first; only those whose floor lies within the budget (A* with the estimate of `Ahead`). */
export class RouteSearch {
  private readonly byWeight: Ahead;
  private readonly byPrice: Ahead;
  private readonly open = new Heap<Node>();

  constructor(
    private readonly space: RouteSpace,
    aim: RouteAim,
    private readonly maxPrice: number,
  ) {
    this.byPrice = new Ahead(space, priceOnly);
    this.byWeight = aim === priceOnly ? this.byPrice : new Ahead(space, aim);
    this.begin();
  }

  /** The next best route; undefined when there is none or the steps are used up. */
  next(): Route | undefined {
    const { steps } = this.space.setup;
    for (let top = this.open.pop(); top !== undefined && steps.take(); top = this.open.pop()) {
      if (top.item.home !== undefined) return this.route(top.item);
      this.expand(top.item);
    }
    return undefined;
  }

  private begin(): void {
    const { space } = this;
    const { origin } = space.setup;
    for (let city = 0; city < space.cityCount; city += 1) {
      if (!space.extends(() => false, city)) continue;
      const legs = origin < 0 ? [undefined] : space.legs(origin, city, 0);
      for (const leg of legs) this.add(undefined, city, 0, leg, 0, 0);
    }
  }

  private add(
    parent: Node | undefined,
    city: number,
    left: number,
    leg: LegOption | undefined,
    weight: number,
    price: number,
  ): void {
    const arrive = left + (leg?.offset ?? 0);
    if (arrive > this.space.lastDay) return;
    const stops = (parent?.stops ?? 0) + 1;
    const visited = (parent?.visited ?? 0) | (1 << (city & 31));
    const cost = price + (leg?.price ?? 0);
    if (cost + this.byPrice.from(city, arrive, stops, visited) > this.maxPrice) return;
    const order = parent === undefined ? 0 : this.byWeight.order(parent.stop.city, city);
    const sum = weight + order + (leg === undefined ? 0 : this.byWeight.leg(leg));
    const estimate = sum + this.byWeight.from(city, arrive, stops, visited);
    if (estimate === Infinity) return;
    this.open.push(estimate, {
      parent,
      stop: { city, arrive },
      left,
      leg,
      stops,
      visited,
      weight: sum,
      price: cost,
    });
  }

  private has = (node: Node) => (city: number) => {
    for (let at: Node | undefined = node; at !== undefined; at = at.parent)
      if (at.stop.city === city) return true;
    return false;
  };

  private expand(node: Node): void {
    this.finish(node);
    const { space } = this;
    if (node.stops >= space.mostStops) return;
    const { city, arrive } = node.stop;
    const has = this.has(node);
    const nexts = Array.from({ length: space.cityCount }, (_, next) => next).filter((next) =>
      space.extends(has, next),
    );
    const { from, to } = space.leaveDays(arrive, node.stops - 1, false);
    for (let leave = from; leave <= to; leave += 1) {
      const price = space.stopPrice(city, arrive, leave, false);
      if (price === Infinity) continue;
      const weight = this.byWeight.stop(city, arrive, leave, false);
      for (const next of nexts) {
        for (const leg of space.legs(city, next, leave)) {
          this.add(node, next, leave, leg, node.weight + weight, node.price + price);
        }
      }
    }
  }

  private finish(node: Node): void {
    const { space } = this;
    const { city, arrive } = node.stop;
    const { from, to } = space.leaveDays(arrive, node.stops - 1, true);
    if (to < from || !space.complete(this.has(node))) return;
    const price = node.price + space.stopPrice(city, arrive, to, true);
    const weight = node.weight + this.byWeight.stop(city, arrive, to, true);
    if (price === Infinity) return;
    const homes = space.setup.origin < 0 ? [null] : space.legs(city, space.setup.origin, space.lastDay);
    for (const home of homes) {
      const total = price + (home?.price ?? 0);
      if (total > this.maxPrice) continue;
      const sum = weight + (home === null ? 0 : this.byWeight.leg(home));
      this.open.push(sum, { ...node, parent: node.parent, weight: sum, price: total, home });
    }
  }

  private route(last: Node): Route {
    const chain: Node[] = [];
    for (let at: Node | undefined = last; at !== undefined; at = at.parent) chain.unshift(at);
    const { space } = this;
    const stops = chain.map(({ stop }, index) => ({
      ...stop,
      leave: chain[index + 1]?.left ?? space.lastDay,
    }));
    const legs = chain.flatMap(({ leg, left, stop }, index): RouteLeg[] =>
      leg === undefined
        ? []
        : [{ from: chain[index - 1]?.stop.city ?? -1, to: stop.city, day: left, option: leg }],
    );
    if (last.home) legs.push({ from: last.stop.city, to: -1, day: space.lastDay, option: last.home });
    return { start: space.costs.start, car: space.car, stops, legs, floor: last.price, weight: last.weight };
  }
}
