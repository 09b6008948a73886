import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './free-port.js';
import { findProgram } from './programs.js';
import { startServer, type TestServer } from './server.js';

/** A `redis-server` whose data lies under `folder`, by default with the append-only file synced on every write, as production runs it. */
export async function startRedis(options: {
  folder: string;
  port?: number;
  path?: string;
  args?: string[];
}): Promise<TestServer> {
  const port = options.port ?? (await freePort());
  const folder = join(options.folder, 'redis');
  mkdirSync(folder, { recursive: true });
  const path = options.path ?? '/usr/bin:/usr/local/bin';
  const durable = [
    '--appendonly',
    'yes',
    '--appendfsync',
    'always',
    '--save',
    '',
    '--maxmemory-policy',
    'noeviction',
  ];
  return startServer('redis', {
    name: 'redis-server',
    program: findProgram('redis-server', path),
    args: [
      '--bind',
      '127.0.0.1',
      '--port',
      String(port),
      '--dir',
      folder,
      ...durable,
      ...(options.args ?? []),
    ],
    port,
    ready: /Ready to accept connections/,
    prepare: () => cutTornTail(findProgram('redis-check-aof', path), folder),
  });
}

/**
 * What production does before every start, too (decision 0004): Redis cuts off a torn command by itself, but leaves the beginning of a
 * torn script in the file, and the start after that runs it.
 */
async function cutTornTail(program: string, folder: string): Promise<void> {
  const manifest = join(folder, 'appendonlydir', 'appendonly.aof.manifest');
  if (!existsSync(manifest)) return;
  const check = spawn(program, ['--fix', manifest], { stdio: ['pipe', 'pipe', 'inherit'] });
  let said = '';
  check.stdout.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
  check.stdin.end('y\n');
  const [code] = (await once(check, 'close')) as [number | null];
  if (code !== 0) throw new Error(`redis-check-aof ended with ${code}:\n${said}`);
}

/**
 * Takes `bytes` off the end of a stopped server's append-only file, as a disk may that lied about syncing: its last writes are gone.
 * The next start loads what is left.
 */
export function cutRedisTail(folder: string, bytes: number): void {
  const files = join(folder, 'redis', 'appendonlydir');
  for (const name of readdirSync(files).filter((file) => file.endsWith('.incr.aof'))) {
    const file = join(files, name);
    truncateSync(file, Math.max(0, statSync(file).size - bytes));
  }
}
