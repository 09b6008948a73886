import { type Present } from './room-link.js';

/** What the realtime service tells a member, as far as the page needs it. */
export type ServiceFrame =
  | { type: 'subscribed'; members: Present[] }
  | { type: 'presence'; member: Present }
  | { type: 'message'; message: unknown }
  | { type: 'ack'; id: string }
  | { type: 'error'; message: string; id?: string };

export const fieldsOf = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function readPresent(value: unknown): Present | undefined {
  const member = fieldsOf(value);
  const userId = textOf(member?.['userId']);
  if (userId === undefined) return undefined;
  const name = textOf(member?.['name']);
  return { userId, status: textOf(member?.['status']) ?? 'joined', ...(name === undefined ? {} : { name }) };
}

/** A frame, or nothing when it is of no kind we know. */
export function readServiceFrame(data: unknown): ServiceFrame | undefined {
  const frame = fieldsOf(parsed(data));
  const id = textOf(frame?.['id']);
  switch (frame?.['type']) {
    case 'subscribed': {
      const members = Array.isArray(frame['members']) ? frame['members'] : [];
      return { type: 'subscribed', members: members.flatMap((member) => readPresent(member) ?? []) };
    }
    case 'presence': {
      const member = readPresent(frame);
      return member && { type: 'presence', member };
    }
    case 'message':
      return { type: 'message', message: frame['message'] };
    case 'ack':
      return id === undefined ? undefined : { type: 'ack', id };
    case 'error':
      return {
        type: 'error',
        message: textOf(frame['message']) ?? 'The realtime service refused that.',
        ...(id === undefined ? {} : { id }),
      };
    default:
      return undefined;
  }
}

function parsed(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    return undefined;
  }
}
