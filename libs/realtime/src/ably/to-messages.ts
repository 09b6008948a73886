import type { InboundMessage, Message } from 'ably';
import { type RoomMessage, type RoomPublication } from '../port.js';
import { wireId } from '../publication-ids.js';

/** Integrations pass over what says so: otherwise our own answers would come back as webhooks (docs: skip-integrations). */
const extras = { privileged: { skipRule: '*' } };

/** Messages of a publication as Ably takes them: ids of a batch share their base. */
export const toAblyMessages = (messages: readonly RoomMessage[], id: string): Message[] =>
  messages.map((data, n) => ({ id: wireId(id, n), name: data.type, data, extras }));

export const toPublication = (room: string, { id, clientId, data }: InboundMessage): RoomPublication => ({
  room,
  message: data as unknown,
  ...(id ? { id } : {}),
  ...(clientId ? { userId: clientId } : {}),
});
