import { type z } from 'zod';
import { faultOfStatus, ProviderFault } from './provider-fault.js';
import { retryAfterMs } from './retry-after.js';

/** More than any answer we ask for; a longer one is cut off rather than held in memory. */
const maxBytes = 12 * 1024 * 1024;

export interface JsonRequest<T> {
  url: URL;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  /** What a 2xx answer must look like. */
  schema: z.ZodType<T>;
  /** Statuses of 5xx that the provider asks not to repeat. */
  noRetry?: readonly number[];
}

/**
 * One HTTP request that must answer JSON of the given shape.
 * @throws {ProviderFault} for everything but an abort, which is thrown as it came
 */
export async function requestJson<T>(
  request: JsonRequest<T>,
  signal: AbortSignal,
  now: () => number,
): Promise<T> {
  const { url, method = 'GET', headers, body } = request;
  const response = await fetch(url, {
    method,
    headers: { accept: 'application/json', ...headers },
    body: body ?? null,
    signal,
    redirect: 'error',
  }).catch((cause: unknown) => {
    if (signal.aborted) throw cause;
    throw new ProviderFault('network', 'It could not be reached.', { cause });
  });
  const text = await readText(response, signal);
  if (!response.ok) {
    const wait = retryAfterMs((name) => response.headers.get(name), now());
    throw faultOfStatus(response.status, {
      ...(wait === undefined ? {} : { retryAfterMs: wait }),
      ...(request.noRetry?.includes(response.status) ? { mayRetry: false } : {}),
    });
  }
  return parseAs(text, request.schema, response.status);
}

async function readText(response: Response, signal: AbortSignal): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for await (const chunk of response.body ?? []) {
      bytes += (chunk as Uint8Array).byteLength;
      if (bytes > maxBytes) throw new ProviderFault('unreadable', 'Its answer is too long.');
      text += decoder.decode(chunk as Uint8Array, { stream: true });
    }
    return text + decoder.decode();
  } catch (cause) {
    if (signal.aborted || cause instanceof ProviderFault) throw cause;
    throw new ProviderFault('network', 'Its answer broke off.', { cause });
  }
}

/**
 * Text as JSON of a shape.
 * @throws {ProviderFault} `unreadable`
 */
export function parseAs<T>(text: string, schema: z.ZodType<T>, status?: number): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new ProviderFault('unreadable', 'Its answer is not JSON.', { cause, status });
  }
  return checkShape(json, schema, status);
}

/**
 * A value of a shape.
 * @throws {ProviderFault} `unreadable`, naming the first field that is wrong
 */
export function checkShape<T>(json: unknown, schema: z.ZodType<T>, status?: number): T {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ProviderFault('unreadable', `Its answer has an unexpected ${issue?.path.join('.') || 'shape'}.`, {
    cause: parsed.error,
    status,
  });
}
