import { TravelError } from '@travellite/protocol';
import { z } from 'zod';
import { type KnowledgeDocument, type Namespace, passageLimits as limits } from './port.js';
import { chunk } from './text/chunk.js';
import { contentHash } from './text/content-hash.js';
import { neutralise, safeUrl } from './text/neutralise.js';

const word = z.string().min(1).max(100);

/** A document as it may arrive at a door. Unknown fields are dropped. */
export const knowledgeDocumentSchema = z.object({
  id: z.string().min(1).max(limits.maxIdChars),
  title: z.string().min(1).max(limits.maxTitleChars),
  text: z.string().min(1).max(limits.maxDocumentChars),
  source: z.string().min(1).max(limits.maxSourceChars),
  url: z.string().max(limits.maxUrlChars).optional(),
  city: word.optional(),
  country: word.optional(),
  topic: word.optional(),
  kind: word.optional(),
  checkedOn: z.iso.date().optional(),
  expiresAt: z.number().int().nonnegative().optional(),
  sample: z.boolean().optional(),
});

const documentsSchema = z.array(knowledgeDocumentSchema).max(limits.maxDocuments);
const namespaceSchema = z.string().regex(/^(?:shared|(?:user|team):.{1,256})$/su);

/** A document ready to be stored: neutralised and cut. */
export interface PreparedDocument {
  document: Omit<KnowledgeDocument, 'text'>;
  chunks: PreparedChunk[];
}

export interface PreparedChunk {
  text: string;
  /** What is embedded and searched: the title gives a passage its context. */
  searchText: string;
  hash: string;
}

/**
 * Checks, neutralises and cuts documents. Two with the same id: the later one counts.
 * @throws {TravelError} `invalid`, naming the first fault
 */
export function prepareDocuments(documents: readonly KnowledgeDocument[]): PreparedDocument[] {
  const parsed = documentsSchema.safeParse(documents);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue?.path.join('.') ?? '';
    throw new TravelError('invalid', `A document cannot be taken: ${where} ${issue?.message ?? ''}`.trim());
  }
  const prepared = new Map<string, PreparedDocument>();
  for (const document of parsed.data) prepared.set(document.id, prepare(document));
  return [...prepared.values()];
}

/** @throws {TravelError} `invalid` */
export function checkNamespace(namespace: string): Namespace {
  const parsed = namespaceSchema.safeParse(namespace);
  if (!parsed.success) throw new TravelError('invalid', 'There is no such namespace.');
  return parsed.data as Namespace;
}

function prepare(document: KnowledgeDocument): PreparedDocument {
  const { text, url, ...rest } = document;
  const title = neutralise(rest.title, limits.maxTitleChars);
  const plain = neutralise(text, limits.maxDocumentChars);
  if (plain === '' || title === '') {
    throw new TravelError('invalid', 'A document cannot be taken: nothing readable is left of it.');
  }
  const web = safeUrl(url, limits.maxUrlChars);
  const facets = { city: rest.city, country: rest.country, topic: rest.topic, kind: rest.kind };
  const cleaned = Object.fromEntries(
    Object.entries(facets).flatMap(([name, value]) => {
      const clean = value === undefined ? '' : neutralise(value, 100);
      return clean === '' ? [] : [[name, clean]];
    }),
  );
  return {
    document: {
      id: rest.id,
      title,
      source: neutralise(rest.source, limits.maxSourceChars),
      ...(web === undefined ? {} : { url: web }),
      ...cleaned,
      ...(rest.checkedOn === undefined ? {} : { checkedOn: rest.checkedOn }),
      ...(rest.expiresAt === undefined ? {} : { expiresAt: rest.expiresAt }),
      ...(rest.sample === undefined ? {} : { sample: rest.sample }),
    },
    chunks: chunk(plain, limits.maxChars).map((part) => {
      const searchText = `${title}\n${part}`;
      return { text: part, searchText, hash: contentHash(searchText) };
    }),
  };
}
