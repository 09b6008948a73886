import { type Addressee, type EventBody, splitConversation, type Turn } from '@travellite/protocol';

/** The first events of every turn, appended by its first claim. */
export function openingOf(turn: Turn): EventBody[] {
  const { message } = turn;
  if (message.note) return [{ type: 'note', userId: message.author.userId, note: message.note }];
  return [
    { type: 'message', message },
    { type: 'turn_started', ...outboundOf(turn) },
  ];
}

/**
 * Whether the answer goes to the realtime service: where the message came from there, and always in a shared room, whose members
 * are there whichever door one of them uses. What is only recorded is not published.
 */
export function outboundOf({ conversation, message }: Omit<Turn, 'id'>): { outbound?: Addressee } {
  const isShared = splitConversation(conversation).kind === 'room';
  if (message.note || (message.door !== 'realtime' && !isShared)) return {};
  const { author, namespace } = message;
  return { outbound: { userId: author.userId, ...(namespace === undefined ? {} : { namespace }) } };
}
