import { type ClientRequest, type IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import { codeOfStatus, DeliveryError } from '../delivery-error.js';
import { confirmsHeader } from './frames.js';

/** Largest frame the service may send. */
const maxPayload = 1024 * 1024;

/**
 * One attempt to open a socket. No sentence names the address: it carries the token.
 * @throws {DeliveryError}
 */
export async function openSocket(
  url: URL,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<{ socket: WebSocket; confirms: boolean }> {
  if (signal?.aborted) throw cancelled();
  const socket = new WebSocket(url, { perMessageDeflate: false, handshakeTimeout: timeoutMs, maxPayload });
  let confirms = false;
  const abort = () => socket.terminate();
  signal?.addEventListener('abort', abort, { once: true });
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('upgrade', (response) => (confirms = response.headers[confirmsHeader] === 'publish'));
      socket.once('open', resolve);
      socket.once('unexpected-response', (request: ClientRequest, response: IncomingMessage) => {
        request.destroy();
        reject(refusalOf(response.statusCode ?? 0));
      });
      // Stays for the whole life of the socket: a fault after the opening is told by `close`.
      socket.on('error', (cause) => reject(unreachable(cause)));
      socket.once('close', () => reject(unreachable(undefined)));
    });
    return { socket, confirms };
  } catch (thrown) {
    socket.terminate();
    throw signal?.aborted ? cancelled() : thrown;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

const cancelled = () => new DeliveryError('cancelled', 'The connection was given up before it was open.');

const unreachable = (cause: unknown) =>
  new DeliveryError('provider_unavailable', 'The service could not be reached.', { cause });

/** A wrong path or a bad request may be a proxy that is not ready yet, so only a refusal of the token counts as final. */
function refusalOf(status: number): DeliveryError {
  const code = codeOfStatus(status);
  const final = code === 'unauthenticated' || code === 'forbidden';
  return new DeliveryError(
    final ? code : status === 429 ? 'rate_limited' : 'provider_unavailable',
    `The service answered ${status} instead of opening a socket.`,
    { status },
  );
}
