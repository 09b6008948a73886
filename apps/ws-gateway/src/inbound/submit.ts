import { type Fault } from '@travellite/dialects';
import {
  type CarriedLists,
  type ConversationId,
  type Door as DoorName,
  newTurnId,
  type OnBusy,
  toTravelError,
  type Turn,
  type TurnId,
} from '@travellite/protocol';
import { type Log } from '@travellite/telemetry';
import { type Ingest } from '@travellite/turns';

/** What a person said, before it is a turn. */
export interface Said {
  conversation: ConversationId;
  userId: string;
  text: string;
  door: DoorName;
  /** Unix ms. */
  ts: number;
  /** Given by the client; otherwise a fresh one. */
  id?: TurnId;
  carried?: CarriedLists;
  locale?: string;
  timeZone?: string;
}

/** What was said, as a turn. */
export function turnOf(said: Said): Turn {
  const { carried, locale, timeZone } = said;
  return {
    id: said.id ?? newTurnId(),
    conversation: said.conversation,
    message: {
      text: said.text,
      author: { userId: said.userId },
      ts: said.ts,
      door: said.door,
      ...(carried ? { carried } : {}),
      ...(locale === undefined ? {} : { locale }),
      ...(timeZone === undefined ? {} : { timeZone }),
    },
  };
}

/** The mailbox's answer in the words of a door. */
export type Submitted =
  { status: 'accepted'; position: number } | { status: 'duplicate' } | { status: 'rejected'; fault: Fault };

/** Hands a turn over. Never rejects: a mailbox that cannot be reached is a fault like any other. */
export async function submit(
  ingest: Ingest,
  log: Log,
  turn: Turn,
  onBusy: OnBusy | undefined,
): Promise<Submitted> {
  try {
    const answer = await ingest.submit(turn, onBusy === undefined ? {} : { onBusy });
    if (answer.status !== 'rejected') return answer;
    return { status: 'rejected', fault: { code: answer.code, message: refusals[answer.code] } };
  } catch (thrown) {
    const error = toTravelError(thrown);
    log.error('a message could not be taken', { turn: turn.id, code: error.code }, thrown);
    return { status: 'rejected', fault: { code: error.code, message: error.message } };
  }
}

const refusals = {
  busy: 'The last message is still being answered.',
  queue_full: 'Too many of your messages wait for an answer. Please wait for one.',
} as const;
