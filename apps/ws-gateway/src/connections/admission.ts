import { type IncomingMessage } from 'node:http';
import { type ConversationId, idFault, userConversation } from '@travellite/protocol';
import { type Identify } from '../options.js';
import { originAllowed } from './origin.js';
import { readQuery } from './query.js';

/** Who may come in, and to which conversation. Without `userId`: an unnamed visitor. */
export interface Admission {
  userId?: string;
  conversation?: ConversationId;
  /** The last event a resuming client has. */
  after?: { epoch: number; seq: number };
}

/** An answer instead of the upgrade. `reason` is a sentence for the person or the client's author. */
export interface Refusal {
  httpStatus: 400 | 401 | 403 | 404 | 426 | 503;
  reason: string;
}

export interface AdmissionRules {
  origins: readonly string[];
  identify?: Identify;
}

type Decision = { admission: Admission; refusal?: undefined } | { refusal: Refusal };

/** Decides about a request for a conversation, before any upgrade. `nameNeeded`: the door is not for unnamed visitors. */
export async function admit(
  request: IncomingMessage,
  rules: AdmissionRules,
  nameNeeded: boolean,
): Promise<Decision> {
  const { origin, host } = request.headers;
  if (!originAllowed(origin, host, rules.origins)) {
    return refuse(403, 'This page may not connect here: its origin is not allowed.');
  }
  const query = readQuery(request.url ?? '/');
  if (query.fault !== undefined) return refuse(400, query.fault);
  const named = query.values.get('userId');
  const fault = named === undefined ? undefined : idFault(named);
  if (fault !== undefined) return refuse(400, `userId ${fault}.`);
  const after = readPosition(query.values);
  if (after === 'invalid') return refuse(400, 'epoch and seq must be whole numbers, given together.');
  const who = await whoIs(request, rules, named);
  if (who.refusal) return who;
  if (who.userId === undefined) {
    return nameNeeded ? refuse(400, 'userId is required.') : { admission: {} };
  }
  const { userId } = who;
  return { admission: { userId, conversation: userConversation(userId), ...(after ? { after } : {}) } };
}

const refuse = (httpStatus: Refusal['httpStatus'], reason: string) => ({ refusal: { httpStatus, reason } });

async function whoIs(
  request: IncomingMessage,
  rules: AdmissionRules,
  named: string | undefined,
): Promise<{ userId: string | undefined; refusal?: undefined } | { refusal: Refusal }> {
  if (!rules.identify) return { userId: named };
  const identity = await rules.identify(request);
  if (identity.status === 'refused') return refuse(identity.httpStatus, identity.reason);
  if (named !== undefined && named !== identity.userId) {
    return refuse(403, 'userId is not the user of these credentials.');
  }
  return { userId: identity.userId };
}

function readPosition(query: ReadonlyMap<string, string>): Admission['after'] | 'invalid' {
  const epoch = query.get('epoch');
  const seq = query.get('seq');
  if (epoch === undefined && seq === undefined) return undefined;
  const whole = /^\d{1,15}$/;
  if (!whole.test(epoch ?? '') || !whole.test(seq ?? '')) return 'invalid';
  return { epoch: Number(epoch), seq: Number(seq) };
}
