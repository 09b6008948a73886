import { dueMeals } from '../constraints/clockwork.js';
import { mostFilled } from '../constraints/matching.js';
import { type MealItem, type StayItem, type VisitItem } from '../constraints/items.js';
import { type DayChoice, dayMenu, type Shortlist } from './day-menu.js';
import { type Draft } from './draft.js';
import { servesSlot } from './due.js';
import { type Route } from './routes.js';
import { type LegHours, mealSlots, type Segment, segmentsOf, type TimedLeg, timeLegs } from './segments.js';
import { type Setup } from './setup.js';
import { opensFor } from './stop-costs.js';
import { settle } from './timeline.js';

const mealsTried = 7;
const visitsTried = 5;
const staysTried = 4;
const statesKept = 1500;
/** So many pairs of state and choice count as one step. */
const pairsAStep = 20;

/** How the days of a stop are spent, and at what price, lodging included. */
interface StopPlan {
  price: number;
  stay: StayItem | null;
  choices: DayChoice[];
}

interface State {
  meals: number;
  visits: number;
  wants: number;
  eaten: number;
  seen: number;
  price: number;
  choices: DayChoice[];
}

/**
 * Tries everything on a route: all places of a shortlist in all orders on all days. Meant for small worlds, where it is
 * complete and proves that nothing fits; in larger ones it looks at the cheapest places and says so by `cut`.
 */
export class Exhaustive {
  /** Something was left out, so that finding nothing proves nothing. */
  cut = false;
  private readonly menus = new Map<string, DayChoice[]>();
  private readonly stops = new Map<string, Map<number, StopPlan>>();
  private readonly shortlists = new Map<number, Shortlist>();

  constructor(private readonly setup: Setup) {}

  /** The cheapest trip on this route; undefined when none is found. */
  trip(route: Route, maxPrice: number): Draft | undefined {
    let best: Draft | undefined;
    for (const hours of this.hourChoices(route)) {
      const legs = timeLegs(route, hours);
      if (legs === undefined) continue;
      const draft = this.withLegs(route, legs, Math.min(maxPrice, (best?.total ?? Infinity) - 1));
      if (draft !== undefined) best = draft;
      if (this.setup.steps.spent) {
        this.cut = true;
        break;
      }
    }
    return best;
  }

  /** When nothing is wished for by name or kitchen, the hours of legs do not matter, because nothing is due on their days. */
  private hourChoices(route: Route): LegHours[][] {
    const { demands, musts } = this.setup;
    const sameDay = route.legs.some((leg, at) => leg.day === route.legs[at + 1]?.day);
    const usual = route.legs.map((_, at): LegHours =>
      sameDay && at < route.legs.length - 1 ? 'early' : 'usual',
    );
    if (demands.cuisines.length === 0 && musts.length === 0) return [usual];
    return route.legs.reduce<LegHours[][]>(
      (choices, leg, at) =>
        leg.option.departs !== undefined
          ? choices
          : choices.flatMap((choice) =>
              (['usual', 'early', 'late'] as const).map((hours) => choice.with(at, hours)),
            ),
      [usual],
    );
  }

  private withLegs(route: Route, legs: TimedLeg[], maxPrice: number): Draft | undefined {
    const { setup } = this;
    const transport = legs.reduce((sum, leg) => sum + leg.option.price, 0);
    const segments = segmentsOf(setup, route, legs);
    const full = (1 << (setup.demands.cuisines.length + setup.musts.length)) - 1;
    let best = new Map<number, StopPlan[]>([[this.metByCities(route), []]]);
    for (let stop = 0; stop < route.stops.length; stop += 1) {
      const plans = this.stopPlans(route, segments, stop);
      best = combine(best, plans, full);
    }
    const found = best.get(full);
    const total = transport + (found?.reduce((sum, plan) => sum + plan.price, 0) ?? Infinity);
    if (found === undefined || total > maxPrice) return undefined;
    return this.write(route, legs, segments, found, total);
  }

  /** Wishes for a city are met by going there. */
  private metByCities(route: Route): number {
    const { musts, demands } = this.setup;
    return musts.reduce((bits, must, at) => {
      const there = must.cities.some((city) => route.stops.some((stop) => stop.city === city));
      return there ? bits | (1 << (demands.cuisines.length + at)) : bits;
    }, 0);
  }

  private write(
    route: Route,
    legs: TimedLeg[],
    segments: Segment[],
    plans: StopPlan[],
    total: number,
  ): Draft | undefined {
    const left = plans.map((plan) => [...plan.choices]);
    for (const segment of segments) {
      const choice = left[segment.stop]!.shift()!;
      segment.home =
        segment.day > route.stops[segment.stop]!.arrive ? plans[segment.stop]!.stay?.at : undefined;
      // Choices are shared by all routes, so each trip gets entries of its own.
      segment.entries = choice.entries.map((entry) => ({ ...entry }));
      if (!settle(segment, 510)) return undefined;
    }
    return { route, legs, stays: plans.map((plan) => plan.stay), segments, total };
  }

  /** For each set of wishes the cheapest way to spend the days of a stop and meet them. */
  private stopPlans(route: Route, all: readonly Segment[], stop: number): Map<number, StopPlan> {
    const { city, arrive, leave } = route.stops[stop]!;
    const segments = all.filter((segment) => segment.stop === stop);
    const hours = segments.map(({ from, to, whole }) => `${from}-${to}${whole}`).join();
    const key = [city, route.start + arrive, leave - arrive, hours, mealsOf(all, segments)].join('/');
    const known = this.stops.get(key);
    if (known !== undefined) return known;
    const best = new Map<number, StopPlan>();
    this.stops.set(key, best);
    for (const stay of this.stays(city, leave - arrive)) {
      for (const segment of segments) segment.home = segment.day > arrive ? stay?.at : undefined;
      const nightly = (stay?.price ?? 0) * (leave - arrive);
      for (const state of this.spend(all, segments, city, stay, this.setup.demands.totalMax - nightly)) {
        const price = nightly + state.price;
        if (price < (best.get(state.wants)?.price ?? Infinity))
          best.set(state.wants, { price, stay, choices: state.choices });
      }
    }
    return best;
  }

  private stays(city: number, nights: number): (StayItem | null)[] {
    const { items, lodgingOpen, wishes } = this.setup;
    const { stays, staysKnown } = items[city]!;
    if (nights === 0 || lodgingOpen || (!staysKnown && wishes.named[city] === true)) return [null];
    const allowed = stays.filter((stay) => stay.minNights <= nights);
    const located = allowed.some((stay) => stay.at !== undefined);
    if (located && allowed.length > staysTried) this.cut = true;
    return allowed.slice(0, located ? staysTried : 1);
  }

  /** Day after day, the cheapest state for each set of used places and met wishes. */
  private spend(
    all: readonly Segment[],
    segments: readonly Segment[],
    city: number,
    stay: StayItem | null,
    maxPrice: number,
  ): State[] {
    const list = this.shortlist(city);
    const goal = this.goal(segments, city);
    let states: State[] = [{ meals: 0, visits: 0, wants: 0, eaten: 0, seen: 0, price: 0, choices: [] }];
    segments.forEach((segment, at) => {
      const wholeLeft = segments.slice(at + 1).filter((later) => later.whole).length;
      const menu = this.menu(all, segment, list, stay);
      const next = new Map<string, State>();
      for (const state of states) {
        if (!this.setup.steps.take(Math.ceil(menu.length / pairsAStep))) break;
        for (const choice of menu) {
          const price = state.price + choice.price;
          if (price > maxPrice) break;
          if ((state.meals & choice.meals) !== 0 || (state.visits & choice.visits) !== 0) continue;
          const [eaten, seen] = [state.eaten + choice.eaten, state.seen + choice.seen];
          if (eaten + wholeLeft * 3 < goal.eaten || seen + wholeLeft < goal.seen) continue;
          const [meals, visits, wants] = [
            state.meals | choice.meals,
            state.visits | choice.visits,
            state.wants | choice.wants,
          ];
          const key = `${meals} ${visits} ${eaten} ${seen}`;
          if (price < (next.get(key)?.price ?? Infinity))
            next.set(key, { meals, visits, wants, eaten, seen, price, choices: [...state.choices, choice] });
        }
      }
      states = [...next.values()].sort((a, b) => a.price - b.price);
      if (states.length > statesKept) {
        states.length = statesKept;
        this.cut = true;
      }
    });
    return states.filter((state) => state.eaten >= goal.eaten && state.seen >= goal.seen);
  }

  private menu(
    all: readonly Segment[],
    segment: Segment,
    list: Shortlist,
    stay: StayItem | null,
  ): DayChoice[] {
    const slots = mealSlots(all).filter((slot) => slot.segment === segment);
    const home = segment.home === undefined ? '' : (stay?.raw.id ?? '');
    const names = slots.map((slot) => slot.meal).join();
    const key = [
      segment.city,
      segment.date,
      segment.from,
      segment.to,
      segment.whole,
      segment.morning,
      names,
      home,
    ].join('/');
    const known = this.menus.get(key);
    if (known !== undefined) return known;
    const idle =
      !segment.whole &&
      list.wished === 0 &&
      this.setup.demands.cuisines.length === 0 &&
      this.setup.musts.length === 0;
    const menu = idle
      ? dayMenu(segment, [], { ...list, visits: [] }, this.setup.steps)
      : dayMenu(segment, slots, list, this.setup.steps);
    if (this.setup.steps.spent) this.cut = true;
    this.menus.set(key, menu);
    return menu;
  }

  /** What the whole days of a stop must hold, as the checker counts it. */
  private goal(segments: readonly Segment[], city: number): { eaten: number; seen: number } {
    const { meals, visits } = this.setup.items[city]!;
    const whole = segments.filter((segment) => segment.whole);
    const slots = mealSlots(whole).filter((slot) => slot.due);
    const possible = mostFilled(slots.length, meals.length, (item, at) =>
      servesSlot(meals[item]!, slots[at]!),
    );
    return {
      eaten: dueMeals(whole.length, possible),
      seen: mostFilled(whole.length, visits.length, (item, at) => opensFor(visits[item]!, whole[at]!.date)),
    };
  }

  private shortlist(city: number): Shortlist {
    const known = this.shortlists.get(city);
    if (known !== undefined) return known;
    const { items, demands, musts } = this.setup;
    const wantsOf = (test: (must: Setup['musts'][number]) => boolean) =>
      musts.reduce((bits, must, at) => (test(must) ? bits | (1 << (demands.cuisines.length + at)) : bits), 0);
    const mealWants = (item: MealItem) =>
      item.cuisines | wantsOf((must) => must.meals.some((option) => option.item === item));
    const visitWants = (item: VisitItem) =>
      wantsOf((must) => must.visits.some((option) => option.item === item));
    const meals = this.few(items[city]!.meals, mealsTried, mealWants);
    const visits = this.few(items[city]!.visits, visitsTried, visitWants);
    const wished = visits.reduce((bits, item, at) => (visitWants(item) === 0 ? bits : bits | (1 << at)), 0);
    const list = {
      meals,
      visits,
      wished,
      mealWants: meals.map(mealWants),
      visitWants: visits.map(visitWants),
    };
    this.shortlists.set(city, list);
    return list;
  }

  /** The cheapest, and of those that meet a wish the two cheapest for each. */
  private few<Item>(items: readonly Item[], count: number, wants: (item: Item) => number): Item[] {
    if (items.length <= count) return [...items];
    this.cut = true;
    const bits = [...new Set(items.map(wants))].flatMap((mask) =>
      Array.from({ length: 20 }, (_, at) => mask & (1 << at)),
    );
    const wished = [...new Set(bits.filter((bit) => bit !== 0))].flatMap((bit) =>
      items.filter((item) => (wants(item) & bit) !== 0).slice(0, 1),
    );
    return [...new Set([...wished, ...items.slice(0, count)])].slice(0, count + 3);
  }
}

/** The meals that fall to a stop, which on days of two cities depends on both. */
const mealsOf = (all: readonly Segment[], segments: readonly Segment[]): string =>
  mealSlots(all)
    .filter((slot) => segments.includes(slot.segment))
    .map((slot) => `${slot.segment.day}${slot.meal}`)
    .join();

/** The cheapest plans of the stops so far with one more stop, by the wishes they meet. */
function combine(
  before: ReadonlyMap<number, StopPlan[]>,
  plans: ReadonlyMap<number, StopPlan>,
  full: number,
): Map<number, StopPlan[]> {
  const best = new Map<number, StopPlan[]>();
  const priceOf = (list: readonly StopPlan[] | undefined) =>
    list?.reduce((sum, plan) => sum + plan.price, 0) ?? Infinity;
  for (const [met, list] of before) {
    for (const [wants, plan] of plans) {
      const key = (met | wants) & full;
      if (priceOf(list) + plan.price < priceOf(best.get(key))) best.set(key, [...list, plan]);
    }
  }
  return best;
}
