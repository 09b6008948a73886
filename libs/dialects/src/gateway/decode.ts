import { textFault } from '@travellite/protocol';
import { binaryFault, type Decoded, type InboundFrame, isRecord, parseJson } from '../dialect.js';

/** The only thing a client of this door can say. */
export interface GatewayCommand {
  text: string;
}

/**
 * Reads a frame of door 1: `{"type":"message","text":…}`, or any other text, which is the message itself.
 * Only a JSON object is taken as an envelope: somebody who answers a question with `3000`, `"yes"` or a lone `{` means just that.
 * A JSON object that is not a message is an error, never a message.
 *
 * @param userId whose connection it is; a frame that names somebody else is refused
 */
export function decodeGatewayFrame(frame: InboundFrame, userId: string): Decoded<GatewayCommand> {
  if (typeof frame !== 'string') return { fault: binaryFault };
  const envelope = /^\s*\{/.test(frame) ? parseJson(frame) : { error: 'plain' };
  if (envelope.error === undefined && isRecord(envelope.value)) return decodeEnvelope(envelope.value, userId);
  return say(frame);
}

function decodeEnvelope(envelope: Record<string, unknown>, userId: string): Decoded<GatewayCommand> {
  const { type, text, userId: claimed } = envelope;
  if (type !== 'message') return { fault: { code: 'bad_frame', message: unknownType(type) } };
  if (claimed !== undefined && claimed !== userId) {
    return {
      fault: { code: 'forbidden', message: 'userId is not the user of this connection.' },
    };
  }
  if (text === undefined || text === null) return { fault: { code: 'invalid', message: 'text is required' } };
  if (typeof text !== 'string') return { fault: { code: 'invalid', message: 'text must be a string' } };
  return say(text);
}

function unknownType(type: unknown): string {
  const expected = 'expected {"type":"message","text":"…"} or plain text';
  if (type === undefined) return `The frame has no type: ${expected}.`;
  const shown = typeof type === 'string' ? JSON.stringify(type.slice(0, 40)) : `of kind ${typeof type}`;
  return `Unknown message type ${shown}: ${expected}.`;
}

function say(text: string): Decoded<GatewayCommand> {
  const fault = textFault(text);
  return fault ? { fault } : { command: { text } };
}
