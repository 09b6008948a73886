import { type ErrorCode, errorCodes, type Source, type TurnId, type UserMessage } from '@travellite/protocol';
import { fields, numberOr, text, textOr } from './fields.js';

/** An error as it stands on the wire. */
export interface WireError {
  code: ErrorCode;
  message: string;
  retryable: boolean;
}

const isErrorCode = (value: unknown): value is ErrorCode =>
  typeof value === 'string' && Object.hasOwn(errorCodes, value);

export function readError(value: unknown): WireError {
  const error = fields(value) ?? {};
  const code = isErrorCode(error['code']) ? error['code'] : 'internal';
  const retryable = typeof error['retryable'] === 'boolean' ? error['retryable'] : errorCodes[code].retryable;
  return { code, message: textOr(error['message'], errorCodes[code].means), retryable };
}

export function readMessage(value: unknown): UserMessage | undefined {
  const message = fields(value);
  const words = text(message?.['text']);
  if (!message || words === undefined) return undefined;
  const author = fields(message['author']);
  const name = text(author?.['name']);
  return {
    text: words,
    author: { userId: textOr(author?.['userId'], ''), ...(name !== undefined && { name }) },
    ts: numberOr(message['ts'], 0),
    door: textOr(message['door'], 'native') as UserMessage['door'],
  };
}

/** A turn that waits or runs. */
export function readOpenTurn(value: unknown): { turn: TurnId; message: UserMessage } | undefined {
  const turn = text(fields(value)?.['turn']);
  const message = readMessage(fields(value)?.['message']);
  return turn === undefined || !message ? undefined : { turn, message };
}

export function readSource(value: unknown): Source | undefined {
  const source = fields(value);
  const id = text(source?.['id']);
  if (!source || id === undefined) return undefined;
  const url = text(source['url']);
  return {
    id,
    title: textOr(source['title'], id),
    source: textOr(source['source'], ''),
    ...(url !== undefined && { url }),
    relevanceScore: numberOr(source['relevanceScore'], 0),
  };
}

export function readMember(value: unknown): { userId: string; status: string } | undefined {
  const userId = text(fields(value)?.['userId']);
  return userId === undefined ? undefined : { userId, status: textOr(fields(value)?.['status'], 'online') };
}
