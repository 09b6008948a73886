import { type Qualifier, gazetteer } from './gazetteer.js';
import { wordyNames } from '../data/regions.js';
import { markAt, type Source, wordAt } from '../text/source.js';
import { type Place } from './place.js';

/** A place name in the message, with everything it could mean. */
export interface Mention {
  /** Token positions; a qualifier ("Paris, Texas") is inside. */
  from: number;
  to: number;
  said: string;
  candidates: Place[];
  /** The person said which one: no need to ask. */
  qualified: boolean;
}

/** Codes that are words when written small. */
const wordyCodes = new Set([
  'in',
  'or',
  'me',
  'hi',
  'oh',
  'ok',
  'la',
  'de',
  'pa',
  'ma',
  'id',
  'al',
  'co',
  'mo',
  'vic',
  'on',
  'us',
  'mi',
  'ne',
  'nd',
  'ct',
  'nl',
  'pe',
  'sc',
  'mt',
]);

function qualifierAt(
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
  return hit && { found: hit.value, to: hit.to };
}

const fits = (place: Place, qualifier: Qualifier): boolean =>
  (qualifier.country === undefined || place.country === qualifier.country) &&
  (qualifier.region === undefined ||
    place.region === qualifier.region ||
    (place.name === 'New York' && qualifier.region === 'New York'));

/** "Paris, Texas", "Portland OR", "Birmingham (UK)", "San José in Costa Rica". */
function qualify(
  source: Source,
  candidates: Place[],
  to: number,
): { candidates: Place[]; to: number } | undefined {
  const mark = markAt(source, to, ',(');
  const joined = wordAt(source, to, 'in');
  const starts = mark ? [to + 1] : [to, ...(joined ? [joined.to] : [])];
  for (const at of starts) {
    const qualifier = qualifierAt(source, at, mark);
    if (!qualifier) continue;
    const narrowed = candidates.filter(
      (place) => place.kind === 'city' && qualifier.found.some((one) => fits(place, one)),
    );
    if (narrowed.length === 0) continue;
    let end = markAt(source, qualifier.to, ')') ? qualifier.to + 1 : qualifier.to;
    if (mark && markAt(source, end, ',')) {
      const country = qualifierAt(source, end + 1, true);
      if (
        country?.found.some((one) => one.region === undefined && narrowed.some((place) => fits(place, one)))
      )
        end = country.to;
    }
    return { candidates: narrowed, to: end };
  }
  return undefined;
}

const codeCues = new Set(['from', 'to', 'out', 'of', 'into', 'via', 'and', 'or']);

/** `JFK`, `nrt` after "from" and the like: an airport code. */
function airportAt(source: Source, i: number): Place | undefined {
  const token = source.tokens[i];
  if (token?.kind !== 'word' || token.raw.length !== 3 || !/^[a-z]{3}$/i.test(token.raw)) return undefined;
  const city = gazetteer.iata.get(token.raw.toUpperCase());
  if (!city) return undefined;
  const before = source.tokens[i - 1];
  const after = source.tokens[i + 1];
  const beside =
    (before !== undefined && (codeCues.has(before.low) || '->/('.includes(before.low))) ||
    source.asked === 'origin';
  const joined =
    after !== undefined && (after.low === 'to' || '->'.includes(after.low) || after.low === 'airport');
  const upper = token.raw === token.raw.toUpperCase() && !source.shouting;
  if (upper) return beside || joined || i === 0 ? city : undefined;
  return (beside || joined) && city.weight >= 300_000 && !knownWords.has(token.low) ? city : undefined;
}

const knownWords = new Set([
  'the',
  'see',
  'and',
  'for',
  'may',
  'day',
  'our',
  'bus',
  'car',
  'mon',
  'sun',
  'sat',
  'tue',
  'wed',
  'fri',
  'mar',
  'dec',
  'jan',
  'feb',
  'apr',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'one',
  'two',
  'six',
  'ten',
  'her',
  'his',
  'him',
  'you',
  'all',
  'any',
  'get',
  'eat',
  'fly',
  'buy',
  'pay',
  'ski',
  'fun',
  'new',
  'old',
  'big',
  'hot',
  'spa',
  'bar',
  'art',
  'usd',
  'eur',
  'gbp',
  'mom',
  'dad',
  'kid',
  'boy',
  'pet',
  'dog',
  'cat',
  'rim',
  'min',
  'max',
  'use',
  'set',
  'add',
  'cut',
  'top',
  'bed',
  'his',
  'its',
  'who',
  'how',
  'why',
  'les',
  'des',
  'der',
  'die',
  'das',
  'los',
  'las',
  'per',
  'via',
  'non',
  'san',
  'con',
  'por',
  'una',
  'uno',
  'den',
  'met',
  'van',
  'een',
]);

const personCues =
  /^(?:name is|call me|i am|im|wife|husband|friend|son|daughter|brother|sister|partner|girlfriend|boyfriend|mr|mrs|ms|dear|hi|hello|hey|thanks|signed|regards)$/;

function isPerson(source: Source, i: number, to: number): boolean {
  const one = source.tokens[i - 1]?.low ?? '';
  const two = `${source.tokens[i - 2]?.low ?? ''} ${one}`;
  if (two === 'name is' || two === 'call me' || two === 'this is') return true;
  if (to - i > 1) return false;
  if (['im', 'i am'].includes(one) || two === 'i am') return wordyNames.has(source.tokens[i]?.low ?? '');
  return personCues.test(one) && source.tokens[i]?.capital === true && one !== 'hi' && one !== 'hey';
}

const placeCues = ['origin', 'destination'] as const;

/** Whether a word such as "to", "from", "visit" ends right before token `i`. */
export function hasPlaceCue(source: Source, i: number): boolean {
  const article = source.tokens[i - 1]?.low === 'the' ? i - 1 : i;
  for (let from = Math.max(0, article - 4); from < article; from += 1) {
    if (placeCues.some((cls) => wordAt(source, from, cls)?.to === article)) return true;
  }
  return [
    'beautiful',
    'lovely',
    'sunny',
    'downtown',
    'central',
    'old',
    'greater',
    'near',
    'nach',
    'around',
  ].includes(source.tokens[i - 1]?.low ?? '');
}

const boundaries = [
  'and',
  'for',
  'on',
  'in',
  'from',
  'to',
  'with',
  'between',
  'next',
  'this',
  'over',
  'at',
  'or',
  'then',
  'by',
  'please',
  'about',
  'around',
  'until',
  'during',
  'late',
  'early',
  'instead',
  'too',
  'also',
  'first',
  'trip',
  'vacation',
  'again',
  'area',
  'is',
  'as',
  'because',
  'within',
  'departing',
  'leaving',
  'starting',
  'returning',
  'anytime',
  'sometime',
  'today',
  'tomorrow',
  'last',
  'if',
  'but',
  'via',
  'via',
  'airport',
  'where',
  'when',
  'weekend',
  'getaway',
  'itinerary',
  'maybe',
  'spanning',
  'we',
  'i',
  'my',
  'our',
  'solo',
  'alone',
];

function atBoundary(source: Source, to: number): boolean {
  const next = source.tokens[to];
  if (!next || next.kind !== 'word') return true;
  return (
    boundaries.includes(next.low) ||
    wordAt(source, to, 'month') !== undefined ||
    wordAt(source, to, 'weekday') !== undefined
  );
}

const big = 150_000;

/** Judges a name of one word; longer names speak for themselves. */
function isPlaceWord(source: Source, i: number, to: number, best: number): boolean {
  const token = source.tokens[i];
  if (!token) return false;
  const cue = hasPlaceCue(source, i);
  const answer = (source.asked === 'origin' || source.asked === 'destination') && source.tokens.length <= 6;
  const capital = token.capital && !token.opens && !source.shouting && source.language !== 'de';
  if (token.low.length <= 3 && !capital) return (cue || answer) && best >= big && !wordyNames.has(token.low);
  if (wordyNames.has(token.low))
    return (cue && (capital || atBoundary(source, to))) || (answer && source.tokens.length <= 3);
  if (capital) return cue || answer || best >= 20_000;
  if (cue) return best >= 5_000;
  return answer || best >= big;
}

const glueNext = new Set([
  'style',
  'food',
  'cuisine',
  'restaurant',
  'restaurants',
  'dishes',
  'card',
  'dollars',
]);

/** The place named at token `i`, longest name first. */
export function mentionAt(source: Source, i: number): Mention | undefined {
  const hits = gazetteer.names.all(source.tokens, i);
  for (let h = hits.length - 1; h >= 0; h -= 1) {
    const hit = hits[h];
    if (!hit) continue;
    const qualified = qualify(source, hit.value, hit.to);
    const candidates = qualified?.candidates ?? hit.value;
    const best = Math.max(...candidates.map((place) => place.weight));
    const single = hit.to - i === 1;
    if (isPerson(source, i, hit.to)) continue;
    if (single && !qualified && !isPlaceWord(source, i, hit.to, best)) continue;
    if (glueNext.has(source.tokens[hit.to]?.low ?? '') && !qualified) continue;
    const to = qualified?.to ?? hit.to;
    return {
      from: i,
      to,
      said: source.text.slice(source.tokens[i]?.start, source.tokens[to - 1]?.end),
      candidates,
      qualified: qualified !== undefined,
    };
  }
  const airport = airportAt(source, i);
  if (!airport) return undefined;
  const to = source.tokens[i + 1]?.low === 'airport' ? i + 2 : i + 1;
  return { from: i, to, said: source.tokens[i]?.raw ?? '', candidates: [airport], qualified: true };
}
