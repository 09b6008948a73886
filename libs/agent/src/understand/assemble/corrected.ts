import { type PlaceSpan } from '../places/recognise.js';
import { Phrases } from '../text/phrases.js';
import { type Source } from '../text/source.js';

const corrections = new Phrases(
  'sorry|i mean|i meant|no wait|wait no|wait|scratch that|correction|make that|or rather|rather|actually|äh|nein|pardon|non|perdón|scusa|scusi|desculpa|desculpe|nee'
    .split('|')
    .map((phrase) => [phrase, true] as const),
);

/** Words that may stand between a place and the one that replaces it. */
const mostWords = 4;

/** "Louisiana... sorry, Texas": nothing but a correction stands between the two. */
function isCorrection(source: Source, before: PlaceSpan, after: PlaceSpan): boolean {
  const gap = source.tokens.slice(before.to, after.from).filter((token) => token.kind !== 'mark');
  if (gap.length === 0 || gap.length > mostWords) return false;
  for (let i = before.to; i < after.from; i += 1) if (corrections.at(source.tokens, i)) return true;
  return false;
}

/** The places of a message without those that the next one corrects; the new one takes over what was said of the old. */
export function corrected(
  source: Source,
  { origin, rest }: { origin?: PlaceSpan; rest: PlaceSpan[] },
): { origin?: PlaceSpan; rest: PlaceSpan[] } {
  const [first] = rest;
  if (origin && first && first.from > origin.to && isCorrection(source, origin, first))
    return corrected(source, { origin: first, rest: rest.slice(1) });
  const kept = rest.flatMap((span, at): PlaceSpan[] => {
    const next = rest[at + 1];
    if (next && isCorrection(source, span, next)) return [];
    const old = rest[at - 1];
    const takesOver =
      old && isCorrection(source, old, span) && old.cityCount !== undefined && span.place.kind !== 'city';
    return [takesOver ? { ...span, cityCount: span.cityCount ?? old.cityCount } : span];
  });
  return { ...(origin ? { origin } : {}), rest: kept };
}
