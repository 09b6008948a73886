import { type Bus, type SharedDocument, type Subscription } from '@travellite/bus';
import { type Knowledge, knowledgeDocumentSchema, type Namespace } from '@travellite/knowledge';
import { TravelError } from '@travellite/protocol';
import { type Log } from '@travellite/telemetry';

/** Where what is added is kept once for all workers, one of them takes each document in. */
const group = 'knowledge';

/**
 * Takes in the documents that were added, and what is added from now on. Every worker that keeps its own passages reads all of them from
 * the beginning; those that share a service share the work. `now` in Unix ms.
 */
export function followDocuments(
  { documents }: Pick<Bus, 'documents'>,
  knowledge: Knowledge,
  log: Log,
  now: () => number = Date.now,
): Promise<Subscription> {
  return documents.follow((document) => take(document, knowledge, log, now()), {
    ...(knowledge.capabilities.shared ? { group } : {}),
  });
}

async function take(
  { namespace, id, content }: SharedDocument,
  knowledge: Knowledge,
  log: Log,
  now: number,
): Promise<void> {
  const parsed = knowledgeDocumentSchema.safeParse({ ...(content as object | null), id });
  const isOver = parsed.data?.expiresAt !== undefined && parsed.data.expiresAt <= now;
  try {
    if (content === null || isOver) await knowledge.remove(namespace as Namespace, [id]);
    else if (parsed.success) await knowledge.ingest([parsed.data], namespace as Namespace);
    else log.warn('a document cannot be read and is left out');
  } catch (error) {
    // It will be no better the next time. Any other fault is the service's: the bus hands the document over again.
    if (!(error instanceof TravelError) || error.code !== 'invalid') throw error;
    log.warn('a document cannot be taken in and is left out', { code: error.code });
  }
}
