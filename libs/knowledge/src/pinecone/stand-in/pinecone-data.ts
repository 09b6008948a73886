import { z } from 'zod';
import { matchesFilter } from './pinecone-filter.js';
import { RequestFault } from './request-fault.js';

const metadataValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const vectorSchema = z.strictObject({
  id: z
    .string()
    .min(1)
    .max(512)
    .regex(/^[\x20-\x7e]+$/u),
  values: z.array(z.number()),
  metadata: z.record(z.string(), metadataValue).optional(),
});
const namespaceName = z
  .string()
  .max(512)
  .regex(/^[\x21-\x7e]*$/u);
const upsertSchema = z.strictObject({
  vectors: z.array(vectorSchema).min(1).max(1000),
  namespace: namespaceName,
});
const querySchema = z.strictObject({
  namespace: namespaceName,
  topK: z.number().int().min(1).max(10_000),
  vector: z.array(z.number()),
  filter: z.record(z.string(), z.unknown()).optional(),
  includeMetadata: z.boolean().optional(),
  includeValues: z.boolean().optional(),
});
const deleteSchema = z.strictObject({
  namespace: namespaceName,
  ids: z.array(z.string()).min(1).max(1000).optional(),
  deleteAll: z.boolean().optional(),
});

type Vector = z.infer<typeof vectorSchema>;

const maxRequestBytes = 2 * 1024 * 1024;
const maxMetadataBytes = 40 * 1024;
const pageSize = 100;

/** The records of the stand-in's index. A write shows after `lag` further reads, as the real service is eventually consistent. */
export class PineconeData {
  readonly namespaces = new Map<string, Map<string, Vector>>();
  lag = 0;
  #pending: { readsLeft: number; apply: () => void }[] = [];

  constructor(private readonly dimension: number) {}

  handle(method: string, url: URL, body: unknown): unknown {
    const routes: Record<string, () => unknown> = {
      'POST /vectors/upsert': () => this.#upsert(body),
      'POST /query': () => this.#query(body),
      'POST /vectors/delete': () => this.#delete(body),
      'GET /vectors/list': () => this.#list(url.searchParams),
    };
    const route = routes[`${method} ${url.pathname}`];
    if (route === undefined) throw new RequestFault(404, `no route for ${method} ${url.pathname}`);
    return route();
  }

  #upsert(body: unknown): unknown {
    if (Buffer.byteLength(JSON.stringify(body)) > maxRequestBytes)
      throw new RequestFault(400, 'Request too large');
    const { vectors, namespace } = parse(upsertSchema, body);
    for (const vector of vectors) this.#checkVector(vector);
    this.#write(() => {
      const records = this.namespaces.get(namespace) ?? new Map<string, Vector>();
      for (const vector of vectors) records.set(vector.id, vector);
      this.namespaces.set(namespace, records);
    });
    return { upsertedCount: vectors.length };
  }

  #checkVector({ values, metadata }: Vector): void {
    if (values.length !== this.dimension) {
      const message = `Vector dimension ${values.length} does not match the dimension of the index ${this.dimension}`;
      throw new RequestFault(400, message);
    }
    if (values.every((value) => value === 0)) {
      throw new RequestFault(400, 'Dense vectors must contain at least one non-zero value.');
    }
    if (Buffer.byteLength(JSON.stringify(metadata ?? {})) > maxMetadataBytes) {
      throw new RequestFault(400, 'metadata size exceeds the limit of 40960 bytes per vector');
    }
  }

  #query(body: unknown): unknown {
    this.#readHappens();
    const query = parse(querySchema, body);
    if (query.vector.length !== this.dimension)
      throw new RequestFault(400, 'Query vector dimension does not match');
    const records = [...(this.namespaces.get(query.namespace)?.values() ?? [])];
    const matches = records
      .filter(({ metadata }) => matchesFilter(metadata ?? {}, query.filter ?? {}))
      .map(({ id, values, metadata }) => ({
        id,
        score: cosine(values, query.vector),
        values: [],
        ...(query.includeMetadata ? { metadata } : {}),
      }))
      .sort((a, b) => b.score - a.score)
      .slice(0, query.topK);
    return { matches, namespace: query.namespace, usage: { readUnits: 1 } };
  }

  #delete(body: unknown): unknown {
    const { namespace, ids, deleteAll } = parse(deleteSchema, body);
    if ((ids === undefined) === (deleteAll === undefined)) throw new RequestFault(400, 'ids or deleteAll');
    if (!this.namespaces.has(namespace) && this.#pending.length === 0) {
      throw new RequestFault(404, 'Namespace not found');
    }
    this.#write(() => {
      if (deleteAll) this.namespaces.delete(namespace);
      for (const id of ids ?? []) this.namespaces.get(namespace)?.delete(id);
    });
    return {};
  }

  #list(parameters: URLSearchParams): unknown {
    this.#readHappens();
    const namespace = parameters.get('namespace') ?? '';
    const prefix = parameters.get('prefix') ?? '';
    const after = parameters.get('paginationToken') ?? '';
    const ids = [...(this.namespaces.get(namespace)?.keys() ?? [])]
      .filter((id) => id.startsWith(prefix) && id > after)
      .sort();
    const page = ids.slice(0, pageSize);
    const more = ids.length > pageSize ? { pagination: { next: page.at(-1) } } : {};
    return { vectors: page.map((id) => ({ id })), ...more, namespace, usage: { readUnits: 1 } };
  }

  #write(apply: () => void): void {
    if (this.lag === 0) apply();
    else this.#pending.push({ readsLeft: this.lag, apply });
  }

  #readHappens(): void {
    for (const write of this.#pending) write.readsLeft -= 1;
    for (const { apply } of this.#pending.filter(({ readsLeft }) => readsLeft < 0)) apply();
    this.#pending = this.#pending.filter(({ readsLeft }) => readsLeft >= 0);
  }
}

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new RequestFault(400, parsed.error.issues[0]?.message ?? 'bad request');
  return parsed.data;
}

function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b));
}
