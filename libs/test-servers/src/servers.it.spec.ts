import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:net';
import { startNats, startRedis, type TestServer } from './index.js';

const skip = process.env['TRAVELLITE_SKIP_SERVERS'] === '1';
const folder = mkdtempSync(join(tmpdir(), 'travellite-servers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const accepts = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });

(skip ? describe.skip : describe).each([
  ['nats-server', startNats],
  ['redis-server', startRedis],
])('%s', (_name, start: (options: { folder: string; port?: number }) => Promise<TestServer>) => {
  test('serves, dies at once when killed, and comes back on the same port', async () => {
    const server = await start({ folder });
    try {
      expect(await accepts(server.port)).toBe(true);
      const first = server.pid;
      await server.kill();
      expect(await accepts(server.port)).toBe(false);
      await server.start();
      expect(await accepts(server.port)).toBe(true);
      expect(server.pid).not.toBe(first);
    } finally {
      await server.stop();
    }
    expect(await accepts(server.port)).toBe(false);
  });

  test('a server that cannot start says why', async () => {
    const server = await start({ folder });
    try {
      await expect(start({ folder: join(folder, 'other'), port: server.port })).rejects.toThrow(/ended with/);
    } finally {
      await server.stop();
    }
  });
});
