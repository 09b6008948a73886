import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bus, openBus } from '@travellite/bus';
import { type Knowledge, openKnowledge } from '@travellite/knowledge';
import { silentLog } from '@travellite/telemetry';
import { startNats, type TestServer } from '@travellite/test-servers';
import { followDocuments } from './follow-documents.js';

const fair = {
  title: 'The lantern fair',
  text: 'Lanterns float in May.',
  source: 'Town hall',
  kind: 'upload',
};

/** A worker as far as documents go: a connection and passages of its own. */
async function startWorker(
  url: string,
): Promise<{ bus: Bus; knowledge: Knowledge; end: () => Promise<void> }> {
  const settings = { replicas: 1, partitions: 1, maxStreamBytes: 16 << 20, operationTimeoutMs: 2_000 };
  const bus = await openBus({ kind: 'nats', url, name: 'test', ...settings });
  const knowledge = await openKnowledge({ kind: 'embedded', embedding: 'none' });
  const following = await followDocuments(bus, knowledge, silentLog);
  const end = async () => {
    workers.delete(end);
    await following.close();
    await bus.close();
    await knowledge.close();
  };
  workers.add(end);
  return { bus, knowledge, end };
}

/** How to end the workers that a failed test left behind. */
const workers = new Set<() => Promise<void>>();

const found = async ({ knowledge }: { knowledge: Knowledge }) =>
  (await knowledge.search({ text: 'lanterns float', limit: 5 })).map(({ document, text }) => [
    document,
    text,
  ]);

async function until(what: () => Promise<unknown>, expected: unknown): Promise<void> {
  const end = Date.now() + 15_000;
  let last = await what();
  while (JSON.stringify(last) !== JSON.stringify(expected) && Date.now() < end) {
    // Looking things up takes no turn of the event loop, and messages need one.
    await new Promise((resolve) => setTimeout(resolve, 5));
    last = await what();
  }
  expect(last).toEqual(expected);
}

describe('documents in a cluster whose workers keep their own passages', () => {
  let server: TestServer;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'travellite-nats-'));
    server = await startNats({ folder });
  });
  afterAll(async () => {
    for (const end of workers) await end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('reach every worker, also one that starts later, also after the server came back', async () => {
    const first = await startWorker(server.url);
    const second = await startWorker(server.url);
    const document = { namespace: 'shared', id: 'upload:fair', content: fair };
    await first.bus.documents.publish(document);
    const known = [['upload:fair', fair.text]];
    await until(() => found(first), known);
    await until(() => found(second), known);

    await second.end();
    await first.bus.documents.publish({ ...document, content: { ...fair, text: 'Lanterns float in June.' } });
    await server.kill();
    await server.start();
    const third = await startWorker(server.url);
    const renewed = [['upload:fair', 'Lanterns float in June.']];
    await until(() => found(third), renewed);
    await until(() => found(first), renewed);

    await third.bus.documents.publish({ ...document, content: null });
    await until(() => found(first), []);
    await until(() => found(third), []);
    await first.end();
    await third.end();
  }, 60_000);
});
