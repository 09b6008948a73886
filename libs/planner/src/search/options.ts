import { type OptionName } from '../plan.js';
import { AllRoutes } from './cheapest.js';
import { type Draft, draftTrip } from './draft.js';
import { type RouteAim } from './route-space.js';
import { type Setup } from './setup.js';
import { type Style, visitValue } from './style.js';

const routesTried = 8;
/** Prices count this many times more when the budget does not allow what was chosen. */
const thrift = [1, 4, 16, 64];

/** What nights in each city are worth in money: its best sights, each further one a little less. */
function worthOf(setup: Setup, style: Style, dailySpend: number): RouteAim['worth'] {
  const sums = setup.items.map((city) => {
    const values = city.visits
      .map((visit) => visitValue(visit, style) - visit.price * style.perMoney)
      .sort((a, b) => b - a)
      .slice(0, 60);
    let sum = 0;
    return values.map((value, at) => (sum += Math.max(0, value) / (1 + at * 0.12)));
  });
  return (city, nights) => {
    const list = sums[city]!;
    const seen = Math.min(list.length, Math.max(1, nights * style.visitsADay)) - 1;
    return seen < 0 ? 0 : list[seen]! * dailySpend * 0.06;
  };
}

function aimOf(setup: Setup, style: Style, dailySpend: number): RouteAim {
  return {
    perTravelMinute: style.perTravelHour / 60,
    unwantedMode: dailySpend * 1000,
    oddHours: style.perTravelHour * 4,
    outOfOrder: style.perTravelHour * 2,
    worth: worthOf(setup, style, dailySpend),
  };
}

/** The best trip in a style that stays within the budget, on one of the routes that suit the style. */
export function styledTrip(
  setup: Setup,
  style: Style,
  dailySpend: number,
  starts: readonly number[],
): Draft | undefined {
  const routes = new AllRoutes(setup, starts, aimOf(setup, style, dailySpend), setup.demands.totalMax);
  for (let tried = 0; tried < routesTried; tried += 1) {
    const route = routes.next();
    if (route === undefined) return undefined;
    for (const times of thrift) {
      const sober = { ...style, perMoney: style.perMoney * times };
      const draft = draftTrip(setup, route, sober, { hours: 'usual', bare: false });
      if (draft !== undefined) return draft;
    }
  }
  return undefined;
}

const culture = ['museums', 'art', 'history', 'architecture', 'religion', 'theatre', 'literature'];

/** Options in the order they are tried: what the person cares about comes early. */
export function optionOrder(setup: Setup): OptionName[] {
  const { interests, pace } = setup.request;
  const cultured = interests.some((tag) => culture.includes(tag));
  const second: OptionName[] = cultured ? ['culture', 'relaxed'] : ['relaxed', 'culture'];
  const usual: OptionName[] = ['balanced', 'cheapest', ...second, 'comfort', 'packed'];
  return pace === 'packed' ? ['balanced', 'cheapest', 'packed', 'culture', 'comfort', 'relaxed'] : usual;
}
