import { limits } from '@travellite/protocol';
import { type Refusal, type WebhookHeaders } from '../port.js';

/** A body that cannot be read, before it is known how its sender wants to hear that. */
export type Unreadable = Refusal & { cause?: unknown };

// `ignoreBOM` keeps a byte order mark, so that the text is the bytes and nothing else; JSON then refuses it.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes as text, without a byte being dropped or replaced: what a signature over text is computed from. */
export function readText(raw: Uint8Array): { text: string } | { fault: Unreadable } {
  if (raw.byteLength > limits.maxFrameBytes) {
    return { fault: { code: 'too_large', message: `Body is larger than ${limits.maxFrameBytes} bytes` } };
  }
  try {
    return { text: decoder.decode(raw) };
  } catch (cause) {
    return { fault: { code: 'bad_frame', message: 'Body is not valid UTF-8', cause } };
  }
}

/** Text as JSON. */
export function readJson(text: string): { json: unknown } | { fault: Unreadable } {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch (cause) {
    return { fault: { code: 'bad_frame', message: 'Body is not valid JSON', cause } };
  }
}

/** A header's only value. Two of a kind are no value: which of them was meant is anybody's guess. */
export function headerOf(headers: WebhookHeaders, name: string): string | undefined {
  const value = headers[name];
  if (typeof value === 'string') return value;
  return value?.length === 1 ? value[0] : undefined;
}
