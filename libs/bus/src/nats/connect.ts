import { setTimeout as pause } from 'node:timers/promises';
import { TravelError } from '@travellite/protocol';
import { connect, type ConnectionOptions, ErrorCode, type NatsConnection, NatsError } from 'nats';
import { type NatsOptions } from './nats-options.js';

const firstDelayMs = 250;
const longestDelayMs = 5_000;

/**
 * Connects and prepares, however long it takes: one log line per attempt, growing pauses. Rejects only when `signal` says so, or
 * with what no repetition heals (a `TravelError` that is not retryable).
 */
export async function connectNats<T>(
  options: NatsOptions,
  prepare: (connection: NatsConnection) => Promise<T>,
): Promise<T> {
  for (
    let attempt = 1, delayMs = firstDelayMs;
    ;
    attempt += 1, delayMs = Math.min(delayMs * 2, longestDelayMs)
  ) {
    try {
      return await tryOnce(options, prepare);
    } catch (error) {
      if (error instanceof TravelError && !error.retryable) throw error;
      const reason = reasonOf(error);
      options.onWaiting?.(reason);
      const fields = { attempt, server: hosts(options.url), nextTryMs: delayMs, reason };
      options.log.warn('NATS cannot be used yet; trying again', fields);
    }
    await pause(delayMs, undefined, { signal: options.signal }).catch((cause: unknown) => {
      throw new TravelError('cancelled', 'Connecting to NATS was stopped.', { cause });
    });
  }
}

async function tryOnce<T>(
  options: NatsOptions,
  prepare: (connection: NatsConnection) => Promise<T>,
): Promise<T> {
  const connection = await connect(connectionOptions(options));
  try {
    return await prepare(connection);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

export const credentialsRefused = 'NATS refuses the credentials.';

const refusals = new Set<string>([
  ErrorCode.AuthorizationViolation,
  ErrorCode.AuthenticationExpired,
  ErrorCode.AuthenticationTimeout,
  ErrorCode.AccountExpired,
]);

/** Whether an error code of the client says that the server does not accept who we are. */
export const refusesCredentials = (code: string): boolean => refusals.has(code);

/** Why NATS cannot be used, as a sentence for operators. */
function reasonOf(error: unknown): string {
  if (!(error instanceof NatsError)) return `NATS cannot be reached: ${(error as Error).message}.`;
  const { code, api_error: refusal, chainedError } = error;
  if (refusesCredentials(code)) return credentialsRefused;
  if (refusal) return `NATS refuses the streams: ${refusal.description}.`;
  if (code === ErrorCode.NoResponders || code === ErrorCode.JetStreamNotEnabled) {
    return 'NATS runs without JetStream.';
  }
  return `NATS cannot be reached: ${chainedError?.message ?? error.message}.`;
}

const schemes = new Set(['nats:', 'tls:']);

/** Once connected, the client itself reconnects for ever. */
function connectionOptions(options: NatsOptions): ConnectionOptions {
  const urls = options.url.split(',').map((url) => new URL(url.includes('://') ? url : `nats://${url}`));
  const strange = urls.find(({ protocol }) => !schemes.has(protocol));
  if (strange) {
    throw new TravelError(
      'invalid',
      `NATS_URL must begin with nats:// or tls://, not ${strange.protocol}//.`,
    );
  }
  const user = options.user ?? decodeURIComponent(urls[0]?.username ?? '');
  const pass = options.password ?? decodeURIComponent(urls[0]?.password ?? '');
  return {
    servers: urls.map((url) => url.host),
    // Asked for, it is insisted on: a server that does not offer it is not spoken to, and learns no password.
    ...(urls.some(({ protocol }) => protocol === 'tls:') ? { tls: {} } : {}),
    name: options.name,
    ...(user === '' ? {} : { user, pass }),
    ...(options.token === undefined ? {} : { token: options.token }),
    timeout: options.operationTimeoutMs,
    // A stack for every request, kept in case it fails, took a twentieth of a worker's time.
    noAsyncTraces: true,
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
