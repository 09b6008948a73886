import { join } from 'node:path';
import { freePort } from './free-port.js';
import { findProgram } from './programs.js';
import { startServer, type TestServer } from './server.js';

/** A `nats-server` with JetStream whose data lies under `folder`. */
export async function startNats(options: {
  folder: string;
  port?: number;
  path?: string;
  args?: string[];
  /** On unless said otherwise. */
  jetStream?: boolean;
}): Promise<TestServer> {
  const port = options.port ?? (await freePort());
  return startServer('nats', {
    name: 'nats-server',
    program: findProgram('nats-server', options.path ?? '/usr/bin:/usr/local/bin'),
    args: [
      '-a',
      '127.0.0.1',
      '-p',
      String(port),
      ...(options.jetStream === false ? [] : ['-js', '-sd', join(options.folder, 'nats')]),
      ...(options.args ?? []),
    ],
    port,
    ready: /Server is ready/,
  });
}
