import { type ConversationId } from './conversation.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** A conversation id as one NATS subject token: base64url of its UTF-8 bytes, so `.`, `*`, `>` and spaces are safe. */
export function toSubjectToken(conversation: ConversationId): string {
  let binary = '';
  for (const byte of encoder.encode(conversation)) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** A namespace of a realtime service as one subject token; `_` for a service's only one. */
export const toNamespaceToken = (namespace: string): string =>
  namespace === '' ? '_' : toSubjectToken(namespace as ConversationId);

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

/** Every NATS subject TravelLite uses, spelled once. The last token names a conversation where there is one. */
export const subjects = {
  /** Turns on their way to a mailbox (stream `TURNS`). */
  turn: (partition: number, conversation: ConversationId) =>
    `turn.in.${partition}.${toSubjectToken(conversation)}`,
  turnsOf: (partition: number) => `turn.in.${partition}.*`,
  /** Durable events, in order (stream `EVENTS`), and text deltas as they are written (core NATS, lossy): one subscription gets both. */
  events: (conversation: ConversationId) => `conv.${toSubjectToken(conversation)}.event`,
  live: (conversation: ConversationId) => `conv.${toSubjectToken(conversation)}.live`,
  ofConversation: (conversation: ConversationId) => `conv.${toSubjectToken(conversation)}.*`,
  /** Mailbox receipts to the process that published the turn: core NATS; a resend heals a lost one. */
  receipt: (process: string) => `receipt.${process}`,
  /** "A conversation is ready" (core NATS; a sweep heals a lost one). */
  wake: 'wake',
  /** Answers for the realtime publisher (stream `OUTBOUND`). */
  outbound: (namespace: string, conversation: ConversationId) =>
    `outbound.${toNamespaceToken(namespace)}.${toSubjectToken(conversation)}`,
  outboundOf: (namespace: string) => `outbound.${toNamespaceToken(namespace)}.*`,
  /** Documents for everybody's knowledge (stream `KNOWLEDGE`); the key names one. */
  document: (key: string) => `knowledge.${key}`,
  /** Answers that could not be published (stream `DLQ`). */
  buried: (conversation: ConversationId) => `dlq.outbound.${toSubjectToken(conversation)}`,
} as const;

/** Subjects a stream keeps. */
export const streamSubjects = {
  TURNS: ['turn.in.*.*'],
  EVENTS: ['conv.*.event'],
  OUTBOUND: ['outbound.*.*'],
  DLQ: ['dlq.outbound.*'],
  KNOWLEDGE: ['knowledge.*'],
} as const;
