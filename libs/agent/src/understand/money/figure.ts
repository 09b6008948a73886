import { type Hit } from '../text/phrases.js';
import { amountAt, countAt } from '../text/numbers.js';
import { markAt, type Source, wordAt } from '../text/source.js';
import { currencyAt } from './currency.js';

/** A number as people write amounts, with its currency when one stands beside it. */
export interface Figure {
  value: number;
  currency?: string;
  /** Written with a thousand, hundred or million, which is hardly ever anything but money. */
  scaled: boolean;
  to: number;
}

/** Indian English counts in lakh and crore. */
const indianScales: Record<string, number> = {
  lakh: 100_000,
  lakhs: 100_000,
  lac: 100_000,
  crore: 10_000_000,
  crores: 10_000_000,
};

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
  const indian = indianScales[token.low];
  if (indian !== undefined) return { factor: indian, to: i + 1 };
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
  const more = number && halfAfter(source, number);
  if (number) return { ...(more ?? number), needsScale: more !== undefined };
  // "mil euros", "tausend Euro".
  if (source.language !== 'en' && wordAt(source, i, 'thousand') && source.tokens[i]?.low.length !== 1)
    return { value: 1, to: i, needsScale: true };
  return source.tokens[i]?.low === 'a' ? { value: 1, to: i + 1, needsScale: true } : undefined;
}

/** "two and a half" before "thousand". */
function halfAfter(source: Source, number: Hit<number>): Hit<number> | undefined {
  const and = wordAt(source, number.to, 'and');
  const half = and && wordAt(source, and.to, 'half');
  return half && { value: number.value + 0.5, to: half.to };
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
export function pricedAt(source: Source, i: number): Figure | undefined {
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
