import { type CheckedQuery, type Facet } from './query.js';
import { foldName } from './text/neutralise.js';

type Where = Record<Extract<Facet, 'city' | 'country'>, string>;

/** City names that are everyday words too: they count as names only with a capital letter. */
const wordLike = new Set(['bath', 'cork', 'hull', 'mobile', 'nice', 'orange', 'reading', 'split', 'tours']);

/** Country codes such as `it` or `us` are words of every other sentence. */
const shortestName = 3;

/** What a passage about another place than the named one keeps of its score. */
const elsewhere = 0.75;

/**
 * A judge of whether passages are about the places a query names or filters by: general ones always are, others when their city or
 * country is named, or when they hold for the whole country of a named city. `known`: the (folded) places of all passages.
 */
export function aboutNamedPlaces(
  { text, wanted }: Pick<CheckedQuery, 'text' | 'wanted'>,
  known: Iterable<Where>,
): (passage: Where) => number {
  const folded = ` ${foldName(text)} `;
  const asked = new Set(wanted.flatMap(({ facet, values }) => (facet === 'city' ? values : [])));
  const isNamed = (name: string) =>
    name.length >= shortestName &&
    folded.includes(` ${name} `) &&
    (!wordLike.has(name) || isCapitalised(text, name));
  const cities = new Set<string>();
  const countries = new Set<string>();
  const around = new Set<string>();
  for (const { city, country } of known) {
    if (isNamed(country)) countries.add(country);
    if (asked.has(city) || isNamed(city)) {
      cities.add(city);
      around.add(country);
    }
  }
  if (cities.size === 0 && countries.size === 0) return () => 1;
  return ({ city, country }) => {
    if (city === '' && country === '') return 1;
    const here = city === '' ? around.has(country) : cities.has(city);
    return here || countries.has(country) ? 1 : elsewhere;
  };
}

const isCapitalised = (query: string, name: string) =>
  new RegExp(`\\b${name.charAt(0).toUpperCase()}${name.slice(1)}\\b`, 'u').test(query);
