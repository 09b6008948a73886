import { wordSet } from '../text/word-set.js';
import { markAt, saidBetween, type Source, wordAt, wordBefore } from '../text/source.js';
import { countAt } from '../text/numbers.js';
import { type Amount, amountOfUnitAt, daysIn, hoursAt } from './count.js';

/** How long the trip, or the stay in one place, is to be. */
export interface DurationSpan {
  kind: 'duration';
  from: number;
  to: number;
  said: string;
  /** Planned days; absent when only nights were said. */
  days?: number;
  nights?: number;
}

const longest = 400;

/** "5-day", "a week", "7 nights", "two and a half weeks". "5 days and 4 nights" is read as two spans. */
export function recogniseDurations(source: Source): DurationSpan[] {
  const spans: DurationSpan[] = [];
  let last: Amount | undefined;
  for (let i = 0; i < source.tokens.length;) {
    const amount = amountOfUnitAt(source, i) ?? inHours(source, i) ?? elliptic(source, i, last);
    if (
      !amount ||
      perUnit(source, i) ||
      isExcursion(source, i, amount) ||
      isOffset(source, amount.to) ||
      isBound(source, i, amount) ||
      isMoment(source, i, amount) ||
      isAge(source, i, amount)
    ) {
      i += 1;
      continue;
    }
    const count = Math.round((amount.upTo ?? amount.count) * daysIn(amount.unit));
    if (count >= 1 && count <= longest && amount.unit !== 'year') {
      const span = {
        kind: 'duration',
        from: amount.from ?? i,
        to: amount.to,
        said: saidBetween(source, i, amount.to),
      } as const;
      spans.push(amount.unit === 'night' ? { ...span, nights: count } : { ...span, days: count });
    }
    last = amount;
    i = amount.to;
  }
  return spans.length === 0 && source.asked === 'length' ? bareLength(source) : spans;
}

/** "5" or "about ten", when the number of days was asked for. */
function bareLength(source: Source): DurationSpan[] {
  for (const [i] of source.tokens.entries()) {
    const count = countAt(source, i);
    if (!count || count.value < 1 || count.value > longest) continue;
    return [
      { kind: 'duration', from: i, to: count.to, said: saidBetween(source, i, count.to), days: count.value },
    ];
  }
  return [];
}

function inHours(source: Source, i: number): Amount | undefined {
  const hours = hoursAt(source, i);
  return hours && { count: hours.days, unit: 'day', to: hours.to };
}

/** "4 days in Rome and 3 in Florence": the unit is not said again. */
function elliptic(source: Source, i: number, last: Amount | undefined): Amount | undefined {
  const and = last && (wordBefore(source, i, 'and') !== undefined || markAt(source, i - 1, ','));
  const count = and ? countAt(source, i) : undefined;
  const place = count && wordAt(source, count.to, 'in');
  if (!count || !place || count.value > 30 || source.tokens[place.to]?.capital !== true) return undefined;
  return { count: count.value, unit: last?.unit ?? 'day', to: count.to };
}

/** "a day trip to Nara": an outing within the trip. */
const isExcursion = (source: Source, i: number, { unit, to }: Amount): boolean =>
  unit === 'day' &&
  /^(?:a|an|one)$/.test(source.tokens[i]?.low ?? '') &&
  /^trips?$/.test(source.tokens[to]?.low ?? '');

const offsets = wordSet('before after ago beforehand prior');

/** "Thai food on one night": a night of the trip, not its length. */
const isMoment = (source: Source, i: number, { count, unit }: Amount): boolean =>
  source.tokens[i - 1]?.low === 'on' && count === 1 && (unit === 'day' || unit === 'night');

/** "a baby of 10 months", "10 months old": somebody's age. */
const isAge = (source: Source, i: number, { unit, to }: Amount): boolean =>
  (unit === 'month' || unit === 'week') &&
  (source.tokens[to]?.low === 'old' ||
    wordBefore(source, i, 'infant') !== undefined ||
    (wordBefore(source, i, 'of') !== undefined && wordBefore(source, i - 1, 'infant') !== undefined));

/** "two days before" counts from something else. */
const isOffset = (source: Source, to: number): boolean => offsets.has(source.tokens[to]?.low ?? '');

/** "in under a week": less than that, nobody knows how much. */
const isBound = (source: Source, i: number, { unit }: Amount): boolean =>
  unit === 'week' && ['under', 'than'].includes(source.tokens[i - 1]?.low ?? '');

/** "$150 a night", "3 hours a day": a rate, not a length. */
function perUnit(source: Source, i: number): boolean {
  const token = source.tokens[i];
  if (token?.low !== 'a' && token?.low !== 'one') return false;
  const before = source.tokens[i - 1];
  if (before?.kind === 'number') return true;
  return (
    wordBefore(source, i, 'thousand') !== undefined ||
    (before?.kind === 'mark' && '$€£¥'.includes(before.low))
  );
}
