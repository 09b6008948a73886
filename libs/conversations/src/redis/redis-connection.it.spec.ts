import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '@travellite/telemetry';
import { freePort, startRedis } from '@travellite/test-servers';
import { RedisConnection } from './redis-connection.js';

const skip = process.env['TRAVELLITE_SKIP_SERVERS'] === '1';

(skip ? describe.skip : describe)('opening a connection to Redis', () => {
  const folder = mkdtempSync(join(tmpdir(), 'travellite-redis-connection-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Opens, and gives the reason of the second attempt. */
  function open(url: string, signal?: AbortSignal) {
    const reasons: string[] = [];
    const tried = Promise.withResolvers<string>();
    const onWaiting = (reason: string) => reasons.push(reason) === 2 && tried.resolve(reason);
    const settings = { partitions: 1, maxEvents: 10, operationTimeoutMs: 1_000, log: silentLog };
    return { tried: tried.promise, opening: RedisConnection.open({ url, signal, onWaiting, ...settings }) };
  }

  test('waits for a server that comes late', async () => {
    const port = await freePort();
    const { tried, opening } = open(`redis://127.0.0.1:${port}`);
    expect(await tried).toMatch(/^Redis cannot be reached: .*ECONNREFUSED/);
    const server = await startRedis({ folder, port });
    const connection = await opening;
    expect(await connection.call('PING')).toBe('PONG');
    await connection.close();
    await server.stop();
  });

  test('wrong credentials are said to be that, and waiting can be given up', async () => {
    const server = await startRedis({ folder: join(folder, 'other'), args: ['--requirepass', 'right'] });
    const stop = new AbortController();
    const { tried, opening } = open(server.url.replace('//', '//:wrong@'), stop.signal);
    expect(await tried).toBe('Redis refuses the credentials.');
    stop.abort();
    try {
      await expect(opening).rejects.toMatchObject({ code: 'provider_unavailable' });
    } finally {
      await server.stop();
    }
  });
});
