import { type GeoPoint } from '@travellite/protocol';
import { isoDate } from '../constraints/calendar.js';
import { dayCloses } from '../constraints/clockwork.js';
import { isWalk, moveMinutes, streetKm } from '../constraints/geo.js';
import {
  type CostBreakdown,
  type LocalMove,
  type NightLodging,
  type TripBlock,
  type TripDay,
  type TripLeg,
  type TripPlan,
  type TripStay,
} from '../plan.js';
import { type Draft } from './draft.js';
import { type Entry, type Segment, type TimedLeg } from './segments.js';
import { type Setup } from './setup.js';
import { minutesOf } from './timeline.js';

const nameOf = (setup: Setup, city: number): string => setup.wishes.cities[city] ?? setup.wishes.origin ?? '';

function writeLeg(setup: Setup, draft: Draft, leg: TimedLeg): TripLeg {
  const { option } = leg;
  const raw = option.flight ?? option.ground;
  const from = nameOf(setup, leg.from);
  const to = nameOf(setup, leg.to);
  const item =
    option.flight !== undefined
      ? {
          kind: 'flight' as const,
          id: option.flight.id,
          name: `${option.flight.carrier} ${option.flight.flightNumber}`,
        }
      : option.ground && {
          kind: 'leg' as const,
          id: option.ground.id,
          name: `${option.ground.mode.replaceAll('_', '-')} ${from} to ${to}`,
        };
  return {
    ...(item === undefined ? {} : { item }),
    ...(option.mode === undefined ? {} : { mode: option.mode }),
    from: raw?.from ?? from,
    to: raw?.to ?? to,
    departs: { date: isoDate(draft.route.start + leg.day), minute: leg.departs },
    arrives: { date: isoDate(draft.route.start + leg.arriveDay), minute: leg.arrives },
    durationMinutes: option.minutes,
    units: option.units,
    costMinor: option.price,
    ...(option.flight === undefined
      ? {}
      : { carrier: option.flight.carrier, flightNumber: option.flight.flightNumber }),
  };
}

function moveBetween(a: GeoPoint | undefined, b: GeoPoint | undefined): LocalMove | undefined {
  if (a === undefined || b === undefined) return undefined;
  const km = streetKm(a, b);
  if (km === 0) return undefined;
  return {
    mode: isWalk(km) ? 'walk' : 'transit',
    minutes: moveMinutes(a, b),
    km: Math.round(km * 100) / 100,
  };
}

function writeEntry(entry: Entry, city: string, move: LocalMove | undefined): TripBlock {
  const times = {
    city,
    start: entry.start,
    end: entry.start + minutesOf(entry),
    ...(move === undefined ? {} : { move }),
  };
  if (entry.visit !== undefined) {
    const { raw, price } = entry.visit;
    return {
      kind: 'visit',
      ...times,
      item: { kind: 'attraction', id: raw.id, name: raw.name },
      costMinor: price,
    };
  }
  const { raw, price } = entry.meal!;
  return {
    kind: 'meal',
    meal: entry.slot!.meal,
    ...times,
    item: { kind: 'restaurant', id: raw.id, name: raw.name },
    costMinor: price,
  };
}

function segmentBlocks(segment: Segment, city: string): TripBlock[] {
  let place = segment.home;
  return segment.entries.map((entry) => {
    const next = entry.visit?.at ?? entry.meal?.at;
    const block = writeEntry(entry, city, moveBetween(place, next));
    place = next;
    return block;
  });
}

/** The blocks of a leg on a day: from its departure, over whole days, up to its arrival. */
function legBlock(leg: TimedLeg, index: number, day: number, city: string): TripBlock | undefined {
  if (day < leg.day || day > leg.arriveDay) return undefined;
  const start = day === leg.day ? leg.departs : 0;
  const backwards = leg.arriveDay === leg.day && leg.arrives <= leg.departs;
  const arrives = backwards ? Math.min(dayCloses, leg.departs + leg.option.minutes) : leg.arrives;
  const end = day === leg.arriveDay ? arrives : dayCloses;
  return { kind: 'leg', leg: index, city, start, end };
}

function citiesOn(setup: Setup, draft: Draft, day: number): string[] {
  const names: string[] = [];
  for (const leg of draft.legs) {
    if (leg.day === day) names.push(nameOf(setup, leg.from));
    if (leg.arriveDay === day) names.push(nameOf(setup, leg.to));
  }
  const there = draft.route.stops.filter(({ arrive, leave }) => arrive <= day && day <= leave);
  const plain = there.map(({ city }) => nameOf(setup, city));
  const all = names.length > 0 ? names : plain;
  return all.filter((name, at) => all.indexOf(name) === at || at === all.length - 1);
}

function lodgingOn(draft: Draft, stays: readonly { stop: number }[], day: number): NightLodging | undefined {
  const stop = draft.route.stops.findIndex(({ arrive, leave }) => arrive <= day && day < leave);
  const item = draft.stays[stop];
  if (stop < 0 || item === null || item === undefined) return undefined;
  const stay = stays.findIndex((one) => one.stop === stop);
  return { stay, item: { kind: 'stay', id: item.raw.id, name: item.raw.name }, costMinor: item.price };
}

function writeDay(setup: Setup, draft: Draft, stays: readonly { stop: number }[], day: number): TripDay {
  const legs = draft.legs.flatMap((leg, index) => legBlock(leg, index, day, nameOf(setup, leg.from)) ?? []);
  const rest = draft.segments
    .filter((segment) => segment.day === day)
    .flatMap((segment) => segmentBlocks(segment, nameOf(setup, segment.city)));
  const lodging = lodgingOn(draft, stays, day);
  return {
    day: day + 1,
    date: isoDate(draft.route.start + day),
    cities: citiesOn(setup, draft, day),
    blocks: [...legs, ...rest].sort((a, b) => a.start - b.start),
    ...(lodging === undefined ? {} : { lodging }),
  };
}

function writeStays(setup: Setup, draft: Draft): (TripStay & { stop: number })[] {
  return draft.route.stops.flatMap(({ city, arrive, leave }, stop) => {
    const item = draft.stays[stop];
    if (item === null || item === undefined) return [];
    const nights = leave - arrive;
    return {
      stop,
      item: { kind: 'stay', id: item.raw.id, name: item.raw.name },
      city: nameOf(setup, city),
      checkIn: isoDate(draft.route.start + arrive),
      checkOut: isoDate(draft.route.start + leave),
      nights,
      rooms: item.rooms,
      roomType: item.raw.roomType,
      forbids: item.raw.forbids,
      nightCostMinor: item.price,
      costMinor: item.price * nights,
    };
  });
}

function sumUp(
  currency: string,
  legs: readonly TripLeg[],
  stays: readonly TripStay[],
  days: readonly TripDay[],
): CostBreakdown {
  const of = (kind: TripBlock['kind']) =>
    days
      .flatMap((day) => day.blocks)
      .reduce((sum, block) => sum + (block.kind === kind && block.kind !== 'leg' ? block.costMinor : 0), 0);
  const transportMinor = legs.reduce((sum, leg) => sum + leg.costMinor, 0);
  const lodgingMinor = stays.reduce((sum, stay) => sum + stay.costMinor, 0);
  const [mealsMinor, attractionsMinor] = [of('meal'), of('visit')];
  const totalMinor = transportMinor + lodgingMinor + mealsMinor + attractionsMinor;
  return { currency, transportMinor, lodgingMinor, mealsMinor, attractionsMinor, totalMinor };
}

const isSample = (draft: Draft): boolean =>
  draft.legs.some(({ option }) => (option.flight ?? option.ground)?.sample === true) ||
  draft.stays.some((stay) => stay?.raw.sample === true) ||
  draft.segments.some((segment) =>
    segment.entries.some((entry) => (entry.visit ?? entry.meal)?.raw.sample === true),
  );

/** Everything of a plan but its name, reason and score. */
export type PlanBody = Omit<TripPlan, 'name' | 'title' | 'reason' | 'score'>;

/** Writes a draft out. */
export function assemble(setup: Setup, draft: Draft): PlanBody {
  const { span, wishes, demands } = setup;
  const start = draft.route.start;
  const withStops = writeStays(setup, draft);
  const legs = draft.legs.map((leg) => writeLeg(setup, draft, leg));
  const days = Array.from({ length: span.days }, (_, day) => writeDay(setup, draft, withStops, day));
  const departure =
    span.nights === span.days && legs.length > 0 ? writeDay(setup, draft, withStops, span.days) : undefined;
  const stays = withStops.map(({ stop: _stop, ...stay }) => stay);
  const moves = days.flatMap((day) => day.blocks.flatMap((block) => block.move ?? []));
  const walked = moves.filter((move) => move.mode === 'walk').reduce((sum, move) => sum + move.km, 0);
  return {
    start: isoDate(start),
    end: isoDate(start + span.days - 1),
    datesAssumed: span.assumed,
    people: demands.people,
    ...(setup.origin >= 0 && wishes.origin !== undefined ? { origin: wishes.origin } : {}),
    stops: draft.route.stops.map(({ city, arrive, leave }) => ({
      city: nameOf(setup, city),
      nights: leave - arrive,
      arrives: isoDate(start + arrive),
      leaves: isoDate(start + leave),
    })),
    days,
    ...(departure === undefined ? {} : { departure }),
    legs,
    stays,
    cost: sumUp(demands.currency, legs, stays, days),
    gaps: setup.gaps,
    sample: isSample(draft),
    walkingKm: Math.round(walked * 10) / 10,
  };
}
