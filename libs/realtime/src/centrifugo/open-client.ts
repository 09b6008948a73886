import type { Centrifuge } from 'centrifuge';
import { WebSocket } from 'ws';
import { DeliveryError } from '../delivery-error.js';

/**
 * One attempt to connect the official client. The package is loaded here, when somebody connects.
 * @throws {DeliveryError}
 */
export async function openClient(
  wsUrl: string,
  token: string,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<Centrifuge> {
  if (signal?.aborted) throw cancelled();
  const { Centrifuge } = await import('centrifuge');
  const client = new Centrifuge(wsUrl, {
    token,
    websocket: WebSocket,
    timeout: timeoutMs,
    name: 'travellite',
  });
  const opened = Promise.withResolvers<void>();
  const timer = setTimeout(
    () => opened.reject(new DeliveryError('timeout', `Centrifugo did not answer in ${timeoutMs} ms.`)),
    timeoutMs,
  );
  const abort = () => opened.reject(cancelled());
  signal?.addEventListener('abort', abort, { once: true });
  client.once('connected', () => opened.resolve());
  client.once('error', ({ error }) => opened.reject(unreachable(error)));
  client.once('disconnected', ({ code, reason }) => opened.reject(refusalOf(code, reason)));
  client.connect();
  // The signal may have come while the package was loading.
  if (signal?.aborted) abort();
  try {
    await opened.promise;
    return client;
  } catch (thrown) {
    client.disconnect();
    throw thrown;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

const cancelled = () => new DeliveryError('cancelled', 'The connection was given up before it was open.');

const unreachable = (cause: unknown) =>
  new DeliveryError('provider_unavailable', 'Centrifugo could not be reached.', { cause });

/** 3500 is a wrong token, 3507 a missing permission, 4500 to 4999 an application's refusal (docs: server/codes). */
function refusalOf(code: number, reason: string): DeliveryError {
  const sentence = `Centrifugo ended the connection with ${code}: ${reason.slice(0, 200)}`;
  if (code === 3500 || code >= 4500) return new DeliveryError('unauthenticated', sentence);
  return new DeliveryError(code === 3507 ? 'forbidden' : 'provider_unavailable', sentence);
}
