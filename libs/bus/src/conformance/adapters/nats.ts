import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '@travellite/telemetry';
import { startNats, type TestServer } from '@travellite/test-servers';
import { connect, type NatsConnection } from 'nats';
import { NatsBus } from '../../nats/nats-bus.js';
import { type BusFixture } from '../fixture.js';

async function deleteStreams(url: string): Promise<void> {
  const connection = await connect({ servers: url });
  const manager = await connection.jetstreamManager();
  for await (const { config } of manager.streams.list()) await manager.streams.delete(config.name);
  await connection.close();
}

/** A real server for a whole suite; each case begins without streams. */
export async function openNatsFixture(): Promise<
  BusFixture & { server: TestServer; close(): Promise<void> }
> {
  const folder = mkdtempSync(join(tmpdir(), 'travellite-nats-'));
  const server = await startNats({ folder });
  let severed = false;
  return {
    server,
    patienceMs: 10_000,
    async open({ partitions }) {
      if (severed) await server.start();
      severed = false;
      await deleteStreams(server.url);
      const join = () =>
        NatsBus.open({
          url: server.url,
          name: 'conformance',
          replicas: 1,
          partitions,
          maxStreamBytes: 16 << 20,
          operationTimeoutMs: 1000,
          log: silentLog,
        });
      const bus = await join();
      const members = [bus];
      return {
        bus,
        join: async () => {
          const member = await join();
          members.push(member);
          return member;
        },
        interrupt: async () => {
          await server.kill();
          await server.start();
        },
        // Its connection goes without a word; what it does then reaches nobody.
        die: async (member) => (member as unknown as { connection: NatsConnection }).connection.close(),
        sever: async () => {
          severed = true;
          await server.kill();
        },
        close: async () => void (await Promise.all(members.map((member) => member.close()))),
      };
    },
    async close() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
