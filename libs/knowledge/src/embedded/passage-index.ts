import { type PreparedDocument } from '../documents.js';
import { type Namespace, type Passage } from '../port.js';
import { type CheckedQuery, type Facet, foldFacets, matches } from '../query.js';
import { Bm25, countTerms, type TermCounts } from './bm25.js';

/** Weight of the meaning (cosine of the vectors); the rest is the weight of the words (BM25). */
export const vectorWeight = 0.9;

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

  /** Every passage that matches and has something in common with the query. */
  search(
    query: CheckedQuery,
    vector: Float32Array | undefined,
    now: number,
  ): { passage: Passage; hash: string }[] {
    const lexical = this.#words.scorer(query.text);
    const found: { passage: Passage; hash: string }[] = [];
    for (const entry of this.entries()) {
      if ((entry.document.expiresAt ?? Infinity) <= now || !matches(entry.folded, query.wanted)) continue;
      const score = mix(lexical(entry.words), vector, entry.vector);
      if (score > 0) found.push({ passage: this.#toPassage(entry, score), hash: entry.hash });
    }
    return found;
  }

  #toPassage({ document, ordinal, text }: Entry, score: number): Passage {
    const { expiresAt: _, ...rest } = document;
    return {
      ...rest,
      id: `${document.id}#${ordinal}`,
      document: document.id,
      text,
      namespace: this.namespace,
      score,
    };
  }
}

/** A passage whose vector is still being built stands with its words alone. */
function mix(lexical: number, query: Float32Array | undefined, passage: Float32Array | undefined): number {
  if (query === undefined || passage === undefined) return lexical;
  return vectorWeight * clamp(dot(query, passage)) + (1 - vectorWeight) * lexical;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}

const clamp = (value: number) => Math.min(1, Math.max(0, value));
