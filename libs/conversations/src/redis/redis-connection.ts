import { TravelError } from '@travellite/protocol';
import { Redis } from 'ioredis';
import { type RedisOptions } from './redis-options.js';
import { readScripts, type StepName } from './scripts.js';

/** What a script answers: strings, whole numbers, and lists of these. */
export type Reply = (string | number | null | Reply)[];

type Command = (keyCount: number, ...args: (string | number)[]) => Promise<Reply>;

const longestRetryMs = 1_000;

/**
 * One connection that comes back by itself. A call never waits for longer than the operation timeout: it is refused when there is
 * no connection by then, and rejects when no answer came. Each connection first learns which run of the server it talks to; every
 * script is sent with that run id, so that a call made before a restart cannot write after it.
 */
export class RedisConnection {
  private readonly redis: Redis;
  /** Settled once the current connection has said which run of the server it talks to. */
  private run = newRun();
  private closed = false;
  /** The connection whose writes are being collected. */
  private corked: Redis['stream'] | undefined;
  private whyNot = 'Redis cannot be reached.';

  private constructor(private readonly options: RedisOptions) {
    this.redis = new Redis(options.url, {
      lazyConnect: true,
      maxRetriesPerRequest: null,
      enableOfflineQueue: false,
      autoResendUnfulfilledCommands: false,
      connectTimeout: options.operationTimeoutMs,
      commandTimeout: options.operationTimeoutMs,
      keepAlive: 5_000,
      noDelay: true,
      retryStrategy: (attempt) => this.nextTry(attempt),
      scripts: Object.fromEntries(
        Object.entries(readScripts()).map(([name, lua]) => [commandName(name), { lua }]),
      ),
    });
    // Without a listener ioredis prints stacks; it is said where it is tried again.
    this.redis.on('error', (error: Error) => (this.whyNot = reasonOf(error)));
    this.redis.on('ready', () => void this.learnRun());
    // Who waits for a server that has not answered yet goes on waiting over every attempt.
    this.redis.on('close', () => this.run.id !== undefined && (this.run = newRun()));
  }

  /** Waits until Redis is there, however long it takes: one log line per attempt. */
  static async open(options: RedisOptions): Promise<RedisConnection> {
    const connection = new RedisConnection(options);
    const stop = () => void connection.close();
    options.signal?.addEventListener('abort', stop, { once: true });
    connection.redis
      .connect()
      .catch((error: Error) => options.log.debug('redis connect', { cause: error.message }));
    await connection.run.promise.finally(() => options.signal?.removeEventListener('abort', stop));
    return connection;
  }

  /** Which run of the server the connection is to; waits for it no longer than the operation timeout. */
  runId(): string | Promise<string> {
    return this.run.id ?? this.awaitRun();
  }

  /** Runs a step's script; the run id that it was made for goes in front of the arguments, so that another run refuses it. */
  async step(
    name: StepName | 'recover',
    runId: string,
    keys: readonly string[],
    args: readonly (string | number)[],
  ): Promise<Reply> {
    return this.send(name, keys, [runId, ...args]);
  }

  /** A plain command. */
  async call(command: string, ...args: (string | number)[]): Promise<unknown> {
    await this.runId();
    this.writeTogether();
    return this.answer(this.redis.call(command, ...args));
  }

  get connected(): boolean {
    return this.redis.status === 'ready';
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    if (this.connected) await this.redis.quit().catch(() => this.redis.disconnect());
    else this.redis.disconnect();
    // Between two attempts the client ends without a word.
    this.run.id = undefined;
    this.run.reject(unavailable('The conversation store is closed.'));
  }

  private send(name: StepName | 'recover', keys: readonly string[], args: readonly (string | number)[]) {
    const command = (this.redis as unknown as Record<string, Command>)[commandName(name)];
    if (command === undefined) throw new TypeError(`no script ${name}`);
    this.writeTogether();
    return this.answer(command.call(this.redis, keys.length, ...keys, ...args));
  }

  /**
   * What is asked in one turn of the event loop goes out in one write: fewer calls of the system here, and at the server fewer
   * rounds, each of which ends with a sync of the append-only file.
   */
  private writeTogether(): void {
    const { stream } = this.redis;
    if (!stream || stream.destroyed || stream === this.corked) return;
    this.corked = stream;
    stream.cork();
    setImmediate(() => {
      this.corked = undefined;
      stream.uncork();
    });
  }

  private async answer<T>(reply: Promise<T>): Promise<T> {
    try {
      return await reply;
    } catch (error) {
      const message = (error as Error).message;
      // A server that does not answer may be behind a link that swallows everything: only a new connection shows.
      if (message === 'Command timed out') this.redis.disconnect(true);
      if (message.startsWith('OOM')) throw unavailable('The conversation store is out of memory.', error);
      throw unavailable('The conversation store did not answer.', error);
    }
  }

  private async awaitRun(): Promise<string> {
    if (this.closed) throw unavailable('The conversation store is closed.');
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      const fail = () => reject(unavailable('The conversation store cannot be reached.'));
      timer = setTimeout(fail, this.options.operationTimeoutMs);
    });
    try {
      return await Promise.race([this.run.promise, tooLate]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** When the answer does not come the connection is given up, and the next one is asked. */
  private async learnRun(): Promise<void> {
    const run = this.run;
    try {
      const info = await this.redis.info('server');
      const id = /^run_id:(\w+)/m.exec(info)?.[1];
      if (id === undefined) throw new Error('INFO server has no run_id');
      run.id = id;
      run.resolve(id);
    } catch (error) {
      this.options.log.warn('Redis did not say which run it is', { cause: (error as Error).message });
      if (!this.closed) this.redis.disconnect(true);
    }
  }

  private nextTry(attempt: number): number | null {
    if (this.closed) return null;
    const delayMs = Math.min(longestRetryMs, 50 * 2 ** Math.min(attempt, 10));
    const server = this.options.url.replace(/\/\/[^@/]*@/, '//');
    const fields = { attempt, server, nextTryMs: delayMs, reason: this.whyNot };
    this.options.onWaiting?.(this.whyNot);
    this.options.log.warn('Redis cannot be used yet; trying again', fields);
    return delayMs;
  }
}

/** Why Redis cannot be used, as a sentence for operators. */
function reasonOf({ message }: Error): string {
  if (/^(WRONGPASS|NOAUTH|NOPERM)/.test(message)) return 'Redis refuses the credentials.';
  return `Redis cannot be reached: ${message}.`;
}

/** Scripts become methods of the client, which has an `emit` of its own. */
const commandName = (script: string) => `step:${script}`;

function newRun() {
  const run: PromiseWithResolvers<string> & { id?: string } = Promise.withResolvers<string>();
  // Nobody may be waiting when the connection ends.
  run.promise.catch(() => undefined);
  return run;
}

const unavailable = (message: string, cause?: unknown) =>
  new TravelError('provider_unavailable', message, { cause });
