import { type NativeServerFrame } from '@travellite/protocol';
import { isEvent } from '../frames/parse.js';
import { type Outbox } from '../outbox/outbox.js';
import { type Settled } from './options.js';

/**
 * What a frame says about an unacknowledged message, if anything. Besides its `ack`, an error frame with its id and
 * any event of its turn settle it: the `ack` may have been lost with the connection.
 */
export function settlementOf(frame: NativeServerFrame, outbox: Outbox): Settled | undefined {
  const waits = (id: string | undefined): id is string => outbox.some((message) => message.id === id);
  if (frame.type === 'ack') {
    const { id, status, position, error } = frame;
    return waits(id)
      ? { id, status, ...(position !== undefined && { position }), ...(error && { error }) }
      : undefined;
  }
  if (isEvent(frame)) return waits(frame.turn) ? { id: frame.turn, status: 'accepted' } : undefined;
  if (frame.type === 'error' && waits(frame.id)) {
    const { id, code, message, retryable } = frame;
    return { id, status: 'rejected', error: { code, message, retryable } };
  }
  return undefined;
}
