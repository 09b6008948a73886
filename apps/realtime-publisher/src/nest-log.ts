import { type LoggerService } from '@nestjs/common';
import { type Log } from '@travellite/telemetry';

/** Nest's own lines in our log. What Nest says of its start is of use only when something is wrong. */
export const nestLog = (log: Log): LoggerService => ({
  log: (message: unknown) => log.debug(String(message)),
  debug: (message: unknown) => log.debug(String(message)),
  verbose: (message: unknown) => log.debug(String(message)),
  warn: (message: unknown) => log.warn(String(message)),
  error: (message: unknown, cause?: unknown) => log.error(String(message), {}, cause),
  fatal: (message: unknown, cause?: unknown) => log.error(String(message), {}, cause),
});
