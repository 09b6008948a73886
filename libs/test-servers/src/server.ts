import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** How a server program is started and how one knows that it serves. */
export interface ServerSpec {
  name: string;
  program: string;
  args: string[];
  port: number;
  /** The line the server prints once it serves. */
  ready: RegExp;
  /** What is done before every start. */
  prepare?(): Promise<void>;
}

/** A real server on 127.0.0.1 that a test may treat badly. It keeps its data folder and its port over restarts. */
export interface TestServer {
  readonly port: number;
  /** `nats://127.0.0.1:4222`, `redis://127.0.0.1:6379` */
  readonly url: string;
  readonly pid: number;
  /** SIGKILL: no goodbye, no flush. Resolves when the process is gone. */
  kill(): Promise<void>;
  /** SIGTERM. */
  stop(): Promise<void>;
  /** SIGSTOP and SIGCONT: alive and silent. */
  pause(): void;
  resume(): void;
  /** Starts it again after `kill` or `stop`, on the same port and data; resolves when it serves. */
  start(): Promise<void>;
}

/** Ends children even when the test run is cut short. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export async function startServer(scheme: string, spec: ServerSpec): Promise<TestServer> {
  const begin = async () => {
    await spec.prepare?.();
    return launch(spec);
  };
  let child = await begin();
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGCONT');
    child.kill(signal);
    await gone;
  };
  return {
    port: spec.port,
    url: `${scheme}://127.0.0.1:${spec.port}`,
    get pid() {
      return child.pid ?? 0;
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    start: async () => {
      await end('SIGKILL');
      child = await begin();
    },
  };
}

const startLimitMs = 15_000;

function launch(spec: ServerSpec): Promise<ChildProcess> {
  const child = spawn(spec.program, spec.args, { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail(`did not serve within ${startLimitMs} ms`);
    }, startLimitMs);
    const fail = (why: string) => {
      clearTimeout(timer);
      reject(new Error(`${spec.name} ${why}:\n${said}`));
    };
    const listen = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
      if (!spec.ready.test(said)) return;
      clearTimeout(timer);
      resolve(child);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code, signal) => {
      running.delete(child);
      fail(`ended with ${code ?? signal}`);
    });
  });
}
