import { z } from 'zod';
import { type ConversationView } from '../agent-run.js';
import { type ConversationId } from '../conversation.js';
import { type ErrorCode } from '../error-codes.js';
import { type CanonicalEvent, type LiveText } from '../events/events.js';
import { turnIdSchema } from '../turn-id.js';
import { type TurnId, type UserMessage } from '../turn.js';

const position = { epoch: z.int().min(0), seq: z.int().min(0) };

/** Client frames of `travellite.v1`. Every command has an `id` of the client's choice and gets one `ack` with it. */
export const nativeCommandSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('user_message'),
    id: turnIdSchema,
    text: z.string(),
    onBusy: z.enum(['enqueue', 'reject', 'interrupt']).optional(),
    locale: z.string().max(35).optional(),
    timeZone: z.string().max(64).optional(),
  }),
  /** Continue after this event: first command of a connection that knew the conversation before. */
  z.object({ type: z.literal('resume'), id: turnIdSchema, ...position }),
  z.object({ type: z.literal('ping'), id: turnIdSchema }),
]);
export type NativeCommand = z.infer<typeof nativeCommandSchema>;

export type AckStatus = 'accepted' | 'queued' | 'duplicate' | 'rejected';

/** Server frames of `travellite.v1` besides the canonical events. */
export type NativeFrame =
  | {
      type: 'welcome';
      conversation: ConversationId;
      connection: string;
      epoch: number;
      seq: number;
      limits: { maxTextLength: number; maxFrameBytes: number; maxQueued: number };
    }
  /** State and recent history at `epoch+seq`; `queued` are accepted messages whose turn has not begun, `running` the turn at work. */
  | {
      type: 'snapshot';
      epoch: number;
      seq: number;
      view: ConversationView;
      queued: { turn: TurnId; message: UserMessage }[];
      running?: { turn: TurnId; message: UserMessage; text: string };
    }
  | {
      type: 'ack';
      id: string;
      status: AckStatus;
      turn?: TurnId;
      /** Turns of this conversation before this one. */
      position?: number;
      error?: { code: ErrorCode; message: string; retryable: boolean };
    }
  | { type: 'replayed'; to: number }
  /** Events between what the client knew and now are no longer kept; a `snapshot` follows. */
  | { type: 'gap'; reason: 'epoch_changed' | 'trimmed' | 'unknown_position' }
  | { type: 'pong'; id: string }
  | { type: 'error'; code: ErrorCode; message: string; retryable: boolean; id?: string }
  | { type: 'going_away'; reason: string };

/** Everything a native client can receive. */
export type NativeServerFrame = NativeFrame | CanonicalEvent | LiveText;
