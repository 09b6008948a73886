import { type Log } from '@travellite/telemetry';

type Say = (message: unknown, cause?: unknown) => void;

/** Nest's own lines in our log, in the form of its `LoggerService`. What Nest says of its start is of use only when something is wrong. */
export function nestLog(log: Log): Record<'log' | 'debug' | 'verbose' | 'warn' | 'error' | 'fatal', Say> {
  const quiet: Say = (message) => log.debug(String(message));
  const fault: Say = (message, cause) =>
    log.error(String(message), {}, message instanceof Error ? message : cause);
  const warn: Say = (message) => log.warn(String(message));
  return { log: quiet, debug: quiet, verbose: quiet, warn, error: fault, fatal: fault };
}
