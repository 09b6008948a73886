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
import { clock, duration } from './clock.js';
import { type BlockTimes, type Clocks } from './clocks.js';
import { notesOf } from './option-notes.js';
import { toOverallCost } from './overall-cost.js';
import { type SidedPlan } from './sided-plan.js';
import { highlightOf, optionNotes, titleOf, type Wording, wordingFor } from './wording.js';

/** An option of the planner in the form of the trip-chat contract, its words in `language`. Everything in it comes from the plan or its catalogue. */
export function toWireOption(
  plan: SidedPlan,
  catalogue: Catalogue,
  clocks: Clocks,
  datesAssumed: boolean,
  language: string,
): PlanOption {
  const { currency, totalMinor } = plan.cost;
  const wording = wordingFor(language);
  const book: Book = { plan, places: placeBook(catalogue), clocks, wording };
  return {
    days: plan.days.map((day) => toWireDay(day, book)),
    ...(plan.departure ? { departure: toWireDay(plan.departure, book) } : {}),
    overall_cost: toOverallCost({ amountMinor: totalMinor, currency }),
    currency,
    ...(plan.sample ? { sample: true } : {}),
    general_notes: notesOf(titleOf(plan, wording), optionNotes(plan, datesAssumed, wording)),
  };
}

type PlaceBook = ReadonlyMap<string, Poi>;

/** What the days of a plan are told from. */
interface Book {
  plan: TripPlan;
  places: PlaceBook;
  clocks: Clocks;
  wording: Wording;
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
    highlight: highlightOf(day, plan, book.wording),
    date: day.date,
    ...(lodging ? { lodging: lodgingOf(day, book), lodging_cost: units(lodging.costMinor, plan) } : {}),
    blocks: day.blocks.map((block) => toWireBlock(block, day, book)),
  };
}

const units = (amountMinor: number, { cost: { currency } }: TripPlan) => fromMoney({ amountMinor, currency });

function lodgingOf({ lodging }: TripDay, { plan, wording }: Book): string {
  const rooms = lodging ? (plan.stays[lodging.stay]?.rooms ?? 1) : 1;
  const name = lodging?.item.name ?? '';
  return rooms > 1 ? `${name} ${wording.fill(wording.words.rooms, { count: rooms })}` : name;
}

function toWireBlock(block: TripBlock, day: TripDay, book: Book): PlanBlock {
  const { places, clocks, wording } = book;
  const time = `${clock(block.start)} - ${clock(block.end)}`;
  if (block.kind === 'leg') return { time, ...legWords(block, day, book) };
  const poi = places.get(block.item.id);
  const zone = clocks.city(block.city);
  const { meals, visit } = wording.words;
  return {
    time,
    description: wording.fill(block.kind === 'meal' ? meals[block.meal] : visit, { name: block.item.name }),
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
function legWords(block: LegBlock, day: TripDay, { plan, clocks, wording }: Book): LegWords {
  const { words, fill } = wording;
  const leg = plan.legs[block.leg];
  if (!leg) return { description: fill(words.onTheWay, { way: wording.place(block.city) }) };
  const begins = leg.departs.date === day.date;
  return {
    description: begins ? wording.leg(leg) : fill(words.underWay, { leg: wording.leg(leg) }),
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
