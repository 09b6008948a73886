import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { once } from 'node:events';

/** A server under measurement, in a process of its own. */
export interface ServerProcess {
  /** `ws://127.0.0.1:<port>` */
  url: string;
  /** CPU seconds used so far, user and system. */
  cpuSeconds(): number;
  /** Resident memory in KiB. */
  rssKib(): number;
  /** Asks a `--expose-gc` server to collect garbage (SIGUSR2) and waits until memory has settled. */
  stop(): Promise<void>;
}

/** Linux' clock ticks a second, `sysconf(_SC_CLK_TCK)`: 100 on every supported architecture. */
const ticksPerSecond = 100;

/** Starts `node main` and resolves once it prints a line with its address. */
export async function startServer(main: string, env: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const port = await portOf(child);
  const pid = child.pid ?? 0;
  return {
    url: `ws://127.0.0.1:${port}`,
    cpuSeconds: () => {
      // Fields 14 and 15 of /proc/PID/stat, counted after the command name, which may hold spaces (man 5 proc).
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
    },
    rssKib: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

function portOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const match = /http:\/\/[^\s/:]+:(\d+)/.exec(said);
      if (match?.[1] !== undefined) resolve(match[1]);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) =>
      reject(new Error(`the server ended with ${code} before it listened:\n${said}`)),
    );
  });
}
