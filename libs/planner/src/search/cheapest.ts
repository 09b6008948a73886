import { type Draft, draftTrip, type Effort } from './draft.js';
import { Exhaustive } from './exhaustive.js';
import { Heap } from './heap.js';
import { RouteHopes } from './route-hopes.js';
import { type Route, RouteSearch } from './routes.js';
import { priceOnly, type RouteAim, RouteSpace } from './route-space.js';
import { type Setup, Steps } from './setup.js';
import { StopCosts } from './stop-costs.js';
import { type Style, styleOf } from './style.js';

/** Every route of every start and with or without a car, best first. */
export class AllRoutes {
  private readonly heads = new Heap<{ route: Route; search: RouteSearch }>();
  private readonly costsOf = new Map<number, StopCosts>();

  constructor(setup: Setup, starts: readonly number[], aim: RouteAim, maxPrice: number) {
    for (const start of starts) {
      const costs = new StopCosts(setup, start);
      this.costsOf.set(start, costs);
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

  /** Floors of the trips that start on a day. */
  costs(start: number): StopCosts {
    return this.costsOf.get(start)!;
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

/** Routes with the same stops on the same days differ only in legs: what fails on the cheapest few fails on all. */
class Patience {
  private readonly failures = new Map<string, number>();

  private key = ({ start, stops }: Route) =>
    `${start}/${stops.map((stop) => `${stop.city},${stop.arrive},${stop.leave}`).join('/')}`;

  left(route: Route): boolean {
    return (this.failures.get(this.key(route)) ?? 0) < likeRoutesTried;
  }

  failed(route: Route): void {
    this.failures.set(this.key(route), (this.failures.get(this.key(route)) ?? 0) + 1);
  }
}

function anyEffort(setup: Setup, route: Route, style: Style): Draft | undefined {
  for (const effort of efforts) {
    const draft = draftTrip(setup, route, style, effort);
    if (draft !== undefined) return draft;
  }
  return undefined;
}

/** Quick building on every route, in order of floors, until no further one can be cheaper. */
function quick(setup: Setup, style: Style, failed: Route[]): Draft | undefined {
  const routes = new AllRoutes(setup, setup.span.starts, priceOnly, setup.demands.totalMax);
  const hopes = new RouteHopes(setup);
  const patience = new Patience();
  let best: Draft | undefined;
  for (let route = routes.next(); route !== undefined && !setup.steps.spent; route = routes.next()) {
    if (best !== undefined && route.floor >= best.total) break;
    if (!hopes.mayMeet(route, routes.costs(route.start))) continue;
    const draft = patience.left(route) ? anyEffort(setup, route, style) : undefined;
    if (draft !== undefined && draft.total < (best?.total ?? Infinity)) best = draft;
    if (draft !== undefined) continue;
    patience.failed(route);
    if (failed.length < failuresKept) failed.push(route);
  }
  return best;
}

const likeRoutesTried = 4;
const failuresKept = 400;
const exhaustiveSteps = 200_000;

/** The cheapest trip that can be built; when quick building finds none, everything is tried within bounds. */
export function cheapestTrip(setup: Setup): Cheapest {
  const style = styleOf('cheapest', setup, 1);
  const failed: Route[] = [];
  const draft = quick(setup, style, failed);
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
