import { idFault, textFault } from '@travellite/protocol';
import { z } from 'zod';
import { type Refusal, type RoomEvent } from '../port.js';

const nameFault = (what: string, id: string): Refusal | undefined => {
  const fault = idFault(id);
  return fault === undefined ? undefined : { code: 'invalid', message: `${what} ${fault}` };
};

const saidSchema = z.object({
  text: z.string().catch(''),
  type: z.string().optional().catch(undefined),
  id: z.string().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
});
export type Said = z.infer<typeof saidSchema>;

/** What a member's client sent as a message: an object with `text`, or the text alone. Whatever else it holds stays out. */
export const readSaid = (data: unknown): Said =>
  typeof data === 'string' ? { text: data } : (saidSchema.safeParse(data).data ?? { text: '' });

/** What only the agent says (`agent_response`, `agent_status`). */
export const isOurs = ({ type }: Said): boolean => type?.startsWith('agent_') ?? false;

/** A message as an event, or why it is none. */
export function toMessageEvent(
  said: Said,
  about: { room: string; userId: string; id?: string; ts?: number },
): { event: RoomEvent } | { fault: Refusal } {
  const { room, userId, id, ts } = about;
  const fault = nameFault('Room ID', room) ?? nameFault('User ID', userId) ?? textFault(said.text);
  if (fault) return { fault };
  return {
    event: {
      type: 'message',
      room,
      text: said.text,
      author: { userId, ...(said.name && !idFault(said.name) ? { name: said.name } : {}) },
      ...(id === undefined ? {} : { id }),
      ...(ts === undefined ? {} : { ts }),
    },
  };
}
