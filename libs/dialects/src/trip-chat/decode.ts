import {
  type CarriedLists,
  idFault,
  planOptionSchema,
  poiSchema,
  requirementSchema,
  textFault,
} from '@travellite/protocol';
import { z } from 'zod';
import { binaryFault, type Decoded, type Fault, type InboundFrame, isRecord, parseJson } from '../dialect.js';

/** One request of door 3. */
export interface TripChatCommand {
  text: string;
  /** Whose conversation it is, when the request names somebody. */
  userId?: string;
  /** Lists that were sent; they replace the stored ones. */
  carried?: CarriedLists;
}

/** Lists longer than this are no trip. */
const maxList = 500;

const lists = {
  pois: z.array(poiSchema).max(maxList),
  requirements: z.array(requirementSchema).max(maxList),
  plan: z.array(planOptionSchema).max(50),
};

const required: Fault = { code: 'invalid', message: 'message is required' };

/** Reads a frame of `/ws/chat`. */
export function decodeTripChatFrame(frame: InboundFrame): Decoded<TripChatCommand> {
  return typeof frame === 'string' ? decodeTripChatText(frame) : { fault: binaryFault };
}

/** Reads JSON text: a frame of `/ws/chat` or the body of `POST /chat`. */
export function decodeTripChatText(text: string): Decoded<TripChatCommand> {
  const json = parseJson(text);
  if (json.error !== undefined) {
    return { fault: { code: 'bad_frame', message: `Invalid JSON: ${json.error.slice(0, 200)}` } };
  }
  return isRecord(json.value) ? decodeRequest(json.value) : { fault: required };
}

function decodeRequest(request: Record<string, unknown>): Decoded<TripChatCommand> {
  const { message, userId } = request;
  if (message === undefined || message === null) return { fault: required };
  if (typeof message !== 'string') return { fault: { ...required, details: 'message must be a string' } };
  const bad = textFault(message) ?? userFault(userId);
  if (bad) return { fault: bad };
  const carried: CarriedLists = {};
  for (const name of ['pois', 'requirements', 'plan'] as const) {
    const fault = takeList(request, name, carried);
    if (fault) return { fault };
  }
  return {
    command: {
      text: message,
      ...(typeof userId === 'string' ? { userId } : {}),
      ...(Object.keys(carried).length === 0 ? {} : { carried }),
    },
  };
}

function userFault(userId: unknown): Fault | undefined {
  if (userId === undefined || userId === null) return undefined;
  const reason = typeof userId === 'string' ? idFault(userId) : 'is not a string';
  return reason === undefined ? undefined : { code: 'invalid', message: `userId ${reason}` };
}

function takeList(
  request: Record<string, unknown>,
  name: keyof typeof lists,
  carried: CarriedLists,
): Fault | undefined {
  const given = request[name];
  if (given === undefined || given === null) return undefined;
  const parsed = lists[name].safeParse(given);
  if (parsed.success) {
    Object.assign(carried, { [name]: parsed.data });
    return undefined;
  }
  const issue = parsed.error.issues[0];
  const where = [name, ...(issue?.path ?? [])].map(String).join('.');
  return {
    code: 'invalid',
    message: `${name} is not a valid list`,
    details: `${where}: ${issue?.message ?? 'invalid'}`,
  };
}
