import { type Budget } from '@travellite/protocol';
import { type WordClass } from '../data/words.js';
import { markAt, saidBetween, type Source, wordAt, wordBefore } from '../text/source.js';
import { type Bound, boundAfter, boundBefore } from './bound.js';
import { type Figure, pricedAt } from './figure.js';
import { scopeAfter, scopeBefore } from './scope.js';

/** An amount of money as said; the currency may come from what is known already. */
export interface MoneySpan {
  kind: 'money';
  from: number;
  to: number;
  said: string;
  amount: number;
  /** Lower end of a range. */
  low?: number;
  currency?: string;
  scope?: Budget['scope'];
  bound?: Bound;
}

/** A second figure after "to", "-" or "and": a range. */
function rangeEnd(source: Source, figure: Figure, between: boolean): Figure | undefined {
  const dash = markAt(source, figure.to, '-~') ? figure.to + 1 : undefined;
  const word = wordAt(source, figure.to, 'to') ?? (between ? wordAt(source, figure.to, 'and') : undefined);
  const or = wordAt(source, figure.to, 'or');
  const at = dash ?? word?.to ?? or?.to;
  const end = at === undefined ? undefined : pricedAt(source, at);
  if (!end) return undefined;
  return end.value > figure.value || (end.scaled && !figure.scaled) ? end : undefined;
}

/** Reads one amount. `isMoney` decides for a bare number, from what stands around it. */
function moneyAt(
  source: Source,
  i: number,
  isMoney: (figure: Figure, from: number) => boolean,
): MoneySpan | undefined {
  const figure = pricedAt(source, i);
  if (!figure) return undefined;
  const end = rangeEnd(source, figure, wordBefore(source, i, 'between') !== undefined);
  const last = end ?? figure;
  const currency = last.currency ?? figure.currency;
  const scaled = figure.scaled || last.scaled;
  if (currency === undefined && !isMoney({ ...figure, scaled }, i)) return undefined;
  const before = boundBefore(source, i);
  return {
    kind: 'money',
    from: before?.from ?? i,
    said: saidBetween(source, i, last.to),
    amount: last.value,
    low: end && lowEnd(figure, end),
    currency,
    ...tail(source, i, last.to, end ? 'range' : before?.bound),
  };
}

/** What follows an amount: its bound and what it is for. */
function tail(
  source: Source,
  from: number,
  at: number,
  bound: Bound | undefined,
): Pick<MoneySpan, 'bound' | 'scope' | 'to'> {
  const first = boundAfter(source, at);
  const scope = scopeAfter(source, first?.to ?? at);
  // "250 each tops".
  const after = first ?? (scope && boundAfter(source, scope.to));
  return {
    to: Math.max(scope?.to ?? at, after?.to ?? at),
    bound: bound === 'range' ? bound : (after?.bound ?? bound),
    scope: scope?.scope ?? scopeBefore(source, from),
  };
}

/** "2-3k" means two to three thousand, "four to five hundred" four hundred to five hundred. */
function lowEnd(low: Figure, high: Figure): number {
  if (!high.scaled || low.scaled || low.value >= 100) return low.value;
  return low.value * (high.value >= 1000 ? 1000 : 100);
}

/** Words that make the next bare number an amount. */
function budgetWordNear(source: Source, i: number): boolean {
  for (let at = i - 1; at >= 0 && at >= i - 7; at -= 1) {
    const token = source.tokens[at];
    if (token?.kind === 'mark' && '.;!?'.includes(token.low)) return false;
    if (token?.kind === 'number') return false;
    if (wordAt(source, at, 'budget')) return true;
  }
  return wordAt(source, i + 1, 'budget') !== undefined;
}

/** "barcelona 3 days may 1200": the bare number that ends a request in keywords. */
function closesTerse(source: Source, figure: Figure): boolean {
  if (figure.to !== source.tokens.length || source.tokens.length < 4 || source.tokens.length > 14)
    return false;
  if (figure.value < 100 || (figure.value >= 1900 && figure.value <= 2100)) return false;
  return source.tokens.some(
    (_, i) => wordAt(source, i, 'day_unit') ?? wordAt(source, i, 'night_unit') ?? wordAt(source, i, 'month'),
  );
}

const nouns: WordClass[] = [
  'day_unit',
  'night_unit',
  'week_unit',
  'month_unit',
  'year_unit',
  'person',
  'adult',
  'child',
  'infant',
  'friend',
  'weekend',
  'own_child',
];

/** "1500 in total", "250 each", "is 1500 enough": words around it that only money has. */
function isSum(source: Source, figure: Figure, from: number): boolean {
  if (figure.value < 50) return false;
  if (scopeAfter(source, figure.to)?.scope === 'per_person') return true;
  const enough = source.tokens[figure.to]?.low === 'enough';
  return figure.value >= 100 && (enough || wordBefore(source, from, 'total') !== undefined);
}

/** Every amount of money in the message. A bare number counts only beside a word like "budget", or when it was asked for. */
export function recogniseMoney(source: Source): MoneySpan[] {
  const spans: MoneySpan[] = [];
  const isMoney = (figure: Figure, from: number): boolean => {
    const at = markAt(source, figure.to, '-') ? figure.to + 1 : figure.to;
    if (nouns.some((cls) => wordAt(source, at, cls)) || markAt(source, figure.to, '%')) return false;
    if (source.asked === 'budget') return figure.value >= 20 || figure.scaled;
    if (budgetWordNear(source, from)) return figure.value >= 50 || figure.scaled;
    if (figure.scaled) return figure.value >= 100 && source.tokens[figure.to]?.low !== 'm';
    if (closesTerse(source, figure) || isSum(source, figure, from)) return true;
    return (
      figure.value >= 100 &&
      (boundBefore(source, from) ?? boundAfter(source, figure.to)) !== undefined &&
      !/^(?:19|20)\d\d$/.test(String(figure.value))
    );
  };
  for (let i = 0; i < source.tokens.length;) {
    const span = moneyAt(source, i, isMoney);
    if (span) spans.push(span);
    i = span?.to ?? i + 1;
  }
  return spans;
}
