import { turnIdSchema } from '@travellite/protocol';
import { DeliveryError } from './delivery-error.js';
import { type RealtimeCapabilities, type RoomMessage } from './port.js';

/** The id message `n` of a publication has on every wire. Ably asks for exactly this form in a batch. */
export const wireId = (id: string, n: number): string => `${id}:${n}`;

/**
 * Checks what every provider asks of a publication. Each message's JSON, for whoever sends it as text: making it once is enough.
 * @throws {DeliveryError} `invalid`, `too_large`
 */
export function checkPublication(
  messages: readonly RoomMessage[],
  id: string,
  { maxBatch, maxMessageBytes }: Pick<RealtimeCapabilities, 'maxBatch' | 'maxMessageBytes'>,
): string[] {
  if (!turnIdSchema.safeParse(id).success) {
    throw new DeliveryError('invalid', 'The id of a publication must be 1 to 128 visible ASCII characters.');
  }
  if (messages.length === 0) throw new DeliveryError('invalid', 'There is nothing to publish.');
  if (messages.length > maxBatch) {
    throw new DeliveryError('too_large', `More than ${maxBatch} messages in one publication.`);
  }
  return messages.map((message) => {
    const text = JSON.stringify(message);
    if (Buffer.byteLength(text) > maxMessageBytes) {
      throw new DeliveryError('too_large', `A message is larger than ${maxMessageBytes} bytes.`);
    }
    return text;
  });
}
