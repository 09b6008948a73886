import {
  type LegBlock,
  type TripBlock,
  type TripDay,
  type TripLeg,
  type TripPlan,
} from '@travellite/planner';
import {
  type Catalogue,
  type PlanBlock,
  type PlanDay,
  type PlanOption,
  type Poi,
} from '@travellite/protocol';
import { fromMoney } from '@travellite/travel-tools';
import { attractionToPoi, restaurantToPoi } from '../discover/to-poi.js';
import { clock, duration, shortDay } from './clock.js';
import { type BlockTimes, type Clocks } from './clocks.js';
import { notesOf, sampleNote } from './option-notes.js';
import { toOverallCost } from './overall-cost.js';

/** An option of the planner in the words of the trip-chat contract. Everything in it comes from the plan or its catalogue. */
export function toWireOption(
  plan: TripPlan,
  catalogue: Catalogue,
  clocks: Clocks,
  datesAssumed: boolean,
): PlanOption {
  const { currency, totalMinor } = plan.cost;
  const book: Book = { plan, places: placeBook(catalogue), clocks };
  return {
    days: plan.days.map((day) => toWireDay(day, book)),
    ...(plan.departure ? { departure: toWireDay(plan.departure, book) } : {}),
    overall_cost: toOverallCost({ amountMinor: totalMinor, currency }),
    currency,
    ...(plan.sample ? { sample: true } : {}),
    general_notes: notesOf(plan.title, notes(plan, datesAssumed)),
  };
}

type PlaceBook = ReadonlyMap<string, Poi>;

/** What the days of a plan are told from. */
interface Book {
  plan: TripPlan;
  places: PlaceBook;
  clocks: Clocks;
}

function placeBook({ attractions, restaurants }: Catalogue): PlaceBook {
  const book = new Map<string, Poi>();
  for (const place of attractions) note(place.id, attractionToPoi(place));
  for (const place of restaurants) note(place.id, restaurantToPoi(place));
  return book;

  function note(id: string, poi: Poi | undefined) {
    if (poi) book.set(id, poi);
  }
}

function toWireDay(day: TripDay, book: Book): PlanDay {
  const { plan } = book;
  const { lodging } = day;
  return {
    highlight: highlightOf(day, plan),
    date: day.date,
    ...(lodging ? { lodging: lodgingOf(day, plan), lodging_cost: units(lodging.costMinor, plan) } : {}),
    blocks: day.blocks.map((block) => toWireBlock(block, day, book)),
  };
}

const units = (amountMinor: number, { cost: { currency } }: TripPlan) => fromMoney({ amountMinor, currency });

function lodgingOf({ lodging }: TripDay, plan: TripPlan): string {
  const rooms = lodging ? (plan.stays[lodging.stay]?.rooms ?? 1) : 1;
  return `${lodging?.item.name ?? ''}${rooms > 1 ? ` (${rooms} rooms)` : ''}`;
}

function highlightOf({ blocks, cities, date }: TripDay, { legs }: TripPlan): string {
  const visits = blocks.flatMap((block) => (block.kind === 'visit' ? [block.item.name] : []));
  const begun = blocks.flatMap((block) => (block.kind === 'leg' ? (legs[block.leg] ?? []) : []));
  const way = begun.find(({ departs }) => departs.date === date);
  const where = way ? `${way.from} to ${way.to}` : (cities.at(-1) ?? shortDay(date));
  const [first, second] = visits;
  if (first === undefined) return way ? `On the way: ${where}` : `A quiet day in ${where}`;
  return `${where}: ${second === undefined ? first : `${first} and ${second}`}`;
}

const mealNames = { breakfast: 'Breakfast', lunch: 'Lunch', dinner: 'Dinner' } as const;

function toWireBlock(block: TripBlock, day: TripDay, { plan, places, clocks }: Book): PlanBlock {
  const time = `${clock(block.start)} - ${clock(block.end)}`;
  if (block.kind === 'leg') return { time, ...legWords(block, day, plan, clocks) };
  const poi = places.get(block.item.id);
  const zone = clocks.city(block.city);
  const about =
    block.kind === 'meal' ? `${mealNames[block.meal]} at ${block.item.name}` : `Visit ${block.item.name}`;
  return {
    time,
    description: about,
    ...clocks.span(
      { date: day.date, minute: block.start, zone },
      { date: day.date, minute: block.end, zone },
    ),
    ...(poi ? { pois: [poi] } : {}),
    ...(block.move && block.move.minutes > 0
      ? { transportation: { duration: duration(block.move.minutes), method: block.move.mode } }
      : {}),
  };
}

type LegWords = Pick<PlanBlock, 'description' | 'transportation' | 'continued'> & BlockTimes;

/** A leg over midnight stands on two days; its times and its price stand where it begins. */
function legWords(block: LegBlock, day: TripDay, plan: TripPlan, clocks: Clocks): LegWords {
  const leg = plan.legs[block.leg];
  if (!leg) return { description: `On the way from ${block.city}` };
  const begins = leg.departs.date === day.date;
  return {
    description: `${begins ? '' : 'Still under way: '}${legTitle(leg)}`,
    ...(begins ? legTimes(leg, clocks) : { continued: true }),
    transportation: {
      duration: duration(leg.durationMinutes),
      method: (leg.mode ?? 'unknown').replaceAll('_', ' '),
      ...(begins ? { cost: units(leg.costMinor, plan) } : {}),
    },
  };
}

function legTimes(leg: TripLeg, clocks: Clocks): BlockTimes {
  const { departs, arrives } = clocks.leg(leg);
  return clocks.span({ ...leg.departs, zone: departs }, { ...leg.arrives, zone: arrives });
}

function legTitle({ mode, from, to, carrier, flightNumber }: TripLeg): string {
  const by =
    mode === undefined ? 'From' : `${mode.charAt(0).toUpperCase()}${mode.slice(1).replaceAll('_', ' ')} from`;
  const number = [carrier, flightNumber].filter(Boolean).join(' ');
  return `${by} ${from} to ${to}${number === '' ? '' : ` (${number})`}`;
}

const gapNotes: Record<TripPlan['gaps'][number], string> = {
  transport_home: 'The way there and back is not included.',
  transport_between: 'Travel between the cities is not included.',
  lodging: 'A place to stay is not included.',
  meals: 'Meals are not included.',
  attractions: 'I know no particular sights there, so the days are left open.',
  diets: 'Ask the restaurants about your diet; my data does not say.',
};

function notes(plan: TripPlan, datesAssumed: boolean): string[] {
  const people = plan.people === 1 ? 'one traveller' : `${plan.people} travellers`;
  return [
    plan.reason,
    `The sum is for ${people}.`,
    ...(datesAssumed || plan.datesAssumed
      ? [`Planned for ${shortDay(plan.start)} until you name the days.`]
      : []),
    ...departureNote(plan),
    ...gapsOf(plan).map((gap) => gapNotes[gap]),
    ...(plan.sample ? [sampleNote] : []),
  ].map(withFullStop);
}

/** Nobody misses a train between the cities of a trip to one. */
const gapsOf = ({ gaps, stops }: TripPlan) =>
  gaps.filter((gap) => gap !== 'transport_between' || stops.length > 1);

/** The way home on the morning after the last planned day. */
function departureNote({ departure, legs }: TripPlan): string[] {
  return (departure?.blocks ?? []).flatMap((block) => {
    const leg = block.kind === 'leg' ? legs[block.leg] : undefined;
    if (!leg || leg.departs.date !== departure?.date) return [];
    return [`${legTitle(leg)} on ${shortDay(departure.date)} at ${clock(leg.departs.minute)}`];
  });
}

const withFullStop = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
