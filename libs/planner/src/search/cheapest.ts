import { type VisitItem } from '../constraints/items.js';
import { type Draft, draftTrip, type Effort } from './draft.js';
import { Exhaustive } from './exhaustive.js';
import { Heap } from './heap.js';
import { type Route, RouteSearch } from './routes.js';
import { priceOnly, type RouteAim, RouteSpace } from './route-space.js';
import { type Setup, Steps } from './setup.js';
import { opensFor, StopCosts } from './stop-costs.js';
import { type Style } from './style.js';

/** Every route of every start and with or without a car, best first. */
export class AllRoutes {
  private readonly heads = new Heap<{ route: Route; search: RouteSearch }>();

  constructor(setup: Setup, starts: readonly number[], aim: RouteAim, maxPrice: number) {
    for (const start of starts) {
      const costs = new StopCosts(setup, start);
      for (const car of setup.legs.hasCarLegs ? [false, true] : [false]) {
        this.advance(new RouteSearch(new RouteSpace(setup, costs, car), aim, maxPrice));
      }
    }
  }

  next(): Route | undefined {
    const head = this.heads.pop();
    if (head === undefined) return undefined;
    this.advance(head.item.search);
    return head.item.route;
  }

  private advance(search: RouteSearch): void {
    const route = search.next();
    if (route !== undefined) this.heads.push(route.weight, { route, search });
  }
}

const efforts: Effort[] = [
  { hours: 'usual', bare: true },
  { hours: 'early', bare: true },
  { hours: 'late', bare: true },
];

/** The outcome of looking for any trip at all. */
export interface Cheapest {
  draft: Draft | undefined;
  /** Without a draft: everything was tried, so there is none. */
  proven: boolean;
}

/** The wishes that a route can meet at all, looking only at its cities and days. */
function mayMeet(setup: Setup, route: Route): boolean {
  const { musts, items, demands } = setup;
  const there = (city: number) => route.stops.find((stop) => stop.city === city);
  const opens = (city: number, item: VisitItem) => {
    const stop = there(city);
    if (stop === undefined) return false;
    const days = Array.from(
      { length: stop.leave - stop.arrive + 1 },
      (_, index) => route.start + stop.arrive + index,
    );
    return days.some((day) => opensFor(item, day));
  };
  const served = route.stops
    .flatMap((stop) => items[stop.city]!.meals)
    .reduce((mask, item) => mask | item.cuisines, 0);
  return (
    served === (1 << demands.cuisines.length) - 1 &&
    musts.every(
      (must) =>
        must.cities.some(there) ||
        must.visits.some(({ city, item }) => opens(city, item)) ||
        must.meals.some(({ city }) => there(city)),
    )
  );
}

/** Quick building on every route, in order of floors, until no further one can be cheaper. */
function quick(setup: Setup, style: Style, starts: readonly number[], failed: Route[]): Draft | undefined {
  const routes = new AllRoutes(setup, starts, priceOnly, setup.demands.totalMax);
  let best: Draft | undefined;
  for (let route = routes.next(); route !== undefined; route = routes.next()) {
    if (best !== undefined && route.floor >= best.total) break;
    if (!mayMeet(setup, route)) continue;
    const before = best;
    for (const effort of efforts) {
      const draft = draftTrip(setup, route, style, effort);
      if (draft === undefined) continue;
      if (best === undefined || draft.total < best.total) best = draft;
      break;
    }
    if (best === before && failed.length < failuresKept) failed.push(route);
    if (setup.steps.spent) break;
  }
  return best;
}

const failuresKept = 400;
const exhaustiveSteps = 200_000;

/** The cheapest trip that can be built; when quick building finds none, everything is tried within bounds. */
export function cheapestTrip(setup: Setup, style: Style, starts = setup.span.starts): Cheapest {
  const failed: Route[] = [];
  const draft = quick(setup, style, starts, failed);
  if (draft !== undefined) return { draft, proven: true };
  const complete = !setup.steps.spent && failed.length < failuresKept;
  const steps = new Steps(Math.min(exhaustiveSteps, setup.steps.budget - setup.steps.used));
  const all = new Exhaustive({ ...setup, steps });
  let best: Draft | undefined;
  for (const route of failed) {
    if (best !== undefined && route.floor >= best.total) break;
    best = all.trip(route, Math.min(setup.demands.totalMax, (best?.total ?? Infinity) - 1)) ?? best;
    if (steps.spent) break;
  }
  setup.steps.take(steps.used);
  return { draft: best, proven: complete && !all.cut && !steps.spent };
}
