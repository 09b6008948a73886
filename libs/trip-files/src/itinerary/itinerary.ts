import { type IsoDate, type PlanOption, splitOptionNotes, type TripView } from '@travellite/protocol';
import { toDay } from './days.js';
import { fileLanguages, fileWords, filled } from '../file-words.js';
import { plain } from './plain.js';

/** One option of a trip, read for writing it down: every text is plain and bounded, every time is checked. */
export interface Itinerary {
  /** `Tokyo and Kyoto` */
  title: string;
  option: {
    /** From 1. */
    number: number;
    of: number;
    name: string;
    /** Of all options, this one's among them. */
    names: string[];
    /** What sets it apart and what to know about it. */
    notes: string;
    /** `$4200`, for all travellers. */
    cost: string;
    /** ISO 4217 of bare amounts. */
    currency?: string;
  };
  /** ISO 639-1, in which its headings are written: that of the person who planned it. */
  language: string;
  /** Some of it is made-up data for trying things out. */
  sample: boolean;
  /** Counts the changes of the plan; with the time of the last, in Unix ms. */
  revision: number;
  changedAt: number;
  days: ItineraryDay[];
}

export interface ItineraryDay {
  /** From 1; the morning of leaving counts on. */
  number: number;
  date?: IsoDate;
  title: string;
  /** Where the night is spent; `cost` for all rooms, in units of the option's currency. */
  lodging?: { name: string; cost?: number };
  entries: ItineraryEntry[];
}

/** One thing of a day. */
export interface ItineraryEntry {
  kind: 'travel' | 'stop';
  title: string;
  /** `9:00 AM - 11:30 AM`; by the clock of the language where that is not English. */
  time: string;
  starts?: Moment;
  ends?: Moment;
  /** The rest of a leg that began the day before; its times stand there. */
  continued?: boolean;
  places: ItineraryPlace[];
  /** `train, 2h 15m`; `cost` for all travellers, in units of the option's currency. */
  transport?: { words: string; cost?: number };
}

/** `at` is `2026-12-15T09:00+01:00`, or without an offset when nobody knows the zone. `zone` is IANA and has that offset then. */
export interface Moment {
  at: string;
  zone?: string;
}

export interface ItineraryPlace {
  name: string;
  description?: string;
  address?: string;
  hours?: string;
  cost?: string;
  location: { lat: number; lng: number };
  sample: boolean;
}

/** Longest texts, in UTF-16 code units. */
const longest = { title: 200, notes: 2_000, cost: 60 };

/** Options of a trip; what `option` may be. */
export const optionCount = ({ plan }: TripView): number => plan.length;

/** The option people mean who name none, from 1. */
export const usualOption = ({ plan, chosen = 0 }: TripView): number =>
  chosen < plan.length ? chosen + 1 : 1;

/** An option of a trip, `number` from 1. `undefined` when there is no such option. */
export function toItinerary(trip: TripView, number: number): Itinerary | undefined {
  const option = trip.plan[number - 1];
  if (!option) return undefined;
  const language = languageOf(trip);
  const { name, notes } = namesOf(option, number, language);
  const { currency } = option;
  const days = [...option.days, ...(option.departure ? [option.departure] : [])];
  return {
    title: titleOf(trip, language),
    language,
    option: {
      number,
      of: trip.plan.length,
      name,
      names: trip.plan.map((one, at) => namesOf(one, at + 1, language).name),
      notes,
      cost: plain(option.overall_cost, longest.cost),
      ...(currency === undefined ? {} : { currency }),
    },
    sample: option.sample === true,
    revision: trip.planned?.revision ?? 0,
    changedAt: trip.planned?.at ?? 0,
    days: days.map((day, index) =>
      toDay(day, index, { first: firstDate(trip, option), zones: trip.zones ?? [], language }),
    ),
  };
}

const firstDate = ({ request }: TripView, { days }: PlanOption): IsoDate | undefined =>
  days[0]?.date ?? request.dates?.start;

/** One that files have words for. */
const languageOf = ({ language = 'en' }: TripView): string =>
  fileLanguages.includes(language) ? language : 'en';

function titleOf({ request }: TripView, language: string): string {
  const names = request.destinations
    .map(({ name }) => plain(name, longest.title))
    .filter((name) => name !== '');
  return names.length === 0
    ? fileWords(language).trip
    : plain(new Intl.ListFormat(language).format(names), longest.title);
}

/** The agent's notes begin with an option's name (`Cheapest: it …`); an option from elsewhere may have none. */
function namesOf(
  { general_notes: text }: PlanOption,
  number: number,
  language: string,
): { name: string; notes: string } {
  const notes = plain(text, longest.notes);
  const named = splitOptionNotes(notes);
  return named
    ? { name: named.name, notes: named.rest }
    : { name: filled(fileWords(language).option, { n: number }), notes };
}
