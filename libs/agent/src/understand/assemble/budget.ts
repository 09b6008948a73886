import { wordSet } from '../text/word-set.js';
import { type Budget, type TripRequest } from '@travellite/protocol';
import { homeCurrency, minorDigits, toMoney } from '../money/currency.js';
import { type MoneySpan } from '../money/recognise.js';
import { type Source, wordAt } from '../text/source.js';

export interface BudgetChange {
  budget?: Budget;
  /** The limit is lifted. */
  unlimited?: boolean;
}

const raising = wordSet('raise increase up bump add more extra additional');
const lowering = new Set(['lower', 'reduce', 'decrease', 'cut', 'less']);
const liftWords = wordSet(
  'remove drop delete forget cancel scrap lift ignore clear discard no without eliminate lose relax',
);
const limitWords = wordSet('budget constraint limit cap spending price cost restriction maximum money');

/** "remove the budget constraint", "drop the price cap". */
function lifts(source: Source): boolean {
  for (const [i, token] of source.tokens.entries()) {
    if (wordAt(source, i, 'no_limit')) return true;
    if (!liftWords.has(token.low)) continue;
    const rest = source.tokens.slice(i + 1, i + 6);
    const stop = rest.findIndex((next) => next.kind !== 'word');
    const words = (stop < 0 ? rest : rest.slice(0, stop)).map((next) => next.low);
    const at = words.findIndex((word) => limitWords.has(word));
    if (
      at >= 0 &&
      words
        .slice(0, at)
        .every((word) =>
          ['the', 'my', 'our', 'that', 'any', 'about', 'of', 'all', 'overall', 'total', 'this'].includes(
            word,
          ),
        )
    ) {
      return (
        words[at] === 'budget' ||
        words
          .slice(at)
          .some((word) => ['budget', 'limit', 'cap', 'constraint', 'restriction', 'maximum'].includes(word))
      );
    }
  }
  return false;
}

/** "raise it by 500", "500 more". */
function deltaOf(source: Source, span: MoneySpan): 1 | -1 | undefined {
  const before = source.tokens.slice(Math.max(0, span.from - 6), span.from).map((token) => token.low);
  const after = source.tokens.slice(span.to, span.to + 2).map((token) => token.low);
  const by =
    before.includes('by') || after.includes('more') || after.includes('less') || before.includes('another');
  if (!by) return undefined;
  if (before.some((word) => lowering.has(word)) || after.includes('less')) return -1;
  return before.some((word) => raising.has(word)) || after.includes('more') || before.includes('another')
    ? 1
    : undefined;
}

/** "double the budget", "half my budget". */
function scaled(source: Source, before: Budget | undefined): BudgetChange {
  const share = percentOf(source);
  if (before && share !== undefined) return { budget: times(before, 1 + share) };
  const at = source.tokens.findIndex((token) => token.low in multiples);
  const budget = source.tokens.slice(at + 1, at + 4).some((token) => token.low === 'budget');
  if (!before || at < 0 || !budget) return {};
  const factor = multiples[source.tokens[at]?.low ?? ''] ?? 1;
  return { budget: times(before, factor) };
}

const times = (budget: Budget, factor: number): Budget => ({
  ...budget,
  max: { ...budget.max, amountMinor: Math.round(budget.max.amountMinor * factor) },
});

const moneyWords = wordSet(
  'budget spend spending cost costs price prices money limit cap pay expensive cheaper amount sum ' +
    'ausgeben kosten preis preise geld teurer günstiger billiger dépenser prix coût argent cher chère presupuesto gastar precio dinero caro barato ' +
    'spesa spendere prezzo soldi economico orçamento preço dinheiro custo uitgeven prijs geld goedkoper duurder',
);
const lessWords = wordSet('less cheaper weniger günstiger billiger moins menos meno minder goedkoper');
const moreWords = wordSet('more mehr plus más più mais meer');
const cutWords = wordSet(
  'lower reduce decrease cut senke senken kürze kürzen réduis réduire baisse reduce reduce reducir baja riduci abbassa reduz reduza verlaag',
);
const raiseWords = wordSet(
  'raise increase up bump add erhöhe erhöhen augmente augmenter sube aumenta aumentar alza aumente verhoog',
);
/** What may follow "more" or "less" that is not counted itself. */
const afterAmount = wordSet(
  'aus than then please on for overall in total now again per of bitte insgesamt für als de du pour que svp por para en di in per do da em van voor te cher chère caro caros expensive teuer',
);

/** The clause around a percentage: one of "our budget is fine, but 50% more museums" has no money in it. */
function clauseAround(source: Source, at: number): { before: string[]; after: string[] } {
  const ends = (i: number): boolean => {
    const token = source.tokens[i];
    return (
      token === undefined ||
      (token.kind === 'mark' && token.low !== '%' && token.low !== '-') ||
      clauseWords.has(token.low)
    );
  };
  let [from, to] = [at, at + 1];
  while (at - from < 8 && !ends(from - 1)) from -= 1;
  while (to - at < 6 && !ends(to)) to += 1;
  const low = (first: number, end: number): string[] =>
    source.tokens.slice(first, end).map((token) => token.low);
  return { before: low(from, at), after: low(at + 1, to) };
}

/** "gib 10 % weniger aus" */
const gives = wordSet('gib gebt geben gebe');
const clauseWords = wordSet('and but und aber et y pero e ma en maar');

/** "spend 10 % less", "20% more budget", "20 % moins cher": the change as a share; of anything but money it is none of ours. */
function percentOf(source: Source): number | undefined {
  const at = source.tokens.findIndex((token) => ['%', 'percent', 'prozent', 'procent'].includes(token.low));
  const number = Number(source.tokens[at - 1]?.low);
  if (at < 1 || !(number > 0 && number < 100)) return undefined;
  const { before, after } = clauseAround(source, at);
  const words = [...before, ...after];
  const spends = before.some((word) => gives.has(word)) && after.includes('aus');
  const ofMoney = spends || words.some((word) => moneyWords.has(word)) || source.asked === 'budget';
  const itself = before.includes('it') && before.includes('by') && after.length === 0;
  const amount = after.findIndex((word) => lessWords.has(word) || moreWords.has(word));
  const counted = amount < 0 ? undefined : after[amount + 1];
  if (!ofMoney && !itself) return undefined;
  if (counted !== undefined && !moneyWords.has(counted) && !afterAmount.has(counted)) return undefined;
  if (words.some((word) => lessWords.has(word)) || before.some((word) => cutWords.has(word)))
    return -number / 100;
  return words.some((word) => moreWords.has(word)) || before.some((word) => raiseWords.has(word))
    ? number / 100
    : undefined;
}

const multiples: Record<string, number> = { double: 2, twice: 2, triple: 3, halve: 0.5, half: 0.5 };

function toBudget(span: MoneySpan, currency: string): Budget {
  const kind =
    span.low !== undefined ? 'range' : span.bound === 'about' || span.bound === 'min' ? 'about' : 'max';
  const floor = span.low ?? (span.bound === 'min' ? span.amount : undefined);
  return {
    max: toMoney(span.amount, currency),
    ...(floor !== undefined ? { min: toMoney(floor, currency) } : {}),
    scope: span.scope ?? 'total',
    kind,
  };
}

const shares = wordSet(
  'flights flight airfare hotels hotel lodging accommodation accommodations food meals activities transport transportation sightseeing everything',
);

/** "$2000 for flights and $1500 for hotels": parts that make the whole together. */
function partsOf(source: Source, spans: MoneySpan[]): MoneySpan | undefined {
  const isPart = ({ to }: MoneySpan): boolean =>
    source.tokens[to]?.low === 'for' &&
    source.tokens.slice(to + 1, to + 3).some((token) => shares.has(token.low));
  const [first, ...others] = spans;
  const alike = spans.every(
    (span) => isPart(span) && span.scope === undefined && span.currency === first?.currency,
  );
  if (!first || others.length === 0 || !alike) return undefined;
  return { ...first, low: undefined, amount: spans.reduce((sum, { amount }) => sum + amount, 0) };
}

/** Which amount is the trip's budget, when several are named: the last one for the whole trip. */
function chosen(source: Source, spans: MoneySpan[]): MoneySpan | undefined {
  const parts = partsOf(source, spans);
  if (parts) return parts;
  const whole = spans.filter((span) => span.scope !== 'per_night' && span.scope !== 'per_day');
  return whole.at(-1) ?? spans.at(-1);
}

/** The budget after the message; nothing when it names none. */
export function readBudget(source: Source, spans: MoneySpan[], request: TripRequest): BudgetChange {
  const span = chosen(source, spans);
  const before = request.budget;
  if (!span) return lifts(source) ? { unlimited: true } : scaled(source, before);
  const currency = span.currency ?? before?.max.currency ?? homeCurrency(source);
  const delta = deltaOf(source, span);
  if (delta !== undefined && before && before.max.currency === currency) {
    const step = Math.round(span.amount * 10 ** minorDigits(currency)) * delta;
    return {
      budget: { ...before, max: { ...before.max, amountMinor: Math.max(0, before.max.amountMinor + step) } },
    };
  }
  const budget = toBudget(span, currency);
  const nightly =
    budget.scope === 'per_night' &&
    before !== undefined &&
    before.scope !== 'per_night' &&
    source.asked !== 'budget';
  return nightly ? {} : { budget };
}
