import { markAt, type Source, wordAt } from '../text/source.js';
import { countAt } from '../text/numbers.js';
import { wordSet } from '../text/word-set.js';
import { type Hit } from '../text/phrases.js';

const articles = wordSet('a an eine einen einer ein une un una uno um uma een one');

/** How many of a unit: `5`, `five`, `a`, `a couple of`, `a few` (three). */
export function quantityAt(source: Source, i: number): Hit<number> | undefined {
  const couple = wordAt(source, i, 'couple');
  if (couple) return { value: 2, to: couple.to };
  const few = wordAt(source, i, 'few');
  if (few) return { value: 3, to: few.to };
  const half = source.tokens[i]?.low === 'half' && source.tokens[i + 1]?.low === 'a';
  if (half) return { value: 0.5, to: i + 2 };
  const count = countAt(source, i);
  if (count) return count;
  return articles.has(source.tokens[i]?.low ?? '') ? { value: 1, to: i + 1 } : undefined;
}

export type UnitName = 'day' | 'night' | 'week' | 'month' | 'year' | 'weekend' | 'long_weekend' | 'fortnight';

export interface Amount {
  count: number;
  /** Upper end when a range was given: "5 to 7 days". */
  upTo?: number;
  unit: UnitName;
  /** Where it begins, when words of other meaning stand between the number and the unit. */
  from?: number;
  to: number;
}

const units: [
  UnitName,
  (
    | 'day_unit'
    | 'night_unit'
    | 'week_unit'
    | 'month_unit'
    | 'year_unit'
    | 'weekend'
    | 'long_weekend'
    | 'fortnight'
  ),
][] = [
  ['fortnight', 'fortnight'],
  ['long_weekend', 'long_weekend'],
  ['weekend', 'weekend'],
  ['day', 'day_unit'],
  ['night', 'night_unit'],
  ['week', 'week_unit'],
  ['month', 'month_unit'],
  ['year', 'year_unit'],
];

export function unitAt(source: Source, i: number): { unit: UnitName; to: number } | undefined {
  for (const [unit, cls] of units) {
    const hit = wordAt(source, i, cls);
    if (hit) return { unit, to: hit.to };
  }
  return undefined;
}

const adjectives = wordSet(
  'full whole short long consecutive entire more extra solid amazing magical relaxing sunny ganze good additional',
);

const trips = wordSet(
  'getaway trip break escape vacation holiday away itinerary in to stay à a au en no na em nach naar auf romantique romantico romántico',
);

/** "weekend getaway", "long weekend in": one, without saying so. */
function weekendTrip(source: Source, i: number): Hit<number> | undefined {
  const weekend = wordAt(source, i, 'long_weekend') ?? wordAt(source, i, 'weekend');
  const next = weekend && source.tokens[weekend.to];
  // "weekend Ghent": at the beginning, with a name behind it.
  const named = i === 0 && next?.capital === true;
  return weekend && (named || trips.has(next?.low ?? '')) ? { value: 1, to: i } : undefined;
}

/** The unit, over an adjective: "5 full days", "a culinary week". After "a" any one word may stand before a week or weekend. */
function describedUnitAt(
  source: Source,
  quantity: Hit<number>,
  at: number,
): { unit: UnitName; to: number; from?: number } | undefined {
  const direct = unitAt(source, at);
  if (direct) return direct;
  const word = source.tokens[at];
  if (adjectives.has(word?.low ?? '')) return unitAt(source, at + 1);
  const article = articles.has(source.tokens[quantity.to - 1]?.low ?? '');
  if (!article || word?.kind !== 'word') return undefined;
  const unit = unitAt(source, at + 1);
  return unit && ['week', 'weekend', 'long_weekend'].includes(unit.unit)
    ? { ...unit, from: at + 1 }
    : undefined;
}

/** "5 days", "5-day", "a week", "two and a half weeks", "5 to 7 nights", "10d". */
export function amountOfUnitAt(source: Source, i: number): Amount | undefined {
  const quantity = quantityAt(source, i) ?? weekendTrip(source, i);
  if (!quantity) return undefined;
  let count = quantity.value;
  let upTo: number | undefined;
  let at = markAt(source, quantity.to, '-') ? quantity.to + 1 : quantity.to;
  const join = wordAt(source, quantity.to, 'to')?.to ?? wordAt(source, quantity.to, 'or')?.to ?? at;
  const second = join > quantity.to ? countAt(source, join) : undefined;
  if (second && second.value > count && second.value <= count + 10) {
    upTo = second.value;
    at = markAt(source, second.to, '-') ? second.to + 1 : second.to;
  }
  const half = wordAt(source, wordAt(source, at, 'and')?.to ?? -1, 'half');
  if (half) {
    count += 0.5;
    at = half.to;
  }
  const unit = describedUnitAt(source, quantity, at);
  if (!unit) return undefined;
  const more = halfAfterUnit(source, unit.to);
  return { count: count + (more ? 0.5 : 0), upTo, unit: unit.unit, from: unit.from, to: more ?? unit.to };
}

/** "a week and a half": where it ends. */
function halfAfterUnit(source: Source, i: number): number | undefined {
  const and = wordAt(source, i, 'and');
  return and && wordAt(source, and.to, 'half')?.to;
}

const hourWords = wordSet('hour hours hrs h stunden heures horas ore uur uren');

/** "48 hours in Rome": whole days said in hours. */
export function hoursAt(source: Source, i: number): { days: number; to: number } | undefined {
  const count = countAt(source, i);
  if (!count || count.value < 24 || count.value > 120 || count.value % 12 !== 0) return undefined;
  const at = markAt(source, count.to, '-') ? count.to + 1 : count.to;
  return hourWords.has(source.tokens[at]?.low ?? '')
    ? { days: Math.ceil(count.value / 24), to: at + 1 }
    : undefined;
}

/** How many days a length is, as people count: a week is seven, a weekend two. */
export function daysIn(unit: UnitName): number {
  return { day: 1, night: 1, week: 7, month: 30, year: 365, weekend: 2, long_weekend: 3, fortnight: 14 }[
    unit
  ];
}
