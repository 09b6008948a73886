import {
  type CanonicalEvent,
  type ErrorCode,
  errorCodes,
  type LiveText,
  type NativeFrame,
} from '@travellite/protocol';
import { type Fault, type OutboundFrame } from '../dialect.js';

/** A durable event goes out as it stands in the log. */
export const encodeNativeEvent = (event: CanonicalEvent): OutboundFrame => JSON.stringify(event);

/** A delta on its way; its offset makes it harmless twice. */
export const encodeNativeText = (live: LiveText): OutboundFrame => JSON.stringify(live);

/** Everything else this door says. */
export const encodeNativeFrame = (frame: NativeFrame): OutboundFrame => JSON.stringify(frame);

/** The wire form of an error. */
export const nativeError = (fault: Fault): { code: ErrorCode; message: string; retryable: boolean } => ({
  code: fault.code,
  message: fault.message,
  retryable: errorCodes[fault.code].retryable,
});

/** The answer to a frame that could not be carried out. */
export function encodeNativeFault(fault: Fault, id?: string, refused?: boolean): OutboundFrame {
  const error = nativeError(fault);
  if (id !== undefined && refused) return encodeNativeFrame({ type: 'ack', id, status: 'rejected', error });
  return encodeNativeFrame({ type: 'error', ...error, ...(id === undefined ? {} : { id }) });
}
