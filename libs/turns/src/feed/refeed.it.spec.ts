import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bus, openBus } from '@travellite/bus';
import { type Conversations, openConversations } from '@travellite/conversations';
import { type Turn, userConversation } from '@travellite/protocol';
import { silentLog } from '@travellite/telemetry';
import { cutRedisTail, startNats, startRedis, type TestServer } from '@travellite/test-servers';
import { createFeed, type Feed } from './feed.js';

const skip = process.env['TRAVELLITE_SKIP_SERVERS'] === '1';
const conversation = userConversation('ann');
const turn = (id: string): Turn => ({
  id,
  conversation,
  message: { text: `text of ${id}`, author: { userId: 'ann' }, ts: 1, door: 'native' },
});

(skip ? describe.skip : describe)('after the store lost its last writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'travellite-refeed-'));
  const opened: { close(): Promise<void> }[] = [];
  let nats: TestServer;
  let redis: TestServer;

  beforeAll(async () => {
    [nats, redis] = await Promise.all([startNats({ folder }), startRedis({ folder })]);
  });
  afterEach(async () => {
    for (const one of opened.splice(0).reverse()) await one.close();
  });
  afterAll(async () => {
    await Promise.all([nats.stop(), redis.stop()]);
    rmSync(folder, { recursive: true, force: true });
  });

  async function openWorkerPorts(): Promise<{ bus: Bus; conversations: Conversations }> {
    const timeout = { operationTimeoutMs: 2_000, partitions: 1 };
    const bus = await openBus({
      ...{ kind: 'nats', url: nats.url, name: 'test', replicas: 1, maxStreamBytes: 64 << 20 },
      ...timeout,
    });
    const conversations = await openConversations({
      ...{ kind: 'redis', url: redis.url, maxEvents: 100 },
      ...timeout,
    });
    opened.push(bus, conversations);
    return { bus, conversations };
  }

  function startFeed(ports: { bus: Bus; conversations: Conversations }): Feed {
    const feed = createFeed({ ...ports, partitions: [0], log: silentLog });
    opened.push(feed);
    return feed;
  }

  const mailbox = async ({ conversations }: { conversations: Conversations }) =>
    (await conversations.snapshot(conversation)).queued.map((waiting) => waiting.turn);

  async function untilMailboxHolds(ports: { conversations: Conversations }, ids: string[]): Promise<void> {
    for (;;) {
      const held = await mailbox(ports).catch(() => []);
      if (held.length >= ids.length) return expect(held).toEqual(ids);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  test('their turns are fed again, before anything newer, whoever notices and whoever dies', async () => {
    const first = await openWorkerPorts();
    await startFeed(first).start();
    const ids = ['a', 'b', 'c', 'd'];
    for (const id of ids) {
      await first.bus.publishTurn({ turn: turn(id) });
      await untilMailboxHolds(first, ids.slice(0, ids.indexOf(id) + 1));
    }

    await redis.kill();
    cutRedisTail(folder, 900);
    await redis.start();
    // Somebody meets the loss and dies before it is healed.
    expect((await first.conversations.snapshot(conversation)).queued.length).toBeLessThan(ids.length);
    for (const one of opened.splice(0).reverse()) await one.close();

    const second = await openWorkerPorts();
    const door = await openWorkerPorts();
    await door.bus.publishTurn({ turn: turn('e') });
    await startFeed(second).start();
    await untilMailboxHolds(second, [...ids, 'e']);
  });

  test('a feed that sleeps over the restart wakes, though nobody writes anything new', async () => {
    const worker = await openWorkerPorts();
    await startFeed(worker).start();
    const before = await mailbox(worker);
    const ids = ['f', 'g', 'h'];
    for (const id of ids) await worker.bus.publishTurn({ turn: turn(id) });
    await untilMailboxHolds(worker, [...before, ...ids]);

    await redis.kill();
    cutRedisTail(folder, 900);
    await redis.start();
    await untilMailboxHolds(worker, [...before, ...ids]);
  });
});
