import { mkdirSync, readdirSync, statSync, truncateSync } from 'node:fs';
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
    program: findProgram('redis-server', options.path ?? '/usr/bin:/usr/local/bin'),
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
  });
}

/**
 * Takes `bytes` off the end of a stopped server's append-only file, as a disk may that lied about syncing: its last writes are gone.
 * Redis loads what is left (`aof-load-truncated`).
 */
export function cutRedisTail(folder: string, bytes: number): void {
  const files = join(folder, 'redis', 'appendonlydir');
  for (const name of readdirSync(files).filter((file) => file.endsWith('.incr.aof'))) {
    const file = join(files, name);
    truncateSync(file, Math.max(0, statSync(file).size - bytes));
  }
}
