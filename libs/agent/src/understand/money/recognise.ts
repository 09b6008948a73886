import { type Budget } from '@travellite/protocol';
import { type Hit } from '../text/phrases.js';
import { amountAt, countAt } from '../text/numbers.js';
import { markAt, saidBetween, type Source, wordAt, wordBefore } from '../text/source.js';
import { type WordClass } from '../data/words.js';
import { currencyAt } from './currency.js';

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
  bound?: Budget['kind'] | 'min';
  /** "raise it by 500". */
  delta?: 1 | -1;
}

interface Figure {
  value: number;
  currency?: string;
  /** Written with a thousand, hundred or million, which is hardly ever anything but money. */
  scaled: boolean;
  to: number;
}

function scaleAt(source: Source, i: number, glued: boolean): { factor: number; to: number } | undefined {
  const token = source.tokens[i];
  if (!token || token.kind !== 'word') return undefined;
  if (token.low === 'k' || token.low === 'm' || token.low === 'g') {
    const factor = { k: 1000, m: 1_000_000, g: 1000 }[token.low];
    return token.glued === glued || token.low === 'k' ? { factor, to: i + 1 } : undefined;
  }
  const scales = [
    ['hundred', 100],
    ['thousand', 1000],
    ['million', 1_000_000],
  ] as const;
  for (const [cls, factor] of scales) {
    const hit = wordAt(source, i, cls);
    if (!hit) continue;
    const more = cls === 'hundred' ? wordAt(source, hit.to, 'thousand') : undefined;
    return more ? { factor: 100_000, to: more.to } : { factor, to: hit.to };
  }
  return undefined;
}

/** The number a figure begins with; "a" counts as one only before a scale ("a grand"). */
function leadAt(source: Source, i: number): (Hit<number> & { needsScale: boolean }) | undefined {
  const half = wordAt(source, i, 'half');
  if (half) {
    const to = source.tokens[half.to]?.low === 'a' ? half.to + 1 : half.to;
    return { value: 0.5, to, needsScale: true };
  }
  const number = amountAt(source, i) ?? countAt(source, i);
  if (number) return { ...number, needsScale: false };
  if (wordAt(source, i, 'thousand') && source.tokens[i]?.low.length !== 1)
    return { value: 1, to: i, needsScale: true };
  return source.tokens[i]?.low === 'a' ? { value: 1, to: i + 1, needsScale: true } : undefined;
}

/** "1,500", "two thousand five hundred", "3.5k", "a grand", "half a million". */
function figureAt(source: Source, i: number): Figure | undefined {
  const lead = leadAt(source, i);
  if (!lead) return undefined;
  const at = markAt(source, lead.to, '-') ? lead.to + 1 : lead.to;
  const scale = scaleAt(source, at, true);
  if (!scale) return lead.needsScale ? undefined : { value: lead.value, to: lead.to, scaled: false };
  const value = lead.value * scale.factor;
  const rest = scale.factor >= 100 ? restAt(source, scale) : undefined;
  return { value: value + (rest?.value ?? 0), scaled: true, to: rest?.to ?? scale.to };
}

/** What follows "two thousand": "five hundred", "and fifty". */
function restAt(source: Source, scale: { factor: number; to: number }): Hit<number> | undefined {
  const and = wordAt(source, scale.to, 'and')?.to ?? scale.to;
  const rest = countAt(source, and);
  if (!rest) return undefined;
  const smaller = scaleAt(source, rest.to, false);
  if (smaller && smaller.factor < scale.factor) return { value: rest.value * smaller.factor, to: smaller.to };
  const spelled = source.tokens[and]?.kind === 'word' && rest.value < 100 && and > scale.to;
  return spelled ? rest : undefined;
}

/** A figure with the currency before or after it. */
function pricedAt(source: Source, i: number): Figure | undefined {
  const before = currencyAt(source, i);
  const figure = figureAt(source, before?.to ?? i);
  if (!figure) return undefined;
  if (before) {
    const after = source.tokens[i]?.low === '$' ? currencyAt(source, figure.to) : undefined;
    // "$3000 CAD" and "$3000 dollars": the word after is at least as exact as the sign.
    return { ...figure, currency: after?.value ?? before.value, to: after?.to ?? figure.to };
  }
  const after = currencyAt(source, wordAt(source, figure.to, 'of')?.to ?? figure.to);
  if (after && source.tokens[figure.to]?.low !== 'rs')
    return { ...figure, currency: after.value, to: after.to };
  return figure;
}

const bounds: [WordClass, NonNullable<MoneySpan['bound']>][] = [
  ['under', 'max'],
  ['about', 'about'],
  ['over', 'min'],
];

function boundBefore(
  source: Source,
  i: number,
): { bound: NonNullable<MoneySpan['bound']>; from: number } | undefined {
  let at = i;
  for (let skips = 0; skips < 3; skips += 1) {
    for (const [cls, bound] of bounds) {
      const word = wordBefore(source, at, cls);
      if (word) return { bound, from: word.from };
    }
    const filler = ['a', 'the', 'total', 'of', 'is', 'at', 'to', 'be', 'maximum'].includes(
      source.tokens[at - 1]?.low ?? '',
    );
    if (!filler && !markAt(source, at - 1, '~')) break;
    if (markAt(source, at - 1, '~')) return { bound: 'about', from: at - 1 };
    at -= 1;
  }
  return undefined;
}

function boundAfter(
  source: Source,
  i: number,
): { bound: NonNullable<MoneySpan['bound']>; to: number } | undefined {
  const at = markAt(source, i, '-') || markAt(source, i, ',') ? i + 1 : i;
  const token = source.tokens[at];
  if (token?.low === '+' || (token?.low === 'plus' && token.glued)) return { bound: 'min', to: at + 1 };
  const max = /^(?:max|maximum|tops|or less|or under|at most|limit|cap)$/;
  const under = wordAt(source, at, 'under');
  if (
    under &&
    max.test(
      source.tokens
        .slice(at, under.to)
        .map((t) => t.low)
        .join(' '),
    )
  )
    return { bound: 'max', to: under.to };
  const about = wordAt(source, at, 'about');
  if (about && ['or', 'ish', 'more', 'give'].includes(token?.low ?? ''))
    return { bound: 'about', to: about.to };
  return undefined;
}

const scopes: [WordClass, Budget['scope']][] = [
  ['per_person', 'per_person'],
  ['per_night', 'per_night'],
  ['per_day', 'per_day'],
  ['total', 'total'],
];

function scopeAfter(source: Source, i: number): { scope: Budget['scope']; to: number } | undefined {
  const at = markAt(source, i, ',(') ? i + 1 : i;
  const slash = markAt(source, at, '/') ? at + 1 : undefined;
  for (const [cls, scope] of scopes) {
    const hit = wordAt(source, slash ?? at, cls);
    const alone =
      slash === undefined && ['night', 'day', 'person', 'the night'].includes(source.tokens[at]?.low ?? '');
    if (hit && !alone) return { scope, to: hit.to };
  }
  return undefined;
}

function scopeBefore(source: Source, i: number): Budget['scope'] | undefined {
  for (let at = Math.max(0, i - 8); at < i; at += 1) {
    for (const [cls, scope] of scopes) {
      const token = source.tokens[at];
      if (['person', 'night', 'day', 'a', 'each'].includes(token?.low ?? '')) continue;
      const hit = wordAt(source, at, cls);
      if (hit && hit.to <= i && !endsSentence(source, at, i)) return scope;
    }
  }
  return undefined;
}

const endsSentence = (source: Source, from: number, to: number): boolean =>
  source.tokens
    .slice(from, to)
    .some((token) => token.kind === 'mark' && '.!?;'.includes(token.low) && !token.glued);

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
  const after = boundAfter(source, last.to);
  const scope = scopeAfter(source, after?.to ?? last.to);
  const to = scope?.to ?? after?.to ?? last.to;
  return {
    kind: 'money',
    from: before?.from ?? i,
    to,
    said: saidBetween(source, i, to),
    amount: last.value,
    low: end && lowEnd(figure, end),
    currency,
    scope: scope?.scope ?? scopeBefore(source, i),
    bound: end ? 'range' : (after?.bound ?? before?.bound),
  };
}

/** "2-3k" means two to three thousand. */
const lowEnd = (low: Figure, high: Figure): number =>
  high.scaled && !low.scaled && low.value < 100 && high.value >= 1000 ? low.value * 1000 : low.value;

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

/** Every amount of money in the message. A bare number counts only beside a word like "budget", or when it was asked for. */
export function recogniseMoney(source: Source): MoneySpan[] {
  const spans: MoneySpan[] = [];
  const isMoney = (figure: Figure, from: number): boolean => {
    const at = markAt(source, figure.to, '-') ? figure.to + 1 : figure.to;
    if (nouns.some((cls) => wordAt(source, at, cls)) || markAt(source, figure.to, '%')) return false;
    if (source.asked === 'budget') return figure.value >= 20 || figure.scaled;
    if (budgetWordNear(source, from)) return figure.value >= 50 || figure.scaled;
    if (figure.scaled) return figure.value >= 100 && source.tokens[figure.to]?.low !== 'm';
    return (
      figure.value >= 100 &&
      boundBefore(source, from) !== undefined &&
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
