import { type PreparedDocument } from '../documents.js';
import { type Namespace } from '../port.js';
import { type CheckedQuery, type Facet, foldFacets, matches } from '../query.js';
import { Bm25, countTerms, type TermCounts } from './bm25.js';

/** A passage in memory. */
export interface Entry {
  readonly document: PreparedDocument['document'];
  readonly ordinal: number;
  readonly text: string;
  readonly searchText: string;
  readonly hash: string;
  readonly folded: Record<Facet, string>;
  readonly words: TermCounts;
  vector?: Float32Array;
}

/** A passage that may answer a query, with what speaks for it. Both measures lie in 0..1. */
export interface Candidate {
  entry: Entry;
  namespace: Namespace;
  /** BM25 as a share of what it could be at most. */
  lexical: number;
  /** Cosine; absent while the passage's vector is being built, or without a model. */
  cosine?: number;
}

/** The passages of one namespace, searchable. Namespaces do not share word statistics, so none shows through another's scores. */
export class PassageIndex {
  readonly #documents = new Map<string, Entry[]>();
  readonly #words = new Bm25();

  constructor(readonly namespace: Namespace) {}

  /** Puts a document in the place of its former self. */
  put(prepared: PreparedDocument): Entry[] {
    const { document, chunks } = prepared;
    this.remove(document.id);
    const folded = foldFacets(document);
    const entries = chunks.map((part, ordinal) => ({
      document,
      ordinal,
      ...part,
      folded,
      words: countTerms(part.searchText),
    }));
    for (const { words } of entries) this.#words.add(words);
    this.#documents.set(document.id, entries);
    return entries;
  }

  remove(id: string): void {
    for (const { words } of this.#documents.get(id) ?? []) this.#words.remove(words);
    this.#documents.delete(id);
  }

  get(id: string): readonly Entry[] | undefined {
    return this.#documents.get(id);
  }

  ids(): string[] {
    return [...this.#documents.keys()];
  }

  *entries(): Generator<Entry> {
    for (const entries of this.#documents.values()) yield* entries;
  }

  /** Every living passage that matches the query's facets. */
  candidates(query: CheckedQuery, vector: Float32Array | undefined, now: number): Candidate[] {
    const lexical = this.#words.scorer(query.text);
    const found: Candidate[] = [];
    for (const entry of this.entries()) {
      if ((entry.document.expiresAt ?? Infinity) <= now || !matches(entry.folded, query.wanted)) continue;
      found.push({
        entry,
        namespace: this.namespace,
        lexical: lexical(entry.words),
        ...(vector && entry.vector ? { cosine: clamp(dot(vector, entry.vector)) } : {}),
      });
    }
    return found;
  }
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}

const clamp = (value: number) => Math.min(1, Math.max(0, value));
