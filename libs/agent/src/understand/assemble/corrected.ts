import { type PlaceSpan } from '../places/recognise.js';
import { Phrases } from '../text/phrases.js';
import { markAt, type Source, wordAt } from '../text/source.js';
import { wordSet } from '../text/word-set.js';
import { polarityOf, type Spans } from './spans.js';

const phrases = (list: string): Phrases<true> =>
  new Phrases(list.split('|').map((phrase) => [phrase, true] as const));

/** They take back what was said, wherever they stand. */
const corrections = phrases(
  'sorry|i mean|i meant|no wait|wait no|actually no|scratch that|correction|make that|or rather|' +
    'äh|nein|ich meine|ich meinte|besser gesagt|oder besser|pardon|je veux dire|je voulais dire|ou plutôt|perdón|quiero decir|quise decir|mejor dicho|' +
    'scusa|scusi|scusate|anzi|volevo dire|o meglio|desculpa|desculpe|quer dizer|quis dizer|ou melhor|nee|ik bedoel|ik bedoelde|of liever',
);
/** They do so only behind a break; without one they are words like any other: "Rome is actually near Naples". */
const behindBreak = phrases(
  'wait|rather|actually|moment|warte|attends|attendez|plutôt|espera|digo|aspetta|aliás|wacht|eigenlijk',
);
/** They do so only between two breaks: "Lyon, non, Paris" corrects, "Lyon, non Paris" refuses the second. */
const betweenBreaks = wordSet('no nope non não');
/** The next place comes on top of the one before, or is measured by it. */
const adding = phrases(
  'too|also|as well|additionally|in addition|besides|than|auch|ebenfalls|zusätzlich|außerdem|aussi|également|en plus|también|además|' +
    'anche|pure|inoltre|também|além disso|ook|bovendien|erbij',
);
const breaks = ',.-…(';

/** Words that may stand between a place and the one that replaces it. */
const mostWords = 4;

/** "also", "as well" and the like, in any language. */
export const saysAlso = (source: Source): boolean =>
  source.tokens.some((token, i) => token.low !== 'than' && adding.at(source.tokens, i) !== undefined);

/** "…, Florence and Venice as well": behind the list of places that begins at `at` stands a word that adds them. */
function addedBehind(source: Source, at: number, places: readonly PlaceSpan[]): boolean {
  const starts = new Map(places.map((span) => [span.from, span.to]));
  for (let i = at; i < source.tokens.length;) {
    const next =
      starts.get(i) ?? wordAt(source, i, 'and')?.to ?? (markAt(source, i, ',&') ? i + 1 : undefined);
    if (next === undefined) {
      const also = adding.at(source.tokens, i);
      return also !== undefined && (also.to >= source.tokens.length || markAt(source, also.to, '.,!?;)'));
    }
    i = next;
  }
  return false;
}

/** What is said between two places takes back the first. */
function takesBack(source: Source, from: number, to: number): boolean {
  const joined = source.tokens.slice(from, to).some((_, i) => wordAt(source, from + i, 'and') !== undefined);
  let broken = false;
  for (let i = from; i < to; i += 1) {
    if (corrections.at(source.tokens, i)) return true;
    if (markAt(source, i, breaks)) broken = true;
    if (joined || !broken) continue;
    if (behindBreak.at(source.tokens, i)) return true;
    if (betweenBreaks.has(source.tokens[i]?.low ?? '') && markAt(source, i + 1, breaks)) return true;
  }
  const [only] = source.tokens.slice(from, to);
  return to === from + 1 && only?.low === 'actually';
}

/** "Louisiana... sorry, Texas": nothing but a correction stands between the two, and the second is wanted. */
function isCorrection(source: Source, spans: Spans, before: PlaceSpan, after: PlaceSpan): boolean {
  const gap = source.tokens.slice(before.to, after.from);
  const words = gap.filter((token) => token.kind !== 'mark').length;
  if (words === 0 || words > mostWords) return false;
  if (gap.some((_, i) => adding.at(source.tokens, before.to + i))) return false;
  const polarity = polarityOf(spans, after);
  if (polarity === 'avoid' || polarity === 'remove') return false;
  return takesBack(source, before.to, after.from) && !addedBehind(source, after.from, spans.places);
}

/** The places of a message without those that the next one corrects; the new one takes over what was said of the old. */
export function corrected(
  source: Source,
  spans: Spans,
  { origin, rest }: { origin?: PlaceSpan; rest: PlaceSpan[] },
): { origin?: PlaceSpan; rest: PlaceSpan[] } {
  const corrects = (before: PlaceSpan, after: PlaceSpan): boolean =>
    isCorrection(source, spans, before, after);
  const [first] = rest;
  const turnsTo = (span: PlaceSpan): boolean =>
    source.tokens
      .slice(0, span.from)
      .some((_, i) => i >= (origin?.to ?? 0) && wordAt(source, i, 'destination') !== undefined);
  if (origin && first && first.from > origin.to && !turnsTo(first) && corrects(origin, first))
    return corrected(source, spans, { origin: first, rest: rest.slice(1) });
  const kept = rest.flatMap((span, at): PlaceSpan[] => {
    const next = rest[at + 1];
    if (next && corrects(span, next)) return [];
    const old = rest[at - 1];
    const takesOver = old && corrects(old, span) && old.cityCount !== undefined && span.place.kind !== 'city';
    return [takesOver ? { ...span, cityCount: span.cityCount ?? old.cityCount } : span];
  });
  return { ...(origin ? { origin } : {}), rest: kept };
}
