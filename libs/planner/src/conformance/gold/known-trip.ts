import { type Catalogue, type FlightOffer, type GroundLeg } from '@travellite/protocol';
import {
  type Meal,
  type TripBlock,
  type TripDay,
  type TripLeg,
  type TripPlan,
  type TripStay,
} from '../../index.js';
import { type Random } from '../random.js';
import { addDays, originName } from '../world.js';

/** Builds trips by chance and without the planner, to know that a case can be solved and for how much. */

export interface Wanted {
  start: string;
  days: number;
  people: number;
  cities: number;
  /** How often the cheapest is taken instead of any, 0 to 1. */
  thrift: number;
}

const minuteOf = (local: string) => Number(local.slice(11, 13)) * 60 + Number(local.slice(14));
/** When things are done on a whole day: far enough apart for any way within a city. */
const hours: [Meal, number, number][] = [
  ['breakfast', 600, 645],
  ['lunch', 750, 810],
  ['dinner', 1140, 1215],
];
const visitFrom = 885;

/** Any of these, or the cheapest of them. */
function choose<Item>(
  random: Random,
  wanted: Wanted,
  items: readonly Item[],
  price: (item: Item) => number,
): Item {
  const any = random.pick(items);
  return random.chance(wanted.thrift)
    ? items.reduce((best, item) => (price(item) < price(best) ? item : best))
    : any;
}

type Way = { flight: FlightOffer } | { ground: GroundLeg };

function waysOf(catalogue: Catalogue, from: string, to: string, date: string, car: boolean): Way[] {
  const flights = car
    ? []
    : catalogue.flights.filter((one) => one.from === from && one.to === to && one.departs.startsWith(date));
  const fits = (leg: GroundLeg) => (car ? leg.mode !== 'taxi' : leg.mode !== 'self_driving');
  const ground = catalogue.legs.filter((one) => one.from === from && one.to === to && fits(one));
  return [...flights.map((flight) => ({ flight })), ...ground.map((leg) => ({ ground: leg }))];
}

function legOf(way: Way, date: string, people: number, wish: number): TripLeg {
  if ('flight' in way) {
    const { flight } = way;
    return {
      item: { kind: 'flight', id: flight.id, name: flight.id },
      mode: 'flight',
      from: flight.from,
      to: flight.to,
      departs: { date, minute: minuteOf(flight.departs) },
      arrives: { date, minute: minuteOf(flight.arrives) },
      durationMinutes: flight.durationMinutes,
      units: people,
      costMinor: flight.price.amountMinor * people,
    };
  }
  const { ground } = way;
  const minute = Math.min(wish, 1440 - ground.durationMinutes);
  const units = ground.priceScope === 'per_person' ? people : Math.ceil(people / ground.vehicleCapacity!);
  return {
    item: { kind: 'leg', id: ground.id, name: ground.id },
    mode: ground.mode,
    from: ground.from,
    to: ground.to,
    departs: { date, minute },
    arrives: { date, minute: minute + ground.durationMinutes },
    durationMinutes: ground.durationMinutes,
    units,
    costMinor: ground.price.amountMinor * units,
  };
}

/** Nights for each city by chance, at least one each. */
function nightsOf(random: Random, total: number, cities: number): number[] {
  const nights = Array.from({ length: cities }, () => 1);
  for (let left = total - cities; left > 0; left -= 1) nights[random.int(0, cities - 1)]! += 1;
  return nights;
}

interface Parts {
  stops: { city: string; arrive: number; nights: number }[];
  legs: TripLeg[];
  stays: TripStay[];
}

function bookStay(
  random: Random,
  catalogue: Catalogue,
  wanted: Wanted,
  stop: Parts['stops'][number],
): TripStay | undefined {
  const stays = catalogue.stays.filter((one) => one.city === stop.city && one.minNights <= stop.nights);
  if (stays.length === 0) return undefined;
  const stay = choose(
    random,
    wanted,
    stays,
    (one) => one.pricePerNight.amountMinor * Math.ceil(wanted.people / one.capacity),
  );
  const rooms = Math.ceil(wanted.people / stay.capacity);
  const nightCostMinor = stay.pricePerNight.amountMinor * rooms;
  return {
    item: { kind: 'stay', id: stay.id, name: stay.name },
    city: stop.city,
    checkIn: addDays(wanted.start, stop.arrive),
    checkOut: addDays(wanted.start, stop.arrive + stop.nights),
    nights: stop.nights,
    rooms,
    roomType: stay.roomType,
    forbids: stay.forbids,
    nightCostMinor,
    costMinor: nightCostMinor * stop.nights,
  };
}

function partsOf(random: Random, catalogue: Catalogue, wanted: Wanted): Parts | undefined {
  const cities = random.some(
    catalogue.cities.map((city) => city.name),
    wanted.cities,
  );
  const nights = nightsOf(random, wanted.days - 1, cities.length);
  const way = [originName, ...cities, originName];
  const car = random.chance(0.4);
  let day = 0;
  const legs: TripLeg[] = [];
  for (let at = 0; at < way.length - 1; at += 1) {
    const date = addDays(wanted.start, day);
    const ways = waysOf(catalogue, way[at]!, way[at + 1]!, date, car);
    if (ways.length === 0) return undefined;
    const options = ways.map((way) => legOf(way, date, wanted.people, at === 0 ? 480 : 600));
    legs.push(choose(random, wanted, options, (leg) => leg.costMinor));
    day += nights[at] ?? 0;
  }
  const stops = cities.map((city, at) => ({
    city,
    nights: nights[at]!,
    arrive: nights.slice(0, at).reduce((sum, one) => sum + one, 0),
  }));
  const stays = stops.map((stop) => bookStay(random, catalogue, wanted, stop));
  return stays.every((stay) => stay !== undefined) ? { stops, legs, stays } : undefined;
}

const openAt = (
  place: { hours?: Catalogue['restaurants'][number]['hours'] },
  date: string,
  from: number,
  to: number,
): boolean => {
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() || 7) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
  return !place.hours || (place.hours[weekday] ?? []).some((span) => span.open <= from && to <= span.close);
};

/** Three meals and a visit, by chance among what is open. */
function wholeDay(
  random: Random,
  catalogue: Catalogue,
  wanted: Wanted,
  city: string,
  date: string,
  used: Set<string>,
): TripBlock[] | undefined {
  const blocks: TripBlock[] = [];
  for (const [meal, start, end] of hours) {
    const open = catalogue.restaurants.filter(
      (one) => one.city === city && !used.has(one.id) && openAt(one, date, start, end),
    );
    if (open.length === 0) return undefined;
    const place = choose(random, wanted, open, (one) => one.price.amountMinor);
    used.add(place.id);
    const item = { kind: 'restaurant' as const, id: place.id, name: place.name };
    blocks.push({
      kind: 'meal',
      meal,
      city,
      start,
      end,
      item,
      costMinor: place.price.amountMinor * wanted.people,
    });
  }
  const open = catalogue.attractions.filter(
    (one) =>
      one.city === city && !used.has(one.id) && openAt(one, date, visitFrom, visitFrom + one.visitMinutes),
  );
  if (open.length === 0) return undefined;
  const place = choose(random, wanted, open, (one) => one.price.amountMinor);
  used.add(place.id);
  const item = { kind: 'attraction' as const, id: place.id, name: place.name };
  const costMinor = place.price.amountMinor * wanted.people;
  blocks.push({
    kind: 'visit',
    city,
    start: visitFrom,
    end: visitFrom + place.visitMinutes,
    item,
    costMinor,
  });
  return blocks.sort((a, b) => a.start - b.start);
}

function daysOf(random: Random, catalogue: Catalogue, wanted: Wanted, parts: Parts): TripDay[] | undefined {
  const used = new Set<string>();
  const days: TripDay[] = [];
  for (let day = 0; day < wanted.days; day += 1) {
    const date = addDays(wanted.start, day);
    const legs = parts.legs.flatMap((leg, index): TripBlock[] =>
      leg.departs.date === date
        ? [{ kind: 'leg', leg: index, city: leg.from, start: leg.departs.minute, end: leg.arrives.minute }]
        : [],
    );
    const stop = parts.stops.find((one) => one.arrive <= day && day < one.arrive + one.nights);
    const blocks = legs.length > 0 ? legs : wholeDay(random, catalogue, wanted, stop!.city, date, used);
    if (blocks === undefined) return undefined;
    const stay = stop === undefined ? -1 : parts.stops.indexOf(stop);
    const booked = parts.stays[stay];
    days.push({
      day: day + 1,
      date,
      cities: [],
      blocks,
      ...(booked ? { lodging: { stay, item: booked.item, costMinor: booked.nightCostMinor } } : {}),
    });
  }
  return days;
}

/** One trip by chance; undefined when chance led nowhere. */
export function knownTrip(random: Random, catalogue: Catalogue, wanted: Wanted): TripPlan | undefined {
  const parts = partsOf(random, catalogue, wanted);
  const days = parts && daysOf(random, catalogue, wanted, parts);
  if (parts === undefined || days === undefined) return undefined;
  const places = days.flatMap((day) =>
    day.blocks.flatMap((block) => (block.kind === 'leg' ? [] : [block.costMinor])),
  );
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const totalMinor = sum([
    ...places,
    ...parts.legs.map((leg) => leg.costMinor),
    ...parts.stays.map((stay) => stay.costMinor),
  ]);
  const cost = {
    currency: 'USD',
    transportMinor: 0,
    lodgingMinor: 0,
    mealsMinor: 0,
    attractionsMinor: 0,
    totalMinor,
  };
  return {
    name: 'balanced',
    title: '',
    reason: '',
    start: wanted.start,
    end: addDays(wanted.start, wanted.days - 1),
    datesAssumed: false,
    people: wanted.people,
    origin: originName,
    stops: parts.stops.map(({ city, arrive, nights }) => ({
      city,
      nights,
      arrives: addDays(wanted.start, arrive),
      leaves: addDays(wanted.start, arrive + nights),
    })),
    days,
    legs: parts.legs,
    stays: parts.stays,
    cost,
    score: { interests: 0, pace: 0, walking: 0, price: 0, variety: 0, rating: 0, total: 0 },
    gaps: [],
    sample: true,
    walkingKm: 0,
  };
}
