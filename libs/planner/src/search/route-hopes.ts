import { type Route } from './routes.js';
import { type Setup } from './setup.js';
import { opensFor, type StopCosts } from './stop-costs.js';

/** What can be told of a route before it is built: whether wishes for places and kitchens can be met on it within the budget. */
export class RouteHopes {
  /** By city: the cheapest restaurant of each cuisine. */
  private readonly kitchens: number[][];

  constructor(private readonly setup: Setup) {
    const { cuisines } = setup.demands;
    this.kitchens = setup.items.map(({ meals }) =>
      cuisines.map((_, at) => meals.find((item) => (item.cuisines & (1 << at)) !== 0)?.price ?? Infinity),
    );
  }

  mayMeet(route: Route, costs: StopCosts): boolean {
    return (
      this.mustsMet(route) && route.floor + this.extraForKitchens(route, costs) <= this.setup.demands.totalMax
    );
  }

  /** A meal of a wished cuisine takes the place of at most the dearest of the meals that are eaten anyway. */
  private extraForKitchens(route: Route, costs: StopCosts): number {
    const { demands } = this.setup;
    if (demands.cuisines.length === 0) return 0;
    const last = route.stops.length - 1;
    const dearest = Math.max(
      ...route.stops.map((stop, at) => costs.dearestMeal(stop.city, stop.arrive, stop.leave, at === last)),
    );
    const extras = demands.cuisines.map((_, at) => {
      const cheapest = Math.min(...route.stops.map((stop) => this.kitchens[stop.city]![at]!));
      return cheapest - dearest;
    });
    return Math.max(0, ...extras);
  }

  private mustsMet(route: Route): boolean {
    const there = (city: number) => route.stops.find((stop) => stop.city === city);
    return this.setup.musts.every(
      (must) =>
        must.cities.some(there) ||
        must.meals.some(({ city }) => there(city)) ||
        must.visits.some(({ city, item }) => {
          const stop = there(city);
          if (stop === undefined) return false;
          for (let day = stop.arrive; day <= stop.leave; day += 1) {
            if (opensFor(item, route.start + day)) return true;
          }
          return false;
        }),
    );
  }
}
