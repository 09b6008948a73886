import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type App = 'ws-gateway' | 'agent-worker' | 'webhook-ingress' | 'realtime-publisher';

/** One service of the cluster as a process of its own. */
export interface ServiceProcess {
  readonly app: App;
  /** Where it listens: `http://127.0.0.1:PORT`. */
  readonly url: string;
  readonly child: ChildProcess;
  /** Resolves with the exit code, `null` after a signal. */
  readonly ended: Promise<number | null>;
  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export interface ServiceSettings {
  env: Record<string, string>;
  /** Absolute path of the program; the app's own when not given. */
  main?: string;
  /** Arguments of the program. */
  args?: readonly string[];
  /** Ends the service at once, also while it starts. */
  signal?: AbortSignal;
  /** Gets every line the service prints. */
  onLine?: (line: string) => void;
  /** What is waited for: that it serves (`ready`, the default), or that its port answers (`listening`). */
  until?: 'ready' | 'listening';
}

/** The line in which a service says where it is. */
const saysWhere = {
  ready: /"url":"(http:[^"]+)"/,
  listening: /"health":"(http:[^"]+)\/health\/ready"/,
} as const;

const mainOf = (app: App) => fileURLToPath(new URL(`../../../apps/${app}/dist/main.js`, import.meta.url));

/** Services do not outlive whoever started them, however that ends. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** A service that ended before it said where it listens, with its last lines. */
export class EndedEarly extends Error {
  constructor(
    app: App,
    /** `null` when it was killed. */
    readonly code: number | null,
    lines: readonly string[],
  ) {
    super(`${app} ended with ${code} before it listened:\n${lines.join('\n')}`);
  }
}

/** Starts a service; resolves once it says where it listens, rejects with its last lines when it ends before. */
export async function startService(
  app: App,
  { env, main = mainOf(app), args = [], signal, onLine, until = 'ready' }: ServiceSettings,
): Promise<ServiceProcess> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--enable-source-maps', main, ...args],
    {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  running.add(child);
  const ended = once(child, 'exit').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  signal?.addEventListener('abort', () => child.kill('SIGKILL'), { once: true });
  const url = await whereItIs(child, ended, { app, onLine, until });
  return {
    app,
    url,
    child,
    ended,
    end: (signal) => {
      child.kill('SIGCONT');
      child.kill(signal);
      return ended;
    },
  };
}

function whereItIs(
  child: ChildProcess,
  ended: Promise<number | null>,
  { app, onLine, until }: { app: App; onLine?: (line: string) => void; until: keyof typeof saysWhere },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const last: string[] = [];
    const take = (line: string) => {
      onLine?.(line);
      last.push(line);
      if (last.length > 20) last.shift();
      const url = saysWhere[until].exec(line)?.[1];
      if (url !== undefined) resolve(url);
    };
    for (const stream of [child.stdout, child.stderr]) byLine(stream, take);
    void ended.then((code) => reject(new EndedEarly(app, code, last)));
  });
}

function byLine(stream: NodeJS.ReadableStream | null, take: (line: string) => void): void {
  let rest = '';
  stream?.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  });
}
