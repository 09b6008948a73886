import { type Conversations, type DeadLetter } from '@travellite/conversations';
import { type CanonicalEvent, type ConversationId } from '@travellite/protocol';
import { type Rest } from './history.js';

/** Events read at a time; a conversation keeps 2,000. */
const pageSize = 500;
const keptEvents = 2_000;
const lettersAtATime = 200;

/** What the store holds of a conversation. `letters` are all there are. */
export async function readRest(
  conversations: Pick<Conversations, 'snapshot' | 'readEvents'>,
  conversation: ConversationId,
  letters: readonly DeadLetter[],
): Promise<Rest> {
  const { epoch, seq, version, state, running, queued } = await conversations.snapshot(conversation);
  const data = state?.data as { turns?: string[] } | undefined;
  const events: CanonicalEvent[] = [];
  for (let after = Math.max(0, seq - keptEvents); after < seq; after += pageSize) {
    const page = await conversations.readEvents(conversation, { epoch, seq: after }, pageSize);
    if (page.status === 'ok') events.push(...page.events);
  }
  return {
    version,
    committed: data?.turns ?? [],
    deadLetters: letters.filter((letter) => letter.conversation === conversation).map(({ turn }) => turn),
    ended: events.flatMap((event) =>
      event.type === 'done' ? [{ turn: event.turn, status: event.status }] : [],
    ),
    open: [...(running ? [running.turn] : []), ...queued.map(({ turn }) => turn)],
  };
}

/** Every dead letter of the store. */
export async function readDeadLetters(
  conversations: Pick<Conversations, 'deadLetters'>,
): Promise<DeadLetter[]> {
  const letters: DeadLetter[] = [];
  for (;;) {
    const before = letters.at(-1)?.id;
    const page = await conversations.deadLetters({
      limit: lettersAtATime,
      ...(before === undefined ? {} : { before }),
    });
    letters.push(...page);
    if (page.length < lettersAtATime) return letters;
  }
}
