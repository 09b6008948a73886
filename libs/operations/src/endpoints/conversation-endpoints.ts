import { type OperatorEndpoint } from '@travellite/bus';
import { type Conversations, type DeadLetter } from '@travellite/conversations';
import { type ConversationId, parseConversation, subjects, TravelError } from '@travellite/protocol';
import { z } from 'zod';

/** What the endpoints need: the store, and a way to tell workers that something is due. */
export interface ConversationDesk {
  conversations: Pick<Conversations, 'inspect' | 'revoke' | 'deadLetters' | 'replayDeadLetter'>;
  wake: () => void;
}

const oneConversation = z.object({
  conversation: z.string({ error: 'must name a conversation, like user:ann or room:tokyo' }),
});
const page = z
  .object({
    limit: z.int({ error: 'must be a whole number' }).min(1).max(200).default(20),
    before: z.int({ error: 'must be the id of a dead letter' }).min(1).optional(),
  })
  .default({ limit: 20 });
const oneLetter = z.object({ id: z.int({ error: 'must be the id of a dead letter' }).min(1) });

/**
 * What operators may ask of the conversation store. Message text is never part of an answer: ids find it for those who may read it.
 * Rejects with `invalid` and `not_found` as sentences.
 */
export function conversationEndpoints({ conversations, wake }: ConversationDesk): OperatorEndpoint[] {
  return [
    {
      name: 'conversation',
      description: 'Where a conversation stands: {"conversation":"user:ann"}',
      handle: async (input) => {
        const conversation = readConversation(input);
        const summary = await conversations.inspect(conversation);
        if (summary.seq === 0 && summary.version === 0 && summary.head === undefined) {
          throw new TravelError('not_found', `Nobody has written in the conversation ${conversation}.`);
        }
        return { conversation, subject: subjects.ofConversation(conversation), ...summary };
      },
    },
    {
      name: 'release',
      description: 'Takes a stuck turn from its worker; it is due at once: {"conversation":"user:ann"}',
      handle: async (input) => {
        const conversation = readConversation(input);
        const result = await conversations.revoke(conversation);
        if (result.status === 'idle') {
          throw new TravelError('not_found', `No turn of the conversation ${conversation} is open.`);
        }
        wake();
        return { conversation, ...result };
      },
    },
    {
      name: 'dead-letters',
      description: 'Turns that were given up, newest first: {"limit":20,"before":12}',
      handle: async (input) => {
        const { limit, before } = parse(page, input);
        const letters = await conversations.deadLetters({ limit, before });
        const last = letters.at(-1);
        const more = letters.length === limit && last !== undefined ? { before: last.id } : {};
        return { deadLetters: letters.map(toShown), ...more };
      },
    },
    {
      name: 'replay',
      description: 'Puts a turn that was given up at the end of its mailbox again: {"id":12}',
      handle: async (input) => {
        const { id } = parse(oneLetter, input);
        if (!(await conversations.replayDeadLetter(id))) {
          throw new TravelError('not_found', `There is no dead letter ${id}.`);
        }
        wake();
        return { id, replayed: true };
      },
    },
  ];
}

const toShown = ({ at, ...letter }: DeadLetter) => ({ ...letter, at: new Date(at).toISOString() });

/**
 * The conversation an operator's request names.
 * @throws {TravelError} `invalid` with a sentence
 */
export function readConversation(input: unknown): ConversationId {
  const { conversation } = parse(oneConversation, input);
  const parsed = parseConversation(conversation);
  if (parsed !== undefined) return parsed;
  throw new TravelError(
    'invalid',
    `${JSON.stringify(conversation.slice(0, 80))} names no conversation. One is named like user:ann or room:tokyo.`,
  );
}

function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') ?? '';
  const words =
    where === '' ? 'The request must be a JSON object' : `${where} ${issue?.message ?? 'is wrong'}`;
  throw new TravelError('invalid', `${words}.`);
}
