import { wordSet } from '../text/word-set.js';
import { markAt, type Source, wordAt } from '../text/source.js';
import { gazetteer, type Qualifier } from './gazetteer.js';
import { type Place } from './place.js';

/** Codes that are words when written small. */
const wordyCodes = wordSet('in or me hi oh ok la de pa ma id al co mo vic on us mi ne nd ct nl pe sc mt');

/** A state, region or country named at token `i`, in full or as a code. */
export function qualifierAt(
  source: Source,
  i: number,
  comma: boolean,
): { found: Qualifier[]; to: number } | undefined {
  const token = source.tokens[i];
  if (!token || token.kind !== 'word') return undefined;
  const upper = token.raw === token.raw.toUpperCase() && token.raw.length <= 3;
  const code = gazetteer.codes.get(token.raw.toUpperCase());
  if (code && (upper || (comma && !wordyCodes.has(token.low)))) return { found: [code], to: i + 1 };
  const hit = gazetteer.qualifiers.at(source.tokens, i);
  const name = hit && gazetteer.names.at(source.tokens, i);
  // "Guadalajara, Mexico City": the name goes on.
  if (hit && name && name.to > hit.to) return undefined;
  return hit && { found: hit.value, to: hit.to };
}

/** Whether a place lies where the qualifier says. */
export const fits = (place: Place, qualifier: Qualifier): boolean =>
  (qualifier.country === undefined || place.country === qualifier.country) &&
  (qualifier.region === undefined ||
    place.region === qualifier.region ||
    (place.name === 'New York' && qualifier.region === 'New York'));

const when = wordSet('around during within over throughout');

/** "Paris, Texas", "Portland OR", "Birmingham (UK)", "San José in Costa Rica": the meanings that fit what follows. */
export function qualify(
  source: Source,
  candidates: Place[],
  to: number,
): { candidates: Place[]; to: number } | undefined {
  const mark = markAt(source, to, ',(');
  // "Montreal around Canada Day" says when, not which Montreal.
  const joined = when.has(source.tokens[to]?.low ?? '') ? undefined : wordAt(source, to, 'in');
  const starts = mark ? [to + 1] : [to, ...(joined ? [joined.to] : [])];
  const ofKind = mark ? kindAfter(source, candidates, to + 1) : undefined;
  if (ofKind) return ofKind;
  for (const at of starts) {
    const qualifier = qualifierAt(source, at, mark);
    const narrowed = qualifier ? narrow(candidates, qualifier.found) : [];
    if (qualifier && narrowed.length > 0)
      return { candidates: narrowed, to: closing(source, qualifier.to, narrowed) };
  }
  return undefined;
}

const kinds: Record<string, Place['kind']> = {
  country: 'country',
  state: 'state',
  city: 'city',
  region: 'region',
};

/** "Georgia, the country". */
function kindAfter(
  source: Source,
  candidates: Place[],
  i: number,
): { candidates: Place[]; to: number } | undefined {
  const at = source.tokens[i]?.low === 'the' ? i + 1 : i;
  const kind = kinds[source.tokens[at]?.low ?? ''];
  const meant = candidates.filter((place) => place.kind === kind);
  return kind !== undefined && at > i && meant.length > 0 ? { candidates: meant, to: at + 1 } : undefined;
}

const narrow = (candidates: Place[], qualifiers: Qualifier[]): Place[] =>
  candidates.filter(
    (place) =>
      place.kind !== 'country' &&
      qualifiers.some((one) => (one.region === undefined || place.kind === 'city') && fits(place, one)),
  );

/** Takes in the closing bracket, and the country of "Paris, Texas, USA". */
function closing(source: Source, to: number, narrowed: Place[]): number {
  const end = markAt(source, to, ')') ? to + 1 : to;
  if (!markAt(source, end, ',')) return end;
  const country = qualifierAt(source, end + 1, true);
  const same = country?.found.some(
    (one) => one.region === undefined && narrowed.some((place) => fits(place, one)),
  );
  return country && same ? country.to : end;
}
