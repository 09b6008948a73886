import { TravelError } from '@travellite/protocol';
import { checkNamespace } from './documents.js';
import {
  type KnowledgeFilter,
  type KnowledgeQuery,
  type Namespace,
  type Passage,
  passageLimits as limits,
} from './port.js';
import { foldName, neutralise } from './text/neutralise.js';

/** The facets a filter may name. */
export const facets = ['city', 'country', 'topic', 'kind'] as const;
export type Facet = (typeof facets)[number];

/** A query after checking: folded facet values, each namespace once. */
export interface CheckedQuery {
  text: string;
  limit: number;
  namespaces: Namespace[];
  wanted: { facet: Facet; values: string[]; orNone: boolean }[];
}

/** @throws {TravelError} `invalid` */
export function checkQuery(query: KnowledgeQuery): CheckedQuery {
  if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > limits.maxResults) {
    throw new TravelError('invalid', `A search returns 1 to ${limits.maxResults} passages.`);
  }
  const namespaces = [...new Set(query.namespaces ?? (['shared'] as const))].map(checkNamespace);
  return {
    text: neutralise(query.text, limits.maxQueryChars),
    limit: query.limit,
    namespaces,
    wanted: wantedFacets(query.filter ?? {}),
  };
}

function wantedFacets(filter: KnowledgeFilter): CheckedQuery['wanted'] {
  return facets.flatMap((facet) => {
    const given = filter[facet];
    if (given === undefined) return [];
    const values = (typeof given === 'string' ? [given] : [...given]).map(foldName);
    return [
      { facet, values, orNone: filter.orGeneral === true && (facet === 'city' || facet === 'country') },
    ];
  });
}

/** Facet values of a document, folded; absent ones are empty. */
export function foldFacets(document: Partial<Record<Facet, string>>): Record<Facet, string> {
  const folded = (facet: Facet) => foldName(document[facet] ?? '');
  return { city: folded('city'), country: folded('country'), topic: folded('topic'), kind: folded('kind') };
}

export function matches(folded: Record<Facet, string>, wanted: CheckedQuery['wanted']): boolean {
  return wanted.every(({ facet, values, orNone }) => {
    const value = folded[facet];
    return value === '' ? orNone : values.includes(value);
  });
}

/** Best first, equal scores by id, each content once, at most `limit`. */
export function bestOf(found: readonly { passage: Passage; hash: string }[], limit: number): Passage[] {
  const seen = new Set<string>();
  return [...found]
    .sort((a, b) => b.passage.score - a.passage.score || (a.passage.id < b.passage.id ? -1 : 1))
    .filter(({ hash }) => !seen.has(hash) && seen.add(hash))
    .slice(0, limit)
    .map(({ passage }) => passage);
}
