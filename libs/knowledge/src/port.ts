import { type IsoDate } from '@travellite/protocol';

/**
 * What the agent can look up: short passages of text, each with where it comes from.
 *
 * Guarantees, each with a file of its own in `conformance/`:
 *
 * 1. **findable** — what `ingest` took is found by its own words (once `settled()` resolved), with title, source, url and facets as given.
 * 2. **order** — results come best first, scores lie in 0..1, at most `limit`, and no content twice.
 * 3. **filter** — only passages that match every given facet; case and accents do not matter.
 * 4. **namespaces** — nothing of a namespace that was not asked for, whatever ids and texts hold.
 * 5. **dedupe** — the same document again changes nothing; a changed one replaces its former self wholly.
 * 6. **chunking** — a long document is found by words of any part; no passage is longer than `passageLimits.maxChars`.
 * 7. **expiry** — a passage past `expiresAt` is never returned; ingesting it again with a later expiry brings it back.
 * 8. **data** — text comes back without control, invisible or direction-changing characters and without markup that could be
 *    taken for a prompt's own; a url is http(s) or absent.
 * 9. **removal** — removed documents and namespaces are gone for every later search.
 * 10. **errors** — a faulty document rejects with `invalid` and nothing of the call is kept; an unreachable service rejects with
 *     `provider_unavailable`, a throttled one with `rate_limited`, a stopped call with `cancelled`.
 * 11. **durability** — with `capabilities.persistent`, what was ingested is there after closing and opening again.
 * 12. **close** — idempotent; every later call rejects with `cancelled`.
 */
export interface Knowledge {
  readonly capabilities: KnowledgeCapabilities;

  search(query: KnowledgeQuery, signal?: AbortSignal): Promise<Passage[]>;

  /** Takes documents in, cut into passages. All of them or, on a fault, none (a service that fails midway may keep some; repeat the call). */
  ingest(documents: readonly KnowledgeDocument[], namespace: Namespace): Promise<IngestResult>;

  /** Forgets documents by id, or without `ids` everything of the namespace. */
  remove(namespace: Namespace, ids?: readonly string[]): Promise<void>;

  /** Resolves when work in the background (vectors of new passages, the service's own indexing) is done. */
  settled(): Promise<void>;

  /** For readiness pages. */
  health(): KnowledgeHealth;

  close(): Promise<void>;
}

export interface KnowledgeCapabilities {
  /** How a search ranks right now: `lexical` until the embedding model is loaded, or for good when it cannot be. */
  readonly ranking: 'mixed' | 'vector' | 'lexical';
  /** What was ingested outlives the process. */
  readonly persistent: boolean;
  /** Several processes see the same passages. */
  readonly shared: boolean;
}

export interface KnowledgeHealth {
  ok: boolean;
  /** A sentence for operators: what does not work, or works in a lesser way. */
  detail?: string;
}

/** Whose knowledge: everybody's, one user's or one team's. */
export type Namespace = 'shared' | `user:${string}` | `team:${string}`;

export interface KnowledgeQuery {
  text: string;
  /** Most passages returned; 1 to `passageLimits.maxResults`. */
  limit: number;
  filter?: KnowledgeFilter;
  /** Default `['shared']`. */
  namespaces?: readonly Namespace[];
}

export interface KnowledgeFilter {
  /** City names; a passage of any of them matches. */
  city?: string | readonly string[];
  country?: string | readonly string[];
  topic?: string | readonly string[];
  kind?: string | readonly string[];
  /** Passages that name no city (no country) match a city (country) filter too: the general advice beside the local. */
  orGeneral?: boolean;
}

/** A piece of writing to be found later. */
export interface KnowledgeDocument {
  /** Unique in its namespace; the same id again replaces. */
  id: string;
  title: string;
  text: string;
  /** Where it comes from, in words. */
  source: string;
  url?: string;
  city?: string;
  country?: string;
  /** One of `topics` for our own writing; any word for others'. */
  topic?: string;
  /** `guide`, `place`, `tool_result`, `upload`. */
  kind?: string;
  /** The day the facts were last checked. */
  checkedOn?: IsoDate;
  /** Unix ms after which it is not returned any more. */
  expiresAt?: number;
  /** Made-up data for trying things out. */
  sample?: boolean;
}

/** A found passage. */
export interface Passage extends Omit<KnowledgeDocument, 'expiresAt'> {
  /** Document id and number of the passage in it. */
  id: string;
  document: string;
  namespace: Namespace;
  /** 0 to 1, higher is nearer to the query. */
  score: number;
}

export interface IngestResult {
  /** Documents that were new or changed. */
  stored: number;
  /** Documents that were there already, word for word. */
  unchanged: number;
  /** Passages written. */
  passages: number;
}

/** Bounds of everything that goes in or comes out; lengths in UTF-16 code units. */
export const passageLimits = {
  maxChars: 800,
  maxTitleChars: 200,
  maxSourceChars: 300,
  maxIdChars: 200,
  maxUrlChars: 2000,
  maxDocumentChars: 200_000,
  maxDocuments: 5000,
  maxQueryChars: 1000,
  maxResults: 50,
} as const;

/** What our own passages are about. */
export const topics = [
  'overview',
  'transport',
  'arrival',
  'money',
  'tipping',
  'seasons',
  'safety',
  'etiquette',
  'food',
  'neighbourhoods',
  'entry',
  'health',
  'packing',
  'accessibility',
  'connectivity',
  'family',
  'sights',
] as const;
export type Topic = (typeof topics)[number];
