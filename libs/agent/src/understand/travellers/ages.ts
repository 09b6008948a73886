import { countAt } from '../text/numbers.js';
import { markAt, type Source, wordAt, wordBefore } from '../text/source.js';
import { wordSet } from '../text/word-set.js';
import { type FactSpan } from './fact.js';

/** "6-year-old", "aged 5 and 7", "ages 5, 7 and 10". */
export function ageAt(source: Source, i: number): { age: number; to: number } | undefined {
  const count = countAt(source, i);
  if (!count) return undefined;
  const skip = (at: number): number => (markAt(source, at, '-') ? at + 1 : at);
  const year = skip(count.to);
  if (!wordAt(source, year, 'year_unit')) return undefined;
  const old = skip(year + 1);
  return source.tokens[old]?.low === 'old' || source.tokens[old]?.low === 'olds'
    ? { age: count.value, to: old + 1 }
    : undefined;
}

/** "5", "5, 7 and 10": ages, and where the list ends. */
function ageListAt(source: Source, i: number): { ages: number[]; to: number } {
  const ages: number[] = [];
  let to = i;
  for (let at = i; ages.length < 12;) {
    const count = countAt(source, at);
    if (!count || count.value > 17) break;
    ages.push(count.value);
    to = count.to;
    const comma = markAt(source, to, ',&') ? to + 1 : to;
    const next = wordAt(source, comma, 'and')?.to ?? comma;
    if (next === to) break;
    at = next;
  }
  return { ages, to };
}

/** Ages by themselves: "aged 5 and 7", "(5, 7)", "6 years old". */
export function agesAt(source: Source, i: number): FactSpan | undefined {
  const single = ageAt(source, i);
  if (single && single.age < 18) {
    return { from: i, to: single.to, fact: { what: 'ages', ages: [single.age] } };
  }
  const aged = wordAt(source, i, 'aged');
  const bracket = markAt(source, i, '(') ? i + 1 : undefined;
  const start =
    aged?.to ?? (bracket === undefined ? undefined : (wordAt(source, bracket, 'child')?.to ?? bracket));
  if (start === undefined) return listedAt(source, i) ?? yearsOldAt(source, i);
  const { ages, to } = ageListAt(source, wordAt(source, start, 'aged')?.to ?? start);
  // "de 5", "van 5" and the like mean an age only with "years" after the number.
  const named = aged !== undefined && source.language === 'en';
  const closed =
    named ||
    (bracket !== undefined && markAt(source, to, ')')) ||
    wordAt(source, to, 'year_unit') !== undefined ||
    followChildren(source, i, ages);
  return ages.length > 0 && closed ? { from: i, to, fact: { what: 'ages', ages } } : undefined;
}

/** "tres niños de 3, 7 y 10": several numbers right behind the children. */
const followChildren = (source: Source, i: number, ages: number[]): boolean =>
  ages.length > 1 && wordBefore(source, i, 'child') !== undefined;

/** "kids 2 and 5", "our two teens, 13 and 16": two numbers or more right after the children are their ages. */
function listedAt(source: Source, i: number): FactSpan | undefined {
  const comma = markAt(source, i, ',:-') ? i + 1 : i;
  if (wordBefore(source, i, 'child') === undefined) return undefined;
  const { ages, to } = ageListAt(source, comma);
  const next = source.tokens[to];
  const ended = next === undefined || next.kind === 'mark' || wordAt(source, to, 'year_unit') !== undefined;
  return ages.length > 1 && ended ? { from: comma, to, fact: { what: 'ages', ages } } : undefined;
}

/** "5 and 8 years old", "he is 7". */
function yearsOldAt(source: Source, i: number): FactSpan | undefined {
  const subject =
    wordAt(source, i, 'own_child')?.to ?? (pronouns.has(source.tokens[i]?.low ?? '') ? i + 1 : undefined);
  const says = subject !== undefined && ['is', 'are', 's'].includes(source.tokens[subject]?.low ?? '');
  const { ages, to } = ageListAt(source, says ? subject + 1 : i);
  if (ages.length === 0) return undefined;
  const old = wordAt(source, to, 'year_unit') && source.tokens[to + 1]?.low === 'old' ? to + 2 : undefined;
  const ended = says && (source.tokens[to] === undefined || source.tokens[to]?.kind === 'mark');
  return old !== undefined || ended ? { from: i, to: old ?? to, fact: { what: 'ages', ages } } : undefined;
}

const pronouns = wordSet('he she they');
