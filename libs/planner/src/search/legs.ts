import {
  type Catalogue,
  type CatalogueCity,
  type FlightOffer,
  type GroundLeg,
  type TransportMode,
} from '@travellite/protocol';
import { type DayNumber, localMoment } from '../constraints/calendar.js';
import { byDayOnly, conflictsWithCar, usualCapacity } from '../constraints/clockwork.js';
import { type Demands } from '../constraints/demands.js';
import { straightKm } from '../constraints/geo.js';
import { type Convert } from '../constraints/money.js';
import { flightFault, groundFault } from '../constraints/suitable.js';
import { cityIndex } from '../constraints/items.js';

/** One way from a city to another on a day. */
export interface LegOption {
  flight?: FlightOffer;
  ground?: GroundLeg;
  /** Undefined when the catalogue knows no transport between these cities. */
  mode?: TransportMode;
  /** For everyone. */
  price: number;
  units: number;
  minutes: number;
  /** Fixed departure; a ground leg leaves when it suits. */
  departs?: number;
  /** Arrival minute, with `departs`. */
  arrives?: number;
  /** Days from departure to arrival. */
  offset: number;
  carFriendly: boolean;
  carOnly: boolean;
}

const minutesADay = 1440;
const nightLegDeparts = 480;
/** Kept of the flights of one day between two cities: cheap ones and those at better times. */
const flightsKept = 6;

const vehicleUnits = (leg: GroundLeg, people: number): number =>
  leg.priceScope === 'per_person'
    ? people
    : Math.ceil(people / Math.max(1, leg.vehicleCapacity ?? usualCapacity[leg.mode] ?? 1));

const carTraits = (mode: TransportMode) => ({
  carFriendly: !conflictsWithCar.has(mode),
  carOnly: mode === 'self_driving',
});

function groundOption(leg: GroundLeg, demands: Demands, convert: Convert): LegOption | undefined {
  const one = convert(leg.price);
  if (one === undefined || groundFault(leg, demands) !== undefined) return undefined;
  const long = leg.durationMinutes > minutesADay;
  if (long && byDayOnly.has(leg.mode)) return undefined;
  const units = vehicleUnits(leg, demands.people);
  const offset = long ? Math.floor((nightLegDeparts + leg.durationMinutes) / minutesADay) : 0;
  return {
    ground: leg,
    mode: leg.mode,
    price: one * units,
    units,
    minutes: leg.durationMinutes,
    offset,
    ...carTraits(leg.mode),
  };
}

function flightOption(
  flight: FlightOffer,
  demands: Demands,
  convert: Convert,
): { day: DayNumber; option: LegOption } | undefined {
  const one = convert(flight.price);
  if (one === undefined || flightFault(flight, demands) !== undefined) return undefined;
  const departs = localMoment(flight.departs);
  const arrives = localMoment(flight.arrives);
  if (departs === undefined || arrives === undefined || arrives.day < departs.day) return undefined;
  const option: LegOption = {
    flight,
    mode: 'flight',
    price: one * demands.people,
    units: demands.people,
    minutes: flight.durationMinutes,
    departs: departs.minute,
    arrives: arrives.minute,
    offset: arrives.day - departs.day,
    ...carTraits('flight'),
  };
  return { day: departs.day, option };
}

/** Another flight is no dearer, leaves no earlier and arrives no later. */
const dominated = (a: LegOption, b: LegOption): boolean =>
  b.price <= a.price &&
  b.departs! >= a.departs! &&
  b.offset * minutesADay + b.arrives! <= a.offset * minutesADay + a.arrives!;

function thinFlights(options: LegOption[]): LegOption[] {
  options.sort((a, b) => a.price - b.price || a.minutes - b.minutes);
  const kept: LegOption[] = [];
  for (const option of options) {
    if (kept.length < flightsKept && !kept.some((other) => dominated(option, other))) kept.push(option);
  }
  return kept;
}

/** 60 km/h and an hour around it; three hours when the places are not known. */
function openOption(from: CatalogueCity | undefined, to: CatalogueCity | undefined): LegOption {
  const [a, b] = [from?.place?.location, to?.place?.location];
  const minutes = a === undefined || b === undefined ? 180 : Math.min(900, 60 + Math.round(straightKm(a, b)));
  return { price: 0, units: 0, minutes, offset: 0, carFriendly: true, carOnly: false };
}

/** All legs between the nodes of a trip: cities by index, the origin after them. */
export class LegTable {
  private readonly flights = new Map<number, LegOption[]>();
  private readonly ground = new Map<number, LegOption[]>();
  private readonly nodes: number;
  hasCarLegs = false;

  constructor(
    catalogue: Catalogue,
    private readonly names: readonly string[],
    demands: Demands,
    convert: Convert,
    /** With cities of which nothing is known how to get from one to the other: how many of the names may be joined so. */
    openCities: number,
  ) {
    this.nodes = names.length;
    this.addGround(catalogue.legs, demands, convert);
    this.addFlights(catalogue.flights, demands, convert);
    if (openCities > 1) this.addOpen(catalogue.cities, openCities);
  }

  private key = (from: number, to: number) => from * this.nodes + to;

  private addGround(legs: readonly GroundLeg[], demands: Demands, convert: Convert): void {
    const indexOf = cityIndex(this.names);
    for (const leg of legs) {
      const [from, to] = [indexOf(leg.from), indexOf(leg.to)];
      if (from < 0 || to < 0 || from === to) continue;
      const option = groundOption(leg, demands, convert);
      if (option === undefined) continue;
      if (option.carOnly) this.hasCarLegs = true;
      const list = this.ground.get(this.key(from, to)) ?? [];
      this.ground.set(this.key(from, to), [...list, option]);
    }
  }

  private addFlights(flights: readonly FlightOffer[], demands: Demands, convert: Convert): void {
    const indexOf = cityIndex(this.names);
    for (const flight of flights) {
      const [from, to] = [indexOf(flight.from), indexOf(flight.to)];
      if (from < 0 || to < 0 || from === to) continue;
      const found = flightOption(flight, demands, convert);
      if (found === undefined) continue;
      const key = this.flightKey(from, to, found.day);
      const list = this.flights.get(key);
      if (list === undefined) this.flights.set(key, [found.option]);
      else list.push(found.option);
    }
    for (const [key, list] of this.flights) this.flights.set(key, thinFlights(list));
  }

  private flightKey = (from: number, to: number, day: DayNumber) =>
    day * this.nodes ** 2 + this.key(from, to);

  private addOpen(cities: readonly CatalogueCity[], count: number): void {
    const byName = new Map(cities.map((city) => [city.name, city]));
    const joined = this.names.slice(0, count);
    joined.forEach((from, a) =>
      joined.forEach((to, b) => {
        if (a === b) return;
        const key = this.key(a, b);
        if (!this.ground.has(key)) this.ground.set(key, [openOption(byName.get(from), byName.get(to))]);
      }),
    );
  }

  /** Every way on a day, flights first; with a car only what goes with one, without it no driving oneself. */
  options(from: number, to: number, day: DayNumber, car: boolean): LegOption[] {
    const all = [
      ...(this.flights.get(this.flightKey(from, to, day)) ?? []),
      ...(this.ground.get(this.key(from, to)) ?? []),
    ];
    return this.hasCarLegs ? all.filter((option) => (car ? option.carFriendly : !option.carOnly)) : all;
  }
}
