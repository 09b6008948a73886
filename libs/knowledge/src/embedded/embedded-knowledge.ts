import { TravelError } from '@travellite/protocol';
import { checkNamespace, type PreparedDocument, prepareDocuments } from '../documents.js';
import { type Embedder } from '../embedding/embedder.js';
import {
  type IngestResult,
  type Knowledge,
  type KnowledgeCapabilities,
  type KnowledgeDocument,
  type KnowledgeHealth,
  type KnowledgeQuery,
  type Namespace,
  type Passage,
} from '../port.js';
import { checkQuery } from '../query.js';
import { stoppable } from '../stoppable.js';
import { type Entry, PassageIndex } from './passage-index.js';
import { PassageStore } from './passage-store.js';
import { rank } from './rank.js';
import { VectorBuilder } from './vector-builder.js';

export interface EmbeddedKnowledgeOptions {
  /** Folder of `knowledge.db`; without it everything is kept in memory. One process at a time uses it. */
  folder?: string;
  /** Without it words alone rank. Closed with this. */
  embedder?: Embedder;
  /** Unix ms. */
  now: () => number;
}

/**
 * Knowledge inside the process: passages in SQLite and memory, meaning by an embedder, words by BM25.
 * Opening loads no model; the first search or ingest starts that in the background, and until it is there words rank alone.
 */
export class EmbeddedKnowledge implements Knowledge {
  readonly #store: PassageStore;
  readonly #indexes = new Map<Namespace, PassageIndex>();
  readonly #vectors: VectorBuilder;
  #closing: Promise<void> | undefined;

  constructor(private readonly options: EmbeddedKnowledgeOptions) {
    this.#store = new PassageStore(options.folder);
    this.#vectors = new VectorBuilder(options.embedder, this.#store);
    for (const { namespace, prepared } of this.#store.load(options.now())) {
      this.#vectors.add(this.#index(namespace).put(prepared));
    }
  }

  get capabilities(): KnowledgeCapabilities {
    return {
      ranking: this.#vectors.state === 'ready' ? 'mixed' : 'lexical',
      persistent: this.options.folder !== undefined,
      shared: false,
    };
  }

  async search(query: KnowledgeQuery, signal?: AbortSignal): Promise<Passage[]> {
    this.#assertOpen();
    const checked = checkQuery(query);
    this.#vectors.want(checked.wanted.flatMap(({ facet, values }) => (facet === 'city' ? values : [])));
    const vector = await stoppable(() => this.#vectors.query(checked.text), signal);
    this.#assertOpen();
    const now = this.options.now();
    const candidates = checked.namespaces.flatMap(
      (namespace) => this.#indexes.get(namespace)?.candidates(checked, vector, now) ?? [],
    );
    return rank(candidates, checked);
  }

  async ingest(documents: readonly KnowledgeDocument[], namespace: Namespace): Promise<IngestResult> {
    this.#assertOpen();
    const index = this.#index(checkNamespace(namespace));
    const prepared = prepareDocuments(documents);
    const changed = prepared.filter((one) => !isSame(one, index.get(one.document.id)));
    if (changed.length > 0) this.#store.put(namespace, changed);
    const entries = changed.flatMap((one) => index.put(one));
    this.#vectors.add(entries);
    this.#vectors.start();
    return { stored: changed.length, unchanged: prepared.length - changed.length, passages: entries.length };
  }

  async remove(namespace: Namespace, ids?: readonly string[]): Promise<void> {
    this.#assertOpen();
    const index = this.#index(checkNamespace(namespace));
    this.#store.remove(namespace, ids);
    for (const id of ids ?? index.ids()) index.remove(id);
    if (ids === undefined) this.#indexes.delete(namespace);
  }

  async settled(): Promise<void> {
    this.#vectors.start();
    await this.#vectors.settled();
  }

  health(): KnowledgeHealth {
    if (this.#closing !== undefined) return { ok: false, detail: 'The knowledge store is closed.' };
    const { fault, waiting } = this.#vectors;
    if (fault !== undefined) return { ok: true, detail: `Search goes by words alone: ${fault}` };
    return waiting > 0 ? { ok: true, detail: `${waiting} passages wait for their vector.` } : { ok: true };
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#vectors.stop();
    const used = new Set([...this.#indexes.values()].flatMap((index) => [...index.entries()].map(hashOf)));
    this.#vectors.keepOnly(used);
    this.#store.close();
  }

  #index(namespace: Namespace): PassageIndex {
    const known = this.#indexes.get(namespace);
    if (known !== undefined) return known;
    const index = new PassageIndex(namespace);
    this.#indexes.set(namespace, index);
    return index;
  }

  #assertOpen(): void {
    if (this.#closing !== undefined) throw new TravelError('cancelled', 'The knowledge store is closed.');
  }
}

const hashOf = ({ hash }: Entry) => hash;

/** Word for word and fact for fact what is stored. */
function isSame({ document, chunks }: PreparedDocument, stored: readonly Entry[] | undefined): boolean {
  return (
    stored !== undefined &&
    stored.length === chunks.length &&
    chunks.every(({ hash }, at) => stored[at]?.hash === hash) &&
    JSON.stringify(stored[0]?.document) === JSON.stringify(document)
  );
}
