import {
  type AgentState,
  type ConversationId,
  type EventBody,
  type Turn,
  userConversation,
} from '@travellite/protocol';
import {
  type AcceptOptions,
  type Claim,
  type ClaimOptions,
  type CommitResult,
  type Conversations,
} from '../port.js';
import { type StoreUnderTest } from './fixture.js';

/** The log bound every case runs under. */
export const maxEvents = 40;

export const leaseMs = 5_000;

export const ann = userConversation('ann');
export const bob = userConversation('bob');

export const turnOf = (conversation: ConversationId, id: string): Turn => ({
  id,
  conversation,
  message: { text: `text of ${id}`, author: { userId: 'somebody' }, ts: 1_700_000_000_000, door: 'native' },
});

export const openingOf = (turn: Turn): EventBody[] => [
  { type: 'message', message: turn.message },
  { type: 'turn_started' },
];

export const stateOf = (data: unknown, version = 1): AgentState => ({ version, view: { history: [] }, data });

export const accept = (
  { conversations }: StoreUnderTest,
  conversation: ConversationId,
  id: string,
  options: Partial<AcceptOptions> = {},
) => {
  const turn = turnOf(conversation, id);
  return conversations.accept(turn, { opening: openingOf(turn), maxQueued: 64, ...options });
};

const claimOptions: ClaimOptions = { worker: 'a worker', leaseMs, stateVersion: 1 };

export const tryClaim = ({ conversations }: StoreUnderTest, options: Partial<ClaimOptions> = {}) =>
  conversations.claim({ ...claimOptions, ...options });

/** The next claim, which must exist. */
export async function claim(store: StoreUnderTest, options: Partial<ClaimOptions> = {}): Promise<Claim> {
  const result = await tryClaim(store, options);
  if (result.status !== 'claimed') throw new Error(`expected a claim, got ${JSON.stringify(result)}`);
  return result.claim;
}

export const answer = (text: string): EventBody[] => [
  { type: 'response', text },
  { type: 'done', status: 'complete' },
];

export const failed: EventBody[] = [
  { type: 'error', code: 'internal', message: 'It did not work.', retryable: true },
  { type: 'done', status: 'failed' },
];

export const commit = (
  { conversations }: StoreUnderTest,
  held: Claim,
  data: unknown = held.turn,
): Promise<CommitResult> =>
  conversations.commit(held, { state: stateOf(data), events: answer(`answer to ${held.turn}`) });

/** One whole turn. */
export async function runTurn(
  store: StoreUnderTest,
  conversation: ConversationId,
  id: string,
): Promise<void> {
  await accept(store, conversation, id);
  expect(await commit(store, await claim(store))).toMatchObject({ status: 'ok' });
}

/** Everything of a conversation that a refused write must leave as it was. */
export const everything = async ({ conversations }: StoreUnderTest, conversation: ConversationId) => ({
  snapshot: await conversations.snapshot(conversation),
  log: await conversations.readEvents(conversation, { epoch: 0, seq: 0 }, 1000),
  outbox: await conversations.outbox(1000),
  deadLetters: await conversations.deadLetters({ limit: 1000 }),
});

/** The events of a conversation from its first on. */
export async function wholeLog(conversations: Conversations, conversation: ConversationId) {
  const log = await conversations.readEvents(conversation, { epoch: 0, seq: 0 }, 1000);
  if (log.status !== 'ok') throw new Error(`expected the log, got a gap: ${log.reason}`);
  return log.events;
}
