import { setTimeout as pause } from 'node:timers/promises';
import { TravelError } from '@travellite/protocol';
import { connect, type ConnectionOptions, type NatsConnection } from 'nats';
import { type NatsOptions } from './nats-options.js';

const firstDelayMs = 250;
const longestDelayMs = 5_000;

/** Connects, however long it takes: one log line per attempt, growing pauses. Rejects only when `signal` says so. */
export async function connectNats(options: NatsOptions): Promise<NatsConnection> {
  for (
    let attempt = 1, delayMs = firstDelayMs;
    ;
    attempt += 1, delayMs = Math.min(delayMs * 2, longestDelayMs)
  ) {
    try {
      return await connect(connectionOptions(options));
    } catch (error) {
      const fields = {
        attempt,
        server: hosts(options.url),
        nextTryMs: delayMs,
        cause: (error as Error).message,
      };
      options.log.warn('NATS cannot be reached; trying again', fields);
    }
    await pause(delayMs, undefined, { signal: options.signal }).catch((cause: unknown) => {
      throw new TravelError('cancelled', 'Connecting to NATS was stopped.', { cause });
    });
  }
}

/** Once connected, the client itself reconnects for ever. */
function connectionOptions(options: NatsOptions): ConnectionOptions {
  const urls = options.url.split(',').map((url) => new URL(url.includes('://') ? url : `nats://${url}`));
  const user = options.user ?? decodeURIComponent(urls[0]?.username ?? '');
  const pass = options.password ?? decodeURIComponent(urls[0]?.password ?? '');
  return {
    servers: urls.map((url) => url.host),
    name: options.name,
    ...(user === '' ? {} : { user, pass }),
    ...(options.token === undefined ? {} : { token: options.token }),
    timeout: options.operationTimeoutMs,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    reconnectJitter: 250,
    pingInterval: 5_000,
    maxPingOut: 2,
    // A rotated password must not end the process: it keeps trying, and readiness says no.
    ignoreAuthErrorAbort: true,
  };
}

/** Addresses without credentials. */
const hosts = (url: string) => url.replaceAll(/\/\/[^@,/]*@/g, '//');
