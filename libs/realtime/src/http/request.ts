import { codeOfStatus, DeliveryError } from '../delivery-error.js';

/** More than any answer we ask for. */
const maxAnswerBytes = 4 * 1024 * 1024;
/** Longest wait that is believed. */
const longestWaitMs = 10 * 60_000;

export interface HttpRequest {
  url: URL;
  method?: 'GET' | 'POST';
  headers: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  body?: unknown;
  /** Instead of `body`: what is JSON already. */
  json?: string;
  timeoutMs: number;
}

/**
 * One request to a realtime service; the answer's text when it is 2xx. Redirects are not followed: they would carry the token elsewhere.
 * @throws {DeliveryError}
 */
export async function request({
  url,
  method = 'POST',
  headers,
  body,
  json = body === undefined ? undefined : JSON.stringify(body),
  timeoutMs,
}: HttpRequest): Promise<string> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      method,
      headers: { ...headers, ...(json === undefined ? {} : { 'content-type': 'application/json' }) },
      body: json ?? null,
      redirect: 'manual',
      signal,
    });
    const text = await readBounded(response);
    if (!response.ok) throw refusalOf(response);
    return text;
  } catch (cause) {
    if (cause instanceof DeliveryError) throw cause;
    if (signal.aborted)
      throw new DeliveryError('timeout', `The service did not answer in ${timeoutMs} ms.`, { cause });
    throw new DeliveryError('provider_unavailable', 'The service could not be reached.', { cause });
  }
}

function refusalOf(response: Response): DeliveryError {
  const { status } = response;
  const retryAfterMs = retryAfter(response.headers.get('retry-after'), Date.now());
  return new DeliveryError(codeOfStatus(status), `The service answered ${status}.`, {
    status,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

/** Ms to wait by a `Retry-After` header: seconds, or an HTTP date. */
export function retryAfter(header: string | null, nowMs: number): number | undefined {
  const said = header?.trim();
  if (!said) return undefined;
  const ms = /^\d+(\.\d+)?$/.test(said) ? Number(said) * 1000 : Date.parse(said) - nowMs;
  return Number.isNaN(ms) ? undefined : Math.min(longestWaitMs, Math.max(0, Math.round(ms)));
}

async function readBounded(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += (chunk as Uint8Array).byteLength;
    if (bytes > maxAnswerBytes) {
      throw new DeliveryError('provider_unavailable', 'The answer of the service is too long.');
    }
    text += decoder.decode(chunk as Uint8Array, { stream: true });
  }
  return text + decoder.decode();
}
