import { createHash, timingSafeEqual } from 'node:crypto';
import { type IncomingMessage } from 'node:http';
import { toTravelError } from '@travellite/protocol';
import { type Gateway } from '../../gateway.js';
import { readJsonBody } from '../read-body.js';
import { maxBodyBytes, readDocumentRequest } from './document-request.js';

export interface DocumentAnswer {
  httpStatus: number;
  body: object;
}

const refuse = (httpStatus: number, reason: string, more: object = {}): DocumentAnswer => ({
  httpStatus,
  body: { error: reason, ...more },
});

/** `POST` and `DELETE /api/knowledge`: documents on their way to what every worker looks things up in. */
export async function takeDocuments(
  gateway: Gateway,
  method: 'POST' | 'DELETE',
  request: IncomingMessage,
): Promise<DocumentAnswer> {
  const { knowledge } = gateway.options;
  if (!knowledge) {
    return refuse(404, 'No documents are taken here: TRAVELLITE_KNOWLEDGE_TOKEN is not set.');
  }
  if (!carries(request, knowledge.token)) {
    return refuse(401, 'Send the token for documents as Authorization: Bearer.');
  }
  const body = await readJsonBody(request, maxBodyBytes);
  if (body.refusal) return refuse(body.refusal.httpStatus, body.refusal.fault.message);
  const read = readDocumentRequest(method, body.text);
  if (read.fault) return refuse(read.fault.httpStatus, read.fault.reason);
  let accepted = 0;
  try {
    for (const change of read.changes) {
      await gateway.options.bus.documents.publish(change);
      accepted += 1;
    }
  } catch (error) {
    const { code, message } = toTravelError(error);
    gateway.ports.log.warn('documents could not be passed on', { code });
    return refuse(503, `${message} Send the request again: what was accepted stays as it is.`, { accepted });
  }
  return { httpStatus: 202, body: { accepted } };
}

/** Compared in a time that tells nothing about where they differ. */
function carries({ headers }: IncomingMessage, token: string): boolean {
  const [, given = ''] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
