/** How a conversation is named: one person's own, a shared room, or an unnamed visitor's for as long as the socket lives. */
export type ConversationId = `user:${string}` | `room:${string}` | `anon:${string}`;

/** Longest accepted user or room id, in UTF-8 bytes. */
export const maxIdBytes = 256;

const encoder = new TextEncoder();
// U+FFFD is what a broken encoding decodes to; accepting it would let two different broken ids meet in one conversation.
const forbidden = /[\u0000-\u001f\u007f\ufffd]/;

/** Says in words why `id` cannot name a user or a room, or `undefined` when it can. Any script, dots, spaces, `*` and `>` are fine. */
export function idFault(id: string): string | undefined {
  if (id.trim() === '') return 'is empty';
  if (!id.isWellFormed()) return 'is not valid Unicode';
  if (forbidden.test(id)) return 'holds control or replacement characters';
  if (encoder.encode(id).length > maxIdBytes) return `is longer than ${maxIdBytes} bytes`;
  return undefined;
}

export const userConversation = (userId: string): ConversationId => `user:${userId}`;
export const roomConversation = (roomId: string): ConversationId => `room:${roomId}`;
/**
 * The conversation of a message that came through a realtime service. A room named like the person who writes is that person's
 * own conversation, as is one whose messages name nobody; any other room is shared.
 */
export const realtimeConversation = (room: string, userId?: string): ConversationId =>
  userId === undefined || userId === room ? userConversation(room) : roomConversation(room);
export const anonymousConversation = (uuid: string): ConversationId => `anon:${uuid}`;

/** The kind and the bare id of a conversation. */
export function splitConversation(id: ConversationId): { kind: 'user' | 'room' | 'anon'; name: string } {
  const colon = id.indexOf(':');
  return { kind: id.slice(0, colon) as 'user' | 'room' | 'anon', name: id.slice(colon + 1) };
}

/** A conversation id from text of unknown origin, or `undefined` when it is none. */
export function parseConversation(text: string): ConversationId | undefined {
  const match = /^(user|room|anon):([^]*)$/.exec(text);
  if (!match || idFault(match[2] ?? '') !== undefined) return undefined;
  return text as ConversationId;
}
