import { type ConversationId } from '../conversation.js';
import { type ErrorCode } from '../error-codes.js';
import { type RoomView } from '../room.js';
import { type RoomNote, type TurnId, type UserMessage } from '../turn.js';
import { type Intent, type PlanOption, type Poi, type Requirement } from '../trip/wire.js';
import { type TripRequest } from '../trip/request.js';

/** How a turn ended. Every accepted turn has exactly one `done`, and no event after it. */
export type DoneStatus = 'complete' | 'cancelled' | 'failed' | 'superseded';

/** The stages of the agent, in order. */
export const stages = ['understand', 'retrieve', 'discover', 'require', 'act', 'plan', 'respond'] as const;
export type Stage = (typeof stages)[number];

/** A passage an answer rests on. */
export interface Source {
  id: string;
  title: string;
  source: string;
  url?: string;
  /** 0 to 1. */
  relevanceScore: number;
}

/** The trip as shown to a client beside the conversation: what is known, what is still asked for. */
export interface TripView {
  request: TripRequest;
  pois: Poi[];
  requirements: Requirement[];
  plan: PlanOption[];
  /** How often the plan has changed, and when it last did, in Unix ms: readers that keep copies tell old from new by it. */
  planned?: { revision: number; at: number };
  /** IANA zones that the plan's times go by; not in the plan, where the name of a zone would read like a place of the trip. */
  zones?: string[];
  /** Option the person chose, from 0. */
  chosen?: number;
  /** ISO 639-1, as the person writes: the language of the plan's words and of its files. */
  language?: string;
  /** What the agent still asks for, in the order it asks (`dates`, `budget`, …). */
  missing: string[];
}

/** Whom a turn's answer is published to over the realtime service, besides the conversation's own clients. */
export interface Addressee {
  /** Whose message is answered. */
  userId: string;
  /** Namespace of the service; its only one when not given. */
  namespace?: string;
}

/** What happened, without its address. Readers ignore types and fields they do not know. */
export type EventBody =
  | { type: 'message'; message: UserMessage }
  /** What happened in a room besides a message: the whole opening of a turn that is recorded and not answered. */
  | { type: 'note'; userId: string; note: RoomNote }
  | { type: 'turn_started'; outbound?: Addressee }
  | { type: 'workflow_step'; step: Stage; label: string }
  | { type: 'progress'; text: string }
  | { type: 'intents'; intents: Intent[] }
  | { type: 'pois'; pois: Poi[] }
  | { type: 'requirements'; requirements: Requirement[] }
  | { type: 'plan'; plan: PlanOption[] }
  | { type: 'sources'; sources: Source[] }
  | { type: 'tool_call'; call: string; tool: string; input: Record<string, unknown> }
  | { type: 'tool_result'; call: string; tool: string; ok: boolean; summary: string; sample?: boolean }
  /** Durable checkpoint: the text from `offset` (UTF-16 code units) on, up to the moment of the checkpoint, written under this fence. */
  | { type: 'text'; delta: string; offset: number; fence?: number }
  /** What was streamed so far in this turn is void (a new attempt begins, under this fence). */
  | { type: 'text_reset'; attempt: number; fence?: number }
  /** The whole answer. */
  | { type: 'response'; text: string }
  | { type: 'state'; trip: TripView; room?: RoomView }
  | { type: 'presence'; members: { userId: string; status: string }[] }
  | { type: 'transcript'; text: string }
  | { type: 'usage'; model: string; inputTokens: number; outputTokens: number }
  | { type: 'error'; code: ErrorCode; message: string; retryable: boolean }
  | { type: 'done'; status: DoneStatus; outbound?: Addressee };

export type EventType = EventBody['type'];

/** Where and when an event stands. `seq` is dense from 1 per conversation and epoch; `ts` is Unix ms. */
export interface EventAddress {
  conversation: ConversationId;
  epoch: number;
  seq: number;
  turn: TurnId;
  ts: number;
}

/** A durable event: part of the conversation's log. */
export type CanonicalEvent = EventAddress & EventBody;

/** A text delta on its way: lossy, unnumbered; offset and fence make it harmless when doubled, late, or from a worker that lost its lease. */
export interface LiveText {
  type: 'text';
  conversation: ConversationId;
  turn: TurnId;
  /** The claim it was written under; a lower one than already seen is dropped. */
  fence: number;
  delta: string;
  offset: number;
  ts: number;
}
