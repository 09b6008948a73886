import { turnIdSchema } from '@travellite/protocol';
import { DeliveryError } from './delivery-error.js';
import { type RealtimeCapabilities, type RoomMessage } from './port.js';

/** The id message `n` of a publication has on every wire. Ably asks for exactly this form in a batch. */
export const wireId = (id: string, n: number): string => `${id}:${n}`;

/**
 * Checks what every provider asks of a publication.
 * @throws {DeliveryError} `invalid`, `too_large`
 */
export function checkPublication(
  messages: readonly RoomMessage[],
  id: string,
  { maxBatch, maxMessageBytes }: Pick<RealtimeCapabilities, 'maxBatch' | 'maxMessageBytes'>,
): void {
  if (!turnIdSchema.safeParse(id).success) {
    throw new DeliveryError('invalid', 'The id of a publication must be 1 to 128 visible ASCII characters.');
  }
  if (messages.length === 0) throw new DeliveryError('invalid', 'There is nothing to publish.');
  if (messages.length > maxBatch) {
    throw new DeliveryError('too_large', `More than ${maxBatch} messages in one publication.`);
  }
  for (const message of messages) {
    if (Buffer.byteLength(JSON.stringify(message)) > maxMessageBytes) {
      throw new DeliveryError('too_large', `A message is larger than ${maxMessageBytes} bytes.`);
    }
  }
}
