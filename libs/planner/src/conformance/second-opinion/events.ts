import { type Attraction, type FlightOffer, type GroundLeg, type Restaurant } from '@travellite/protocol';
import { type TripLeg } from '../../index.js';
import {
  after,
  before,
  day,
  epochDay,
  type Event,
  low,
  mealWindows,
  openDuring,
  stamp,
  type Walk,
} from './walk.js';

/** One id may stand for flights to two cities of one airport. */
const joins = (leg: TripLeg, one: { from: string; to: string }) =>
  low(one.from) === low(leg.from) && low(one.to) === low(leg.to);

/** A flight of the catalogue at its times, suiting the wishes; returns its price for all. */
function flightCost(walk: Walk, leg: TripLeg, at: number, until: number): number {
  const { request } = walk;
  const label = `${leg.from}-${leg.to}`;
  const flight = walk.catalogue.flights.find(
    (one) => one.id === leg.item!.id && joins(leg, one),
  ) as FlightOffer;
  walk.need(stamp(flight.departs) === at && stamp(flight.arrives) === until, `${label}: flight times`);
  walk.need(!request.transport?.refused?.includes('flight'), `${label}: flights refused`);
  walk.need(!request.transport?.directOnly || flight.stops === 0, `${label}: not direct`);
  const { cabin } = request.transport ?? {};
  walk.need(!cabin || flight.cabin === cabin, `${label}: cabin`);
  return walk.price(flight.price) * walk.people;
}

function groundCost(walk: Walk, leg: TripLeg, minutes: number): number {
  const label = `${leg.from}-${leg.to}`;
  const ground = walk.catalogue.legs.find((one) => one.id === leg.item!.id && joins(leg, one)) as GroundLeg;
  walk.need(minutes === ground.durationMinutes, `${label}: duration`);
  walk.need(!walk.request.transport?.refused?.includes(ground.mode), `${label}: ${ground.mode} refused`);
  const seats =
    ground.vehicleCapacity ?? (ground.mode === 'taxi' ? 4 : ground.mode === 'self_driving' ? 5 : 1);
  let vehicles = 0;
  for (let left = walk.people; left > 0; left -= seats) vehicles += 1;
  return walk.price(ground.price) * (ground.priceScope === 'per_person' ? walk.people : vehicles);
}

/** A leg may be left open only when nothing is known of any way between the wished cities. */
function openCost(walk: Walk, leg: TripLeg): number {
  const { catalogue, request } = walk;
  const wished = catalogue.cities
    .filter((city) =>
      request.destinations.some((place) => place.name === city.name || place.name === city.region),
    )
    .map((city) => low(city.name));
  const inside = (one: { from: string; to: string }) =>
    wished.includes(low(one.from)) && wished.includes(low(one.to));
  const known = [...catalogue.flights, ...catalogue.legs].some(inside);
  walk.need(!known, `${leg.from}-${leg.to}: open although transport is known`);
  return 0;
}

/** The legs, with their prices counted. */
export function legEvents(walk: Walk): Event[] {
  return walk.plan.legs.map((leg): Event => {
    const at = epochDay(leg.departs.date) * day + leg.departs.minute;
    const until = epochDay(leg.arrives.date) * day + leg.arrives.minute;
    const kind = leg.item?.kind;
    const cost =
      kind === 'flight'
        ? flightCost(walk, leg, at, until)
        : kind === 'leg'
          ? groundCost(walk, leg, until - at)
          : openCost(walk, leg);
    const label = `${leg.from}-${leg.to}`;
    walk.need(cost === leg.costMinor, `${label}: costs ${cost}, not ${leg.costMinor}`);
    walk.spent += cost;
    const mode = leg.mode ?? 'train';
    return {
      at,
      until,
      what: 'leg',
      city: leg.from,
      to: leg.to,
      margin: [before[mode]!, after[mode]!],
      label,
    };
  });
}

/** Meals and visits, with hours and prices. */
export function placeEvents(walk: Walk): Event[] {
  const { plan, catalogue, request } = walk;
  const all = plan.departure ? [...plan.days, plan.departure] : plan.days;
  return all.flatMap((one, index) =>
    one.blocks.flatMap((block): Event[] => {
      if (block.kind === 'leg') return [];
      const at = (walk.start + index) * day + block.start;
      const until = (walk.start + index) * day + block.end;
      const list: (Restaurant | Attraction)[] =
        block.kind === 'meal' ? catalogue.restaurants : catalogue.attractions;
      const raw = list.find((item) => item.id === block.item.id);
      if (!raw) {
        walk.faults.push(`${block.item.name}: unknown`);
        return [];
      }
      const label = `${raw.name} day ${index + 1}`;
      walk.need(low(raw.city) === low(block.city), `${label}: in another city`);
      walk.need(openDuring(raw, at, until), `${label}: closed`);
      walk.need(walk.price(raw.price) * walk.people === block.costMinor, `${label}: price`);
      walk.spent += walk.price(raw.price) * walk.people;
      walk.need(block.start >= 360 && block.end <= 1440, `${label}: hour of day`);
      if (block.kind === 'meal') {
        const [from, to] = mealWindows[block.meal];
        walk.need(block.start >= from && block.end <= to && until - at >= 30, `${label}: meal time`);
        const restaurant = raw as Restaurant;
        for (const diet of request.diets ?? []) {
          if (!catalogue.restaurants.some((item) => item.diets)) continue;
          const serves = [...(restaurant.diets ?? []), ...restaurant.cuisines].map(low);
          walk.need(
            serves.includes(low(diet)) || (low(diet) === 'vegetarian' && serves.includes('vegan')),
            `${label}: diet ${diet}`,
          );
        }
      } else {
        walk.need(until - at === Math.max(15, (raw as Attraction).visitMinutes), `${label}: visit time`);
        walk.need(
          !(raw as Attraction).tags.some((tag) => request.avoidInterests?.includes(tag)),
          `${label}: unwanted interest`,
        );
      }
      for (const word of request.avoid ?? [])
        walk.need(!low(raw.name).includes(low(word)), `${label}: avoided`);
      return [{ at, until, what: block.kind, city: block.city, place: raw.location, margin: [0, 0], label }];
    }),
  );
}
