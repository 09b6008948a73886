import { setTimeout as sleep } from 'node:timers/promises';
import { type Index, Pinecone } from '@pinecone-database/pinecone';
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
import { topicGain } from '../asked-topics.js';
import { aboutNamedPlaces } from '../place-names.js';
import { bestOf, type CheckedQuery, checkQuery, foldFacets } from '../query.js';
import { stoppable } from '../stoppable.js';
import { inBatches, mapLimited } from './batches.js';
import { fromPineconeError, isNotFound } from './pinecone-errors.js';
import { createPineconeFetch } from './pinecone-fetch.js';
import {
  fromMatch,
  namespaceName,
  type PineconePassage,
  recordPrefix,
  toFilter,
  toRecords,
} from './pinecone-records.js';

export interface PineconeKnowledgeOptions {
  apiKey: string;
  /** The index's host; `http://` only for tests. */
  host: string;
  /** Closed with this. */
  embedder: Embedder;
  /** Unix ms. */
  now: () => number;
  /** Of one request with its repetitions. Default 10 s. */
  timeoutMs?: number;
  /** Default: waits for real. */
  sleep?: (ms: number) => Promise<void>;
}

/** Pinecone takes at most 1000 records and 2 MB a request; a record of ours is about 12 KB (512 numbers, 800 characters). */
const upsertBatch = 100;
const deleteBatch = 1000;
const parallelDocuments = 8;
const settlePollMs = 200;
const settleMs = 20_000;

/** Knowledge in a Pinecone index (cosine metric, the embedder's dimension). Meaning alone ranks. */
export class PineconeKnowledge implements Knowledge {
  readonly capabilities: KnowledgeCapabilities = { ranking: 'vector', persistent: true, shared: true };
  readonly #index: Index;
  readonly #embedder: Embedder;
  readonly #now: () => number;
  readonly #sleep: (ms: number) => Promise<void>;
  /** Record ids written last, by namespace: seen means indexed. */
  readonly #unsettled = new Map<Namespace, Set<string>>();
  #fault: string | undefined;
  #closed = false;

  constructor({ apiKey, host, embedder, now, timeoutMs = 10_000, ...options }: PineconeKnowledgeOptions) {
    this.#embedder = embedder;
    this.#now = now;
    this.#sleep = options.sleep ?? ((ms) => sleep(ms));
    const fetchApi = createPineconeFetch({
      timeoutMs,
      sleep: this.#sleep,
      random: Math.random,
      now: Date.now,
    });
    this.#index = new Pinecone({ apiKey, maxRetries: 0, fetchApi }).index({ host });
  }

  search(query: KnowledgeQuery, signal?: AbortSignal): Promise<Passage[]> {
    return this.#call(() => stoppable(() => this.#search(query), signal));
  }

  ingest(documents: readonly KnowledgeDocument[], namespace: Namespace): Promise<IngestResult> {
    return this.#call(async () => {
      checkNamespace(namespace);
      const prepared = prepareDocuments(documents);
      const written = await mapLimited(prepared, parallelDocuments, (one) => this.#ingestOne(one, namespace));
      const stored = written.filter((passages) => passages > 0);
      return {
        stored: stored.length,
        unchanged: written.length - stored.length,
        passages: stored.reduce((sum, passages) => sum + passages, 0),
      };
    });
  }

  remove(namespace: Namespace, ids?: readonly string[]): Promise<void> {
    return this.#call(async () => {
      const target = namespaceName(checkNamespace(namespace));
      this.#unsettled.delete(namespace);
      if (ids === undefined) {
        await orIfMissing(() => this.#index.deleteAll({ namespace: target }), undefined);
        return;
      }
      const found = await mapLimited(ids, parallelDocuments, (id) => this.#recordIds(id, target));
      await this.#delete(found.flat(), target);
    });
  }

  async settled(): Promise<void> {
    for (const [namespace, ids] of this.#unsettled) {
      await this.#call(() => this.#waitFor(namespaceName(namespace), ids));
      this.#unsettled.delete(namespace);
    }
  }

  health(): KnowledgeHealth {
    if (this.#closed) return { ok: false, detail: 'The knowledge service is closed.' };
    return this.#fault === undefined ? { ok: true } : { ok: false, detail: this.#fault };
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#embedder.close();
  }

  async #search(query: KnowledgeQuery): Promise<Passage[]> {
    const checked = checkQuery(query);
    const [vector] = checked.text === '' ? [] : await this.#embedder.embed([checked.text]);
    if (vector === undefined) return [];
    // Twice as many, because the same content under two ids counts once.
    const topK = checked.limit * 2;
    const filter = toFilter(checked, this.#now());
    const found = await Promise.all(
      checked.namespaces.map(async (namespace) => {
        const target = { namespace: namespaceName(namespace), topK, filter, includeMetadata: true };
        const query = () => this.#index.query({ ...target, vector: Array.from(vector) });
        const { matches } = await orIfMissing(query, { matches: [], namespace: target.namespace });
        return matches.flatMap((match) => fromMatch(match, namespace) ?? []);
      }),
    );
    return bestOf(judged(found.flat(), checked), checked.limit);
  }

  /** Writes what is new, then deletes what is old: a search in between finds the old text or the new, never none. */
  async #ingestOne(prepared: PreparedDocument, namespace: Namespace): Promise<number> {
    const target = namespaceName(namespace);
    const records = toRecords(prepared);
    const there = new Set(await this.#recordIds(prepared.document.id, target));
    const fresh = records.filter(({ id }) => !there.has(id));
    for (const { id } of records) there.delete(id);
    for (const batch of inBatches(fresh, upsertBatch)) await this.#upsert(batch, target);
    await this.#delete([...there], target);
    const waiting = this.#unsettled.get(namespace) ?? new Set();
    for (const { id } of fresh) waiting.add(id);
    this.#unsettled.set(namespace, waiting);
    return fresh.length > 0 || there.size > 0 ? Math.max(1, fresh.length) : 0;
  }

  async #upsert(batch: readonly PineconePassage[], namespace: string): Promise<void> {
    const vectors = await this.#embedder.embed(batch.map(({ searchText }) => searchText));
    const records = batch.map(({ id, metadata }, at) => ({
      id,
      metadata,
      values: Array.from(vectors[at] ?? []),
    }));
    await this.#index.upsert({ records, namespace });
  }

  async #recordIds(documentId: string, namespace: string): Promise<string[]> {
    return this.#list(recordPrefix(documentId), namespace);
  }

  async #list(prefix: string, namespace: string): Promise<string[]> {
    const ids: string[] = [];
    let paginationToken: string | undefined;
    do {
      const options = { prefix, namespace, ...(paginationToken === undefined ? {} : { paginationToken }) };
      const page = await orIfMissing(() => this.#index.listPaginated(options), {});
      ids.push(...(page.vectors ?? []).flatMap(({ id }) => id ?? []));
      paginationToken = page.pagination?.next;
    } while (paginationToken !== undefined && paginationToken !== '');
    return ids;
  }

  async #delete(ids: readonly string[], namespace: string): Promise<void> {
    for (const batch of inBatches(ids, deleteBatch))
      await this.#index.deleteMany({ ids: [...batch], namespace });
  }

  /** Pinecone shows writes after a while: looks until the records are listed. */
  async #waitFor(namespace: string, ids: ReadonlySet<string>): Promise<void> {
    const deadline = Date.now() + settleMs;
    for (const id of ids) {
      while (!(await this.#list(id, namespace)).includes(id)) {
        if (Date.now() > deadline) throw new TravelError('timeout', 'New passages are not searchable yet.');
        await this.#sleep(settlePollMs);
      }
    }
  }

  async #call<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new TravelError('cancelled', 'The knowledge service is closed.');
    try {
      const result = await work();
      this.#fault = undefined;
      return result;
    } catch (thrown) {
      const error = fromPineconeError(thrown);
      if (error.code === 'provider_unavailable' || error.code === 'rate_limited') this.#fault = error.message;
      throw error;
    }
  }
}

interface Found {
  passage: Passage;
  hash: string;
}

/** Marks down passages about another place than the query names and raises those of the topic it asks for, as the embedded adapter does. */
function judged(found: readonly Found[], query: CheckedQuery): Found[] {
  const folded = found.map(({ passage }) => foldFacets(passage));
  const about = aboutNamedPlaces(query, folded);
  const gained = topicGain(query, folded);
  return found.map(({ passage, hash }, at) => {
    const place = folded[at];
    const score = place ? Math.min(1, (passage.score + gained(place)) * about(place)) : passage.score;
    return { passage: { ...passage, score }, hash };
  });
}

/** A namespace nobody wrote to does not exist: then there is nothing in it. */
async function orIfMissing<T>(work: () => Promise<T>, missing: T): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (isNotFound(thrown)) return missing;
    throw thrown;
  }
}
