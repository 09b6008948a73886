import { knowledgeDocumentSchema, neutralise, passageLimits } from '@travellite/knowledge';
import { z } from 'zod';

/** Largest body, and largest document as JSON, in bytes: it must go through NATS, whose messages have at most 1 MiB. */
export const maxBodyBytes = 1_048_576;
const maxDocumentBytes = 1_000_000;
const maxDocuments = 100;

/** So that nobody takes the place of a passage of ours. */
const prefix = 'upload:';

const namespace = z
  .string()
  .regex(/^(shared|(user|team):.{1,256})$/su, 'must be "shared", "user:<id>" or "team:<id>"')
  .default('shared');
const id = z
  .string()
  .min(1)
  .max(passageLimits.maxIdChars - prefix.length);

/** Fields that nobody knows are named rather than dropped: whoever wrote `expires` meant `expiresAt`. */
const documentSchema = z.strictObject({ ...knowledgeDocumentSchema.omit({ kind: true }).shape, id });
const addSchema = z.strictObject({ namespace, documents: z.array(documentSchema).min(1).max(maxDocuments) });
const removeSchema = z.strictObject({ namespace, ids: z.array(id).min(1).max(maxDocuments) });

/** What goes to the knowledge of every worker: `content` as it is taken in there, `null` to forget it. */
export interface DocumentChange {
  namespace: string;
  id: string;
  content: object | null;
}

type Read =
  { changes: DocumentChange[]; fault?: undefined } | { fault: { httpStatus: 400 | 413; reason: string } };

const fault = (httpStatus: 400 | 413, reason: string): Read => ({ fault: { httpStatus, reason } });

/** Reads the body of `POST` and `DELETE /api/knowledge`. All of it is right, or nothing is done. */
export function readDocumentRequest(method: 'POST' | 'DELETE', text: string): Read {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return fault(400, 'Invalid JSON.');
  }
  return method === 'POST' ? readAdded(body) : readRemoved(body);
}

function readAdded(body: unknown): Read {
  const parsed = addSchema.safeParse(body);
  if (!parsed.success) return fault(400, sentenceOf(parsed.error));
  const changes: DocumentChange[] = [];
  for (const [at, document] of parsed.data.documents.entries()) {
    const { id, ...content } = document;
    const bytes = Buffer.byteLength(JSON.stringify(content));
    if (bytes > maxDocumentBytes)
      return fault(413, `documents.${at} is larger than ${maxDocumentBytes} bytes.`);
    if ([content.title, content.text].some((one) => neutralise(one, one.length) === '')) {
      return fault(400, `documents.${at}: nothing readable is left of its title or text.`);
    }
    changes.push({
      namespace: parsed.data.namespace,
      id: prefix + id,
      content: { ...content, kind: 'upload' },
    });
  }
  return { changes };
}

function readRemoved(body: unknown): Read {
  const parsed = removeSchema.safeParse(body);
  if (!parsed.success) return fault(400, sentenceOf(parsed.error));
  const { namespace, ids } = parsed.data;
  return { changes: ids.map((one) => ({ namespace, id: prefix + one, content: null })) };
}

/** The first fault, with where it is. */
function sentenceOf({ issues: [issue] }: z.ZodError): string {
  const where = issue?.path.join('.') ?? '';
  return `${where === '' ? 'The body' : where}: ${issue?.message ?? 'cannot be read'}.`;
}
