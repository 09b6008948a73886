import { type LoggerService } from '@nestjs/common';
import { type Log } from '@travellite/telemetry';

/** Nest's own lines in our log: its start-up chatter as `debug`, warnings and errors as they are. */
export function nestLog(log: Log): LoggerService {
  const say = (message: unknown) => String(message);
  return {
    log: (message: unknown) => log.debug(say(message)),
    debug: (message: unknown) => log.debug(say(message)),
    verbose: (message: unknown) => log.debug(say(message)),
    warn: (message: unknown) => log.warn(say(message)),
    error: (message: unknown, ...rest: unknown[]) =>
      log.error(say(message), {}, message instanceof Error ? message : rest[0]),
    fatal: (message: unknown, ...rest: unknown[]) => log.error(say(message), {}, rest[0]),
  };
}
