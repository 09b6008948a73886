import {
  type AgentState,
  type CanonicalEvent,
  type ConversationId,
  type EventBody,
  TravelError,
  type Turn,
  type TurnId,
  type UserMessage,
} from '@travellite/protocol';
import { type DeadLetter, type OutboxEntry } from '../port.js';
import { type Reply } from './redis-connection.js';

/** A value as JSON; one that has none is the caller's fault. */
function toJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (cause) {
    throw new TravelError('invalid', 'The data cannot be written as JSON.', { cause });
  }
}

/** A turn as the mailbox list keeps it: strings only, because Lua's JSON does not tell `[]` from `{}` nor keeps large numbers. */
export const toEntry = (turn: Turn, opening: readonly EventBody[]): string =>
  JSON.stringify([turn.id, toJson(turn.message), ...toBodies(opening)]);

export function fromEntry(entry: string): { turn: TurnId; message: UserMessage; opening: EventBody[] } {
  const [turn = '', message = '', ...opening] = JSON.parse(entry) as string[];
  return { turn, message: JSON.parse(message) as UserMessage, opening: opening.map(fromBody) };
}

export const toBodies = (events: readonly EventBody[]): string[] => events.map(toJson);
const fromBody = (body: string) => JSON.parse(body) as EventBody;

export const toState = (state: AgentState | undefined): [string, number] =>
  state === undefined ? ['', 0] : [toJson(state), state.version];
export const fromState = (state: string): AgentState | undefined =>
  state === '' ? undefined : (JSON.parse(state) as AgentState);

/** Where a batch of events begins. */
export interface BatchAddress {
  conversation: ConversationId;
  epoch: number;
  firstSeq: number;
  turn: TurnId;
  ts: number;
}

export const addressed = (at: BatchAddress, bodies: readonly EventBody[]): CanonicalEvent[] =>
  bodies.map((body, i) => ({
    conversation: at.conversation,
    epoch: at.epoch,
    seq: at.firstSeq + i,
    turn: at.turn,
    ts: at.ts,
    ...body,
  }));

/** The fields of a stream entry, given flat. */
function fields(flat: Reply): Record<string, string> {
  const record: Record<string, string> = {};
  for (let i = 0; i < flat.length; i += 2) record[String(flat[i])] = String(flat[i + 1]);
  return record;
}

/** A log entry `[epoch-seq, fields]` as an event. */
export function fromLogEntry(conversation: ConversationId, entry: Reply): CanonicalEvent {
  const [epoch = '', seq = ''] = String(entry[0]).split('-');
  const { b = '', t = '', s = '' } = fields(entry[1] as Reply);
  const address = { conversation, epoch: Number(epoch), seq: Number(seq), turn: t, ts: Number(s) };
  return { ...address, ...fromBody(b) };
}

/** An outbox entry `[stream id, fields]`; its id also names the partition. */
export function fromOutboxEntry(partition: number, entry: Reply): OutboxEntry {
  const { c = '', e = '', f = '', t = '', s = '', b = '' } = fields(entry[1] as Reply);
  const conversation = c as ConversationId;
  const at = { conversation, epoch: Number(e), firstSeq: Number(f), turn: t, ts: Number(s) };
  const events = addressed(at, JSON.parse(b) as EventBody[]);
  return { id: toOutboxId(partition, String(entry[0])), conversation, events };
}

export const toOutboxId = (partition: number, streamId: string): string =>
  streamId === '' ? '' : `${partition}/${streamId}`;

export function fromOutboxId(id: string): { partition: number; streamId: string } {
  const [partition = '', streamId = ''] = id.split('/');
  return { partition: Number(partition), streamId };
}

export function fromDeadLetter(json: string): DeadLetter {
  // As text, because Lua's JSON keeps only 14 digits.
  const { id, ...letter } = JSON.parse(json) as Omit<DeadLetter, 'id'> & { id: string };
  const { conversation, turn, reason, attempts, at } = letter;
  return { id: Number(id), conversation, turn, reason, attempts, at };
}

/** The durable part of a running turn's text. */
export function textOf(events: readonly CanonicalEvent[]): string {
  let text = '';
  for (const event of events) {
    if (event.type === 'text') text = text.slice(0, event.offset) + event.delta;
    if (event.type === 'text_reset') text = '';
  }
  return text;
}

/** A script said something its caller does not know: two versions of the program at work. */
export const unknownReply = (step: string, reply: Reply): TravelError =>
  new TravelError('internal', `The store answered "${String(reply[0])}" to ${step}.`);
