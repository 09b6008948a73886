import { type NativeCommand, type TurnId } from '@travellite/protocol';

/** How a message is to be taken. */
export interface SendOptions {
  onBusy?: 'enqueue' | 'reject' | 'interrupt';
  /** BCP 47. */
  locale?: string;
  /** IANA. */
  timeZone?: string;
}

/** A message that the server has not acknowledged. */
export interface PendingMessage extends SendOptions {
  /** Also the turn's id: sending it again is harmless. */
  id: TurnId;
  text: string;
  /** Unix ms at which it was written. */
  ts: number;
  /** Unix ms at which it last went out; absent while it waits for a connection. */
  sentAt?: number;
}

/** Unacknowledged messages, oldest first. */
export type Outbox = readonly PendingMessage[];

/** The frame that carries a pending message. */
export const toCommand = ({ id, text, onBusy, locale, timeZone }: PendingMessage): NativeCommand => ({
  type: 'user_message',
  id,
  text,
  ...(onBusy && { onBusy }),
  ...(locale !== undefined && { locale }),
  ...(timeZone !== undefined && { timeZone }),
});

/** Which messages go out now: after a reconnect all of them, otherwise those that were never sent or got no answer for `resendMs`. */
export function due(outbox: Outbox, now: number, resendMs: number): PendingMessage[] {
  return outbox.filter(({ sentAt }) => sentAt === undefined || now - sentAt >= resendMs);
}

/** Marks messages as sent. */
export function markSent(outbox: Outbox, ids: ReadonlySet<TurnId>, now: number): Outbox {
  return outbox.map((message) => (ids.has(message.id) ? { ...message, sentAt: now } : message));
}

/** The connection is gone, and nobody knows what arrived: everything is to be sent again. */
export const forgetSent = (outbox: Outbox): Outbox =>
  outbox.map(({ sentAt: _sentAt, ...message }) => message);

/** Ends one message's wait. */
export const settle = (outbox: Outbox, id: TurnId): Outbox =>
  outbox.some((message) => message.id === id) ? outbox.filter((message) => message.id !== id) : outbox;
