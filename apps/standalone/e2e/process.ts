import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));

/** `npm start`'s server as a process of its own. */
export interface Server {
  /** `http://127.0.0.1:PORT` */
  url: string;
  child: ChildProcess;
  /** Everything it printed. */
  output(): string;
  /** Sends the signal and waits for the end; gives the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export interface Failure {
  code: number | null;
  output: string;
}

const running = new Set<ChildProcess>();

/** Starts the server on a free port; gives the server, or how it ended before it listened. */
export function launch(folder: string, env: Record<string, string> = {}): Promise<Server | Failure> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], {
    env: {
      ...process.env,
      PORT: '0',
      TRAVELLITE_DATA: folder,
      // No test here asks for meaning, and the model costs seconds on every fresh folder.
      TRAVELLITE_EMBEDDING: 'none',
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
    return child.exitCode;
  };
  return new Promise((resolve) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const port = /running at http:\/\/localhost:(\d+)/.exec(output)?.[1];
      if (port !== undefined) resolve({ url: `http://127.0.0.1:${port}`, child, output: () => output, end });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code, output });
    });
  });
}

export async function start(folder: string, env?: Record<string, string>): Promise<Server> {
  const launched = await launch(folder, env);
  if ('code' in launched) throw new Error(`the server ended with ${launched.code}:\n${launched.output}`);
  return launched;
}

/** How a server that must not start ended. */
export async function fail(folder: string, env?: Record<string, string>): Promise<Failure> {
  const launched = await launch(folder, env);
  if ('code' in launched) return launched;
  await launched.end('SIGKILL');
  throw new Error(`the server started:\n${launched.output()}`);
}

/** Ends what a failed test left behind. */
export function endAll(): void {
  for (const child of running) child.kill('SIGKILL');
}
