import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endAll, fail, start } from './process.js';
import { Socket } from './socket.js';

const folder = mkdtempSync(join(tmpdir(), 'travellite-process-'));
afterAll(() => {
  endAll();
  rmSync(folder, { recursive: true, force: true });
});

const oneLine = (output: string) => output.trim().split('\n');

describe('starting', () => {
  test('says where it is and what it works with', async () => {
    const server = await start(join(folder, 'hello'));
    expect(server.output()).toMatch(/model .*offline/);
    expect(server.output()).toMatch(/stores .*SQLite in .*hello/);
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
    await server.end('SIGTERM');
  });

  test('a taken port is one line and exit 1', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const { code, output } = await fail(join(folder, 'port'), { PORT: String(port) });
    taken.close();
    expect(code).toBe(1);
    expect(oneLine(output)).toEqual([expect.stringMatching(new RegExp(`127.0.0.1:${port} is taken .*PORT`))]);
  });

  test('a data folder that cannot be made is one line and exit 1', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const { code, output } = await fail(join(file, 'data'));
    expect(code).toBe(1);
    expect(oneLine(output)).toEqual([expect.stringMatching(/data folder .*TRAVELLITE_DATA/)]);
  });

  test('every bad setting is named, and exit 1', async () => {
    const { code, output } = await fail(join(folder, 'bad'), {
      TRAVELLITE_AGENT: 'parrot',
      LOG_LEVEL: 'loud',
    });
    expect(code).toBe(1);
    expect(oneLine(output)).toEqual([
      expect.stringMatching(/^TRAVELLITE_AGENT/),
      expect.stringMatching(/^LOG_LEVEL/),
    ]);
  });

  test('a second process on the same data folder says so and ends; the first is not disturbed', async () => {
    const shared = join(folder, 'shared');
    const first = await start(shared);
    const { code, output } = await fail(shared);
    expect(code).toBe(1);
    expect(oneLine(output)).toEqual([expect.stringMatching(/in use/)]);
    expect((await fetch(`${first.url}/health/ready`)).status).toBe(200);
    await first.end('SIGTERM');
  });
});

describe('stopping', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s: the running turn ends, sockets close with 1012, exit 0',
    async (signal) => {
      const server = await start(join(folder, signal));
      const socket = await Socket.open(`${server.url}/api/gateway/ws?userId=stop`);
      socket.send('plan a 3 day trip to Rome');
      await socket.until((frame) => frame['streaming'] === true);
      const [code, closeCode] = await Promise.all([server.end(signal), socket.closed]);
      expect(code).toBe(0);
      expect(closeCode).toBe(1012);
      expect(socket.frames.at(-1)).toMatchObject({ complete: true });
    },
  );

  test('a killed server leaves a data folder that opens again', async () => {
    const data = join(folder, 'killed');
    await (await start(data)).end('SIGKILL');
    const server = await start(data);
    expect(await server.end('SIGTERM')).toBe(0);
  });
});
