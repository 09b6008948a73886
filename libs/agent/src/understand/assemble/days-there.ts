import { type PlaceSpan } from '../places/recognise.js';
import { countAt } from '../text/numbers.js';
import { markAt, type Source, wordAt, wordBefore } from '../text/source.js';
import { wordSet } from '../text/word-set.js';

/** Days of the trip, from 1. */
export interface DaysThere {
  from: number;
  to: number;
}

/** More days than any trip has. */
const mostDays = 60;
const dayWords = wordSet('day days tag tagen jour jours día días giorno giorni dia dias dag dagen');

/** "day 9", "days 3": the number and where it ends. */
function dayAt(source: Source, i: number): { value: number; to: number } | undefined {
  if (!dayWords.has(source.tokens[i]?.low ?? '')) return undefined;
  // "volta dia 12": a day of the month.
  if (wordBefore(source, i + 1, 'to') && source.tokens[i]?.low === 'dia') return undefined;
  const count = countAt(source, i + 1);
  // "dia 9 de abril" is a date.
  const of = count && wordAt(source, count.to, 'of');
  if (of && wordAt(source, of.to, 'month')) return undefined;
  return count && count.value >= 1 && count.value <= mostDays ? count : undefined;
}

/** "day 9 and day 13", "day 3 to 5", "days 3-5", "day 4". */
function daysAt(source: Source, i: number): (DaysThere & { end: number }) | undefined {
  const first = dayAt(source, i);
  if (!first) return undefined;
  const join =
    wordAt(source, first.to, 'to')?.to ??
    wordAt(source, first.to, 'and')?.to ??
    (markAt(source, first.to, '-') ? first.to + 1 : undefined);
  const second = join === undefined ? undefined : (dayAt(source, join) ?? countAt(source, join));
  if (!second || second.value < first.value || second.value > mostDays)
    return { from: first.value, to: first.value, end: first.to };
  return { from: first.value, to: second.value, end: second.to };
}

const isEnd = (source: Source, i: number): boolean =>
  markAt(source, i, '.!?;') && source.tokens[i + 1]?.glued !== true;

/** The sentence around token `i`. */
function sentenceOf(source: Source, i: number): { from: number; to: number } {
  let [from, to] = [i, i];
  while (from > 0 && !isEnd(source, from - 1)) from -= 1;
  while (to < source.tokens.length && !isEnd(source, to)) to += 1;
  return { from, to };
}

/** The place that days belong to: the nearest before them in the sentence, else the first behind. */
function placeNear(
  source: Source,
  at: { from: number; end: number },
  places: PlaceSpan[],
): PlaceSpan | undefined {
  const sentence = sentenceOf(source, at.from);
  const here = places.filter(
    ({ from, to, place }) => place.kind === 'city' && from >= sentence.from && to <= sentence.to,
  );
  return here.findLast(({ to }) => to <= at.from) ?? here.find(({ from }) => from >= at.end);
}

/** On which days of the trip the person has to be where: "a wedding in Porto between day 9 and day 13". */
export function readDaysThere(source: Source, places: PlaceSpan[]): Map<PlaceSpan, DaysThere> {
  const found = new Map<PlaceSpan, DaysThere>();
  for (let i = 0; i < source.tokens.length; i += 1) {
    const days = daysAt(source, i);
    if (!days) continue;
    const place = placeNear(source, { from: i, end: days.end }, places);
    if (place) found.set(place, { from: days.from, to: days.to });
    i = days.end - 1;
  }
  return found;
}
