export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Facts beside the sentence: codes, ids, counts, durations in ms. Never secrets, never what a person wrote. */
export type LogFields = Record<string, string | number | boolean | undefined>;

/** Where a room says what happened. One line an event, a sentence plus facts. */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  /** `cause` is the thrown value; its stack is kept. */
  error(message: string, fields?: LogFields, cause?: unknown): void;
  /** The same log with these facts on every line. */
  with(fields: LogFields): Log;
}

const order: Record<LogLevel, number> = { debug: 10, info: 20, warn: 30, error: 40 };

interface Sink {
  write(line: string): void;
}

/** JSON lines on stderr (stdout belongs to what a person reads), from `level` up. */
export function consoleLog(level: LogLevel, fields: LogFields = {}, sink: Sink = process.stderr): Log {
  const say = (at: LogLevel, message: string, more: LogFields = {}, cause?: unknown) => {
    if (order[at] < order[level]) return;
    const line = {
      time: new Date().toISOString(),
      level: at,
      message,
      ...fields,
      ...more,
      ...causeOf(cause),
    };
    sink.write(`${JSON.stringify(line)}\n`);
  };
  return {
    debug: (message, more) => say('debug', message, more),
    info: (message, more) => say('info', message, more),
    warn: (message, more) => say('warn', message, more),
    error: (message, more, cause) => say('error', message, more, cause),
    with: (more) => consoleLog(level, { ...fields, ...more }, sink),
  };
}

function causeOf(cause: unknown): LogFields {
  if (cause === undefined) return {};
  if (!(cause instanceof Error)) return { cause: String(cause) };
  const root = cause.cause === undefined ? {} : { rootCause: String(cause.cause) };
  return { cause: cause.message, stack: cause.stack, ...root };
}

const nothing = () => undefined;

/** Says nothing: for tests and tools. */
export const silentLog: Log = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  with: () => silentLog,
};
