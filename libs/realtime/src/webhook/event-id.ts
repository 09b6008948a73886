import { createHash } from 'node:crypto';
import { turnIdSchema } from '@travellite/protocol';

/** Whether text can be an event's id, and with it a turn's, as it is. */
const isTurnId = (text: string): boolean => turnIdSchema.safeParse(text).success;

const hashOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** An id the service gave, in the form of a turn id; hashed when it has another form. Undefined stays so. */
export function serviceId(id: string | undefined): string | undefined {
  if (id === undefined || id === '') return undefined;
  return isTurnId(id) ? id : hashOf(id);
}

/**
 * An id a member gave to its own message. Members count for themselves (`1`, `2`, …), so the id is taken together with who sent it:
 * otherwise one member's message would pass for a repetition of another's. And with what was said: a client that was loaded again counts
 * from the beginning, and new words are no repetition.
 */
export function memberId(
  room: string,
  userId: string,
  id: string | undefined,
  text: string,
): string | undefined {
  return id === undefined || id === '' ? undefined : hashOf(room, userId, id, text);
}
