import { type RecordMetadata, type ScoredPineconeRecord } from '@pinecone-database/pinecone';
import { z } from 'zod';
import { knowledgeDocumentSchema, type PreparedDocument } from '../documents.js';
import { type Namespace, type Passage } from '../port.js';
import { type CheckedQuery, foldFacets } from '../query.js';
import { contentHash } from '../text/content-hash.js';

/** Stands for "never": Pinecone compares numbers and knows no null. The last date JavaScript has. */
const never = 8.64e15;

/** A passage on its way to Pinecone, without its vector. */
export interface PineconePassage {
  id: string;
  searchText: string;
  metadata: RecordMetadata;
}

/** Ids and names of users stay here: Pinecone sees a digest. */
export const namespaceName = (namespace: Namespace): string =>
  namespace === 'shared' ? 'shared' : `${namespace.slice(0, 4)}-${contentHash(namespace).slice(0, 40)}`;

/** What every record id of a document begins with. Ids must be ASCII and at most 512 long; document ids need not be. */
export const recordPrefix = (documentId: string): string => `${contentHash(documentId).slice(0, 32)}#`;

/** The records of a document. An id holds a digest of everything in the record, so equal ids mean nothing changed. */
export function toRecords({ document, chunks }: PreparedDocument): PineconePassage[] {
  const { expiresAt = never, ...facts } = document;
  const folded = foldFacets(document);
  return chunks.map(({ text, searchText, hash }, ordinal) => {
    const metadata: RecordMetadata = {
      body: JSON.stringify({ ...facts, text, ordinal }),
      hash,
      expiresAt,
      city: folded.city,
      country: folded.country,
      topic: folded.topic,
      kind: folded.kind,
    };
    const digest = contentHash(JSON.stringify(metadata)).slice(0, 16);
    return { id: `${recordPrefix(document.id)}${ordinal}#${digest}`, searchText, metadata };
  });
}

/** The query's facets and the time, in Pinecone's filter language. */
export function toFilter({ wanted }: CheckedQuery, now: number): object {
  const clauses = wanted.map(({ facet, values, orNone }) => ({
    [facet]: { $in: orNone ? [...values, ''] : values },
  }));
  return { $and: [{ expiresAt: { $gt: now } }, ...clauses] };
}

const bodySchema = knowledgeDocumentSchema.extend({ ordinal: z.number().int() });

/** A match as a passage; what somebody else wrote into the index and is not ours to read is left out. */
export function fromMatch(
  match: ScoredPineconeRecord,
  namespace: Namespace,
): { passage: Passage; hash: string } | undefined {
  const { body, hash } = match.metadata ?? {};
  if (typeof body !== 'string' || typeof hash !== 'string') return undefined;
  const parsed = bodySchema.safeParse(parseJson(body));
  if (!parsed.success) return undefined;
  const { ordinal, expiresAt: _, ...document } = parsed.data;
  const score = Math.min(1, Math.max(0, match.score ?? 0));
  return {
    passage: { ...document, id: `${document.id}#${ordinal}`, document: document.id, namespace, score },
    hash,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
