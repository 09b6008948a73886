import { type TripDay, type TripLeg, type TripPlan } from '@travellite/planner';
import { type IsoDate, type Money, moneyText } from '@travellite/protocol';
import { countWords, fillWords, placeNameIn, sideReason, sideTitle, tripWordsFor } from '@travellite/model';
import { clock, shortDay } from './clock.js';
import { type SidedPlan } from './sided-plan.js';

/** How plans and offers are told in one language: names of places, days, clock times, sums and the sentences around them. */
export function wordingFor(language: string) {
  const words = tripWordsFor(language);
  const english = words === tripWordsFor('en');
  const locale = english ? 'en-US' : language;
  const days = new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', timeZone: 'UTC' });
  const place = (name: string): string => (english ? name : placeNameIn(name, language));
  return {
    language,
    words,
    place,
    /** `December 15`. */
    day: (day: IsoDate): string => (english ? shortDay(day) : days.format(new Date(`${day}T00:00:00Z`))),
    /** `2:45 PM`, `14:45`. */
    time: (minute: number): string => (english ? clock(minute) : dayClock(minute)),
    money: (sum: Money): string => moneyText(sum, english ? 'en' : language),
    /** Two names. */
    pair: (one: string, other: string): string => new Intl.ListFormat(locale).format([one, other]),
    way: (from: string, to: string): string => fillWords(words.way, { from: place(from), to: place(to) }),
    leg({ mode, from, to, carrier, flightNumber }: TripLeg): string {
      const title = fillWords(words.legs[mode ?? 'unknown'], { from: place(from), to: place(to) });
      const number = [carrier, flightNumber].filter(Boolean).join(' ');
      return number === '' ? title : `${title} (${number})`;
    },
    fill: fillWords,
    count: countWords,
  };
}

export type Wording = ReturnType<typeof wordingFor>;

function dayClock(minute: number): string {
  const within = Math.min(Math.max(0, Math.round(minute)), 24 * 60 - 1);
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}

/** What a day is about: its way and its first sights. */
export function highlightOf({ blocks, cities, date }: TripDay, { legs }: TripPlan, wording: Wording): string {
  const { words, fill } = wording;
  const visits = blocks.flatMap((block) => (block.kind === 'visit' ? [block.item.name] : []));
  const begun = blocks.flatMap((block) => (block.kind === 'leg' ? (legs[block.leg] ?? []) : []));
  const way = begun.find(({ departs }) => departs.date === date);
  const city = cities.at(-1);
  const where = way
    ? wording.way(way.from, way.to)
    : city === undefined
      ? wording.day(date)
      : wording.place(city);
  const [first, second] = visits;
  if (first === undefined)
    return way ? fill(words.onTheWay, { way: where }) : fill(words.quietDay, { city: where });
  return `${where}: ${second === undefined ? first : wording.pair(first, second)}`;
}

/** Nobody misses a train between the cities of a trip to one. */
const gapsOf = ({ gaps, stops }: TripPlan) =>
  gaps.filter((gap) => gap !== 'transport_between' || stops.length > 1);

/** The way home on the morning after the last planned day. */
function departureNote({ departure, legs }: TripPlan, wording: Wording): string[] {
  return (departure?.blocks ?? []).flatMap((block) => {
    const leg = block.kind === 'leg' ? legs[block.leg] : undefined;
    if (!leg || leg.departs.date !== departure?.date) return [];
    const values = {
      leg: wording.leg(leg),
      day: wording.day(departure.date),
      time: wording.time(leg.departs.minute),
    };
    return [wording.fill(wording.words.departure, values)];
  });
}

/** The option's name, or what its side wants. */
export const titleOf = ({ name, side }: SidedPlan, { words, language }: Wording): string =>
  side ? sideTitle(side, language) : words.options[name];

function reasonsOf(plan: SidedPlan, wording: Wording): string[] {
  const { side } = plan;
  return [...(side ? [sideReason(side, wording.language)] : []), reasonOf(plan, wording)];
}

function reasonOf(plan: TripPlan, wording: Wording): string {
  const { words, fill, count, money } = wording;
  if (words.reason === undefined) return plan.reason;
  const visits = plan.days.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'visit')).length;
  const { totalMinor: amountMinor, currency } = plan.cost;
  return fill(words.reason, { sights: count(words.sights, visits), total: money({ amountMinor, currency }) });
}

/** What is to be said of an option beside its days. */
export function optionNotes(plan: SidedPlan, datesAssumed: boolean, wording: Wording): string[] {
  const { words, fill, count, day } = wording;
  return [
    ...reasonsOf(plan, wording),
    count(words.sumFor, plan.people),
    ...(datesAssumed || plan.datesAssumed ? [fill(words.assumedDay, { day: day(plan.start) })] : []),
    ...departureNote(plan, wording),
    ...gapsOf(plan).map((gap) => words.gaps[gap]),
    ...(plan.sample ? [words.sample] : []),
  ].map(withFullStop);
}

const withFullStop = (text: string) => (/[.!?。]$/.test(text) ? text : `${text}.`);
