import {
  type CanonicalEvent,
  type ConversationId,
  type LiveText,
  type Turn,
  userConversation,
} from '@travellite/protocol';
import { type OutboundAnswer } from '../outbound.js';
import { type Bus, type EventBatch, type QueuedTurn, type Receipt } from '../port.js';

export const partitions = 2;

export const ann = userConversation('ann');
export const bob = userConversation('bob');

export const turnOf = (conversation: ConversationId, id: string): Turn => ({
  id,
  conversation,
  message: {
    text: `text of ${id} – ünï 😀`,
    author: { userId: 'somebody' },
    ts: 1_700_000_000_000,
    door: 'native',
  },
});

export const queuedOf = (conversation: ConversationId, id: string): QueuedTurn => ({
  turn: turnOf(conversation, id),
});

export function batchOf(conversation: ConversationId, seq: number, epoch = 1): EventBatch {
  const event: CanonicalEvent = {
    conversation,
    epoch,
    seq,
    turn: 'turn',
    ts: 5,
    type: 'progress',
    text: `step ${seq}`,
  };
  return { id: `${conversation}:${epoch}:${seq}`, conversation, events: [event] };
}

export function answerOf(conversation: ConversationId, seq: number): OutboundAnswer {
  const address = { conversation, epoch: 1, seq, turn: `turn-${seq}`, ts: 5 };
  return {
    id: `${conversation}:1:${seq}`,
    conversation,
    namespace: '',
    userId: 'somebody',
    events: [{ ...address, type: 'response', text: `answer ${seq} – ünï 😀` }],
  };
}

/** What a room sees of a turn: its begin and its end, as `seq` and `seq + 1` of the log. */
export function beginAndEnd(
  conversation: ConversationId,
  seq: number,
): { begin: OutboundAnswer; end: OutboundAnswer } {
  const end = answerOf(conversation, seq + 1);
  const turn = `turn-${seq}`;
  const address = { conversation, epoch: 1, turn, ts: 5 };
  return {
    begin: { ...answerOf(conversation, seq), events: [{ ...address, seq, type: 'turn_started' }] },
    end: { ...end, events: [{ ...address, seq: seq + 1, type: 'done', status: 'complete' }] },
  };
}

export const deltaOf = (conversation: ConversationId, offset: number): LiveText => ({
  type: 'text',
  conversation,
  turn: 'turn',
  fence: 1,
  delta: 'x',
  offset,
  ts: 5,
});

/** Takes the turns of every partition and notes their ids; gives them back in the order of arrival. */
export async function consumeAll(
  bus: Bus,
  onTurn: (queued: QueuedTurn) => Promise<void> = async () => undefined,
) {
  const ids: string[] = [];
  const subscriptions = await Promise.all(
    Array.from({ length: partitions }, (_, partition) =>
      bus.consumeTurns(partition, async (queued) => {
        await onTurn(queued);
        ids.push(queued.turn.id);
      }),
    ),
  );
  const close = async () =>
    void (await Promise.all(subscriptions.map((subscription) => subscription.close())));
  return { ids, close };
}

/** What a subscriber of a conversation sees. */
export interface Seen {
  seqs: number[];
  offsets: number[];
  batches: EventBatch[];
  interruptions: number;
}

export async function listen(bus: Bus, conversation: ConversationId) {
  const seen: Seen = { seqs: [], offsets: [], batches: [], interruptions: 0 };
  const subscription = await bus.subscribe(conversation, {
    onEvents: (batch) => {
      seen.batches.push(batch);
      seen.seqs.push(...batch.events.map(({ seq }) => seq));
    },
    onLive: ({ offset }) => seen.offsets.push(offset),
    onInterrupted: () => (seen.interruptions += 1),
  });
  return { seen, close: () => subscription.close() };
}

/** Each number once, in the order first seen: what a reader that goes by `seq` makes of repetitions. */
export const once = (numbers: readonly number[]): number[] => [...new Set(numbers)];

export const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

/** Consumes every partition and answers each turn with the receipt `receiptOf` makes for it. */
export async function answerAll(bus: Bus, receiptOf: (queued: QueuedTurn) => Receipt) {
  const subscriptions = await Promise.all(
    Array.from({ length: partitions }, (_, partition) =>
      bus.consumeTurns(partition, async (queued, { replyTo }) =>
        bus.publishReceipt(receiptOf(queued), replyTo),
      ),
    ),
  );
  return async () => void (await Promise.all(subscriptions.map((subscription) => subscription.close())));
}

/** What a mailbox says that took the turn. */
export const accepted = ({ turn }: QueuedTurn): Receipt => ({
  conversation: turn.conversation,
  turn: turn.id,
  status: 'accepted',
  position: 0,
});
