import { v7 } from 'uuid';
import { type ConversationId } from './conversation.js';
import { type PlanOption, type Poi, type Requirement } from './trip/wire.js';

/** A turn's id: given by the client (its resend is then harmless) or made at the door (UUIDv7). */
export type TurnId = string;

/** Limits every door enforces before a message becomes a turn. */
export const limits = {
  /** Longest message text, in UTF-16 code units. */
  maxTextLength: 16_000,
  /** Largest frame, in bytes. */
  maxFrameBytes: 256 * 1024,
  /** Messages of one conversation that may wait behind the running one. */
  maxQueued: 64,
  /** Longest client-given turn or run id. */
  maxTurnIdLength: 128,
} as const;

/** What to do with a message that arrives while a turn of the same conversation runs. */
export type OnBusy = 'enqueue' | 'reject' | 'interrupt';

/** Lists that a trip-chat client carries itself; when present they replace the stored ones before the turn starts. */
export interface CarriedLists {
  pois?: Poi[];
  requirements?: Requirement[];
  plan?: PlanOption[];
}

/** The doors a message can come in by. */
export type Door = 'gateway' | 'trip-chat' | 'chat-run' | 'voice' | 'realtime' | 'native' | 'rest';

/** Something that happened in a room besides a message. It is recorded, never answered. */
export interface RoomNote {
  kind: 'presence' | 'connection';
  /** As the realtime service names it, in its own words: `joined`, `left`, `connected`, `away`, …. */
  status: string;
}

/** One message of a person, or (with `note`, and then without text) what happened to them in a room. */
export interface UserMessage {
  text: string;
  note?: RoomNote;
  author: { userId: string; name?: string };
  /** Unix ms at which the door took the message. */
  ts: number;
  door: Door;
  carried?: CarriedLists;
  /** BCP 47 tag the client speaks, when it says so. */
  locale?: string;
  /** IANA time zone of the client, when it says so. */
  timeZone?: string;
  /** Namespace of the realtime service it came through, where there are several. */
  namespace?: string;
  /** Per-turn options of the chat-run door and the like; unknown keys are ignored by the agent. */
  options?: Record<string, unknown>;
}

/** One message and everything the agent does about it. */
export interface Turn {
  id: TurnId;
  conversation: ConversationId;
  message: UserMessage;
}

/** A fresh, time-ordered turn id (RFC 9562 UUIDv7). */
export const newTurnId = (): TurnId => v7();

/** Why a text cannot be a message, in words, or `undefined` when it can. Emoji alone are a message; NUL and lone surrogates are not text. */
export function textFault(text: string): { code: 'invalid' | 'too_large'; message: string } | undefined {
  if (text.trim() === '') return { code: 'invalid', message: 'message is required' };
  if (text.length > limits.maxTextLength) {
    return { code: 'too_large', message: `message is longer than ${limits.maxTextLength} characters` };
  }
  if (text.includes('\u0000') || !text.isWellFormed()) {
    return { code: 'invalid', message: 'message is not valid text' };
  }
  return undefined;
}
