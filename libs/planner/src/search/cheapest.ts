import { type Draft, draftTrip, type Effort } from './draft.js';
import { Heap } from './heap.js';
import { type Route, RouteSearch } from './routes.js';
import { priceOnly, type RouteAim, RouteSpace } from './route-space.js';
import { type Setup } from './setup.js';
import { StopCosts } from './stop-costs.js';
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

/** The cheapest trip that can be built: routes in order of their floor until no further one can be cheaper. */
export function cheapestTrip(setup: Setup, style: Style, starts = setup.span.starts): Draft | undefined {
  const routes = new AllRoutes(setup, starts, priceOnly, setup.demands.totalMax);
  let best: Draft | undefined;
  for (let route = routes.next(); route !== undefined; route = routes.next()) {
    if (best !== undefined && route.floor >= best.total) break;
    for (const effort of efforts) {
      const draft = draftTrip(setup, route, style, effort);
      if (draft === undefined) continue;
      if (best === undefined || draft.total < best.total) best = draft;
      break;
    }
    if (setup.steps.spent) break;
  }
  return best;
}
