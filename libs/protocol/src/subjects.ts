import { type ConversationId } from './conversation.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** A conversation id as one NATS subject token: base64url of its UTF-8 bytes, so `.`, `*`, `>` and spaces are safe. */
export function toSubjectToken(conversation: ConversationId): string {
  let binary = '';
  for (const byte of encoder.encode(conversation)) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The conversation id behind a subject token; throws a `TypeError` when the token is not one of ours. */
export function fromSubjectToken(token: string): ConversationId {
  const binary = atob(token.replaceAll('-', '+').replaceAll('_', '/'));
  return decoder.decode(Uint8Array.from(binary, (char) => char.charCodeAt(0))) as ConversationId;
}

/** FNV-1a, 32 bit, over UTF-8 bytes (http://www.isthe.com/chongo/tech/comp/fnv/): stable over versions and languages. */
export function partitionOf(conversation: ConversationId, partitions: number): number {
  let hash = 0x811c9dc5;
  for (const byte of encoder.encode(conversation)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash % partitions;
}

/** Every NATS subject TravelLite uses, spelled once. `C` is a conversation's token, `P` a partition number. */
export const subjects = {
  /** Turns on their way to a mailbox (stream `TURNS`). */
  turn: (partition: number, conversation: ConversationId) =>
    `turn.in.${partition}.${toSubjectToken(conversation)}`,
  turnsOf: (partition: number) => `turn.in.${partition}.>`,
  /** Durable events, in order (stream `EVENTS`). */
  events: (conversation: ConversationId) => `event.${toSubjectToken(conversation)}`,
  /** Text deltas as they are written: core NATS, lossy. */
  live: (conversation: ConversationId) => `live.${toSubjectToken(conversation)}`,
  /** Mailbox receipts: core NATS; a resend heals a lost one. */
  receipt: (conversation: ConversationId) => `receipt.${toSubjectToken(conversation)}`,
  /** "A conversation is ready" (core NATS; a sweep heals a lost one). */
  wake: 'wake',
  /** Finished frames for the realtime publisher (stream `OUTBOUND`). */
  outbound: (conversation: ConversationId) => `outbound.${toSubjectToken(conversation)}`,
  /** Turns that were given up (stream `DLQ`). */
  deadLetter: (conversation: ConversationId) => `dlq.${toSubjectToken(conversation)}`,
} as const;
