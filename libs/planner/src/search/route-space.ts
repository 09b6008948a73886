import { type LegOption } from './legs.js';
import { mustCities } from './musts.js';
import { type Setup } from './setup.js';
import { type StopCosts } from './stop-costs.js';

/** Money-like weights of a route; with all but price at zero the cheapest route comes first. */
export interface RouteAim {
  perTravelMinute: number;
  /** For a leg by a mode that the person did not ask for, when they asked for one. */
  unwantedMode: number;
  /** For leaving or arriving in the small hours. */
  oddHours: number;
  /** For going to a city before one that was named earlier. */
  outOfOrder: number;
  /** What so many nights in a city are worth. */
  worth: (city: number, nights: number) => number;
}

export const priceOnly: RouteAim = {
  perTravelMinute: 0,
  unwantedMode: 0,
  oddHours: 0,
  outOfOrder: 0,
  worth: () => 0,
};

/**
 * Which routes exist: stops of at least one night each, in distinct cities, from the first calendar day to the last.
 * Only when there are fewer nights than stops may the last stop have none.
 */
export class RouteSpace {
  readonly lastDay: number;
  readonly cityCount: number;
  readonly leastStops: number;
  readonly mostStops: number;
  private readonly mustSets: number[][];
  private readonly legLists = new Map<number, LegOption[]>();

  constructor(
    readonly setup: Setup,
    readonly costs: StopCosts,
    /** Going by one's own or a rented car. */
    readonly car: boolean,
  ) {
    const { named, groups } = setup.wishes;
    const namedCount = named.filter(Boolean).length;
    this.lastDay = setup.span.nights;
    this.cityCount = setup.wishes.cities.length;
    const free = groups.map((group) => group.cities.filter((city) => named[city] !== true).length);
    this.leastStops = Math.max(namedCount, ...groups.map((group) => group.least), 1);
    this.mostStops = namedCount + groups.reduce((sum, group, at) => sum + Math.min(group.most, free[at]!), 0);
    this.mustSets = setup.musts.map(mustCities);
  }

  legs(from: number, to: number, day: number): LegOption[] {
    const key = (from * 64 + to) * 64 + day;
    const known = this.legLists.get(key);
    if (known !== undefined) return known;
    const list = this.setup.legs.options(from, to, this.costs.start + day, this.car);
    this.legLists.set(key, list);
    return list;
  }

  /** The stops so far may be all. */
  complete(has: (city: number) => boolean): boolean {
    const { named, groups } = this.setup.wishes;
    return (
      named.every((wanted, city) => !wanted || has(city)) &&
      groups.every((group) => group.cities.filter(has).length >= group.least) &&
      this.mustSets.every((cities) => cities.some(has))
    );
  }

  /** The city may be added to these stops. */
  extends(has: (city: number) => boolean, city: number): boolean {
    if (has(city)) return false;
    const { named, groups } = this.setup.wishes;
    const mine = groups.filter((group) => group.cities.includes(city));
    if (mine.length === 0) return named[city] === true;
    return mine.every((group) => group.cities.filter(has).length < group.most);
  }

  /** Days on which a stop with so many stops before it may end, given its first day. */
  leaveDays(arrive: number, stopsBefore: number, last: boolean): { from: number; to: number } {
    const { lastDay } = this;
    if (last) {
      return arrive < lastDay || lastDay < stopsBefore + 1
        ? { from: lastDay, to: lastDay }
        : { from: 1, to: 0 };
    }
    // Every stop still to come takes a night, but for the last of a trip with too few.
    const toCome = Math.max(1, this.leastStops - stopsBefore - 1);
    return { from: arrive + 1, to: lastDay - toCome + (lastDay < this.mostStops ? 1 : 0) };
  }

  stopPrice(city: number, arrive: number, leave: number, last: boolean): number {
    return this.costs.floor(city, arrive, leave, last);
  }
}

const smallHours = 330;

const atOddHours = ({ departs, arrives }: LegOption): boolean =>
  departs !== undefined && (departs < smallHours || (arrives ?? departs) < smallHours);

export const legWeight = (option: LegOption, aim: RouteAim, wanted: ReadonlySet<string>): number =>
  option.price +
  option.minutes * aim.perTravelMinute +
  (atOddHours(option) ? aim.oddHours : 0) +
  (wanted.size > 0 && option.mode !== undefined && !wanted.has(option.mode) ? aim.unwantedMode : 0);
