import type { ClientOptions, ConnectionStateChange, Realtime } from 'ably';
import { DeliveryError } from '../delivery-error.js';
import { toAblyFault } from './ably-fault.js';

/** Ably's package; loaded when somebody first needs it. */
export const loadAbly = async () => (await import('ably')).default;

/**
 * One attempt to connect the official client.
 * @throws {DeliveryError}
 */
export async function openClient(
  options: ClientOptions,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<Realtime> {
  if (signal?.aborted) throw cancelled();
  const { Realtime } = await loadAbly();
  const client = new Realtime({ ...options, autoConnect: false });
  const opened = Promise.withResolvers<void>();
  const timer = setTimeout(
    () => opened.reject(new DeliveryError('timeout', `Ably did not answer in ${timeoutMs} ms.`)),
    timeoutMs,
  );
  const abort = () => opened.reject(cancelled());
  const see = ({ current, reason }: ConnectionStateChange) => {
    if (current === 'connected') opened.resolve();
    else if (current !== 'connecting' && current !== 'initialized') opened.reject(toAblyFault(reason));
  };
  signal?.addEventListener('abort', abort, { once: true });
  client.connection.on(see);
  client.connect();
  // The signal may have come while the package was loading.
  if (signal?.aborted) abort();
  try {
    await opened.promise;
    return client;
  } catch (thrown) {
    client.close();
    throw thrown;
  } finally {
    client.connection.off(see);
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

const cancelled = () => new DeliveryError('cancelled', 'The connection was given up before it was open.');
