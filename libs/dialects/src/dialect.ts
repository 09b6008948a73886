import { type ErrorCode } from '@travellite/protocol';

/** One WebSocket message as it came: text, or bytes (which no door of text reads). */
export type InboundFrame = string | Uint8Array;

/** Why a frame is no command. `message` is a sentence for the person; `details` says more for whoever wrote the client. */
export interface Fault {
  code: ErrorCode;
  message: string;
  details?: string;
}

/** What a frame says: a command of the dialect, or what is wrong with it. */
export type Decoded<Command> =
  { command: Command; fault?: undefined } | { command?: undefined; fault: Fault };

/** One text frame on its way to a client. */
export type OutboundFrame = string;

export const binaryFault: Fault = {
  code: 'bad_frame',
  message: 'This connection takes text frames only.',
};

/** The value of a JSON text, or the parser's complaint. */
export function parseJson(text: string): { value: unknown; error?: undefined } | { error: string } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** An object with named fields: not a list, not `null`. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
