import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '@travellite/telemetry';
import { ann, answerOf, beginAndEnd, bob } from '../conformance/kit.js';
import { openInProcessBus } from './in-process-bus.js';
import { InProcessOutbound } from './in-process-outbound.js';

const hourMs = 3_600_000;

describe('answers of one process with a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'travellite-outbound-'));
  let now = 1_795_000_000_000;
  const open = () => openInProcessBus({ folder, now: () => now, redeliverMs: 1 });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('outlive it, and are known again by their ids', async () => {
    const first = open();
    expect(first.capabilities.durableOutbound).toBe(true);
    await first.outbound.publish(answerOf(ann, 1));
    await first.outbound.bury(answerOf(bob, 1), { code: 'forbidden', sentence: 'No.' });
    await first.close();

    const second = open();
    const ids: string[] = [];
    await second.outbound.consume('', async ({ id }) => void ids.push(id));
    await second.outbound.publish(answerOf(ann, 1));
    await second.outbound.publish(answerOf(ann, 2));
    while ((await second.outbound.load('')).waiting > 0)
      await new Promise((resolve) => setImmediate(resolve));
    expect(ids).toEqual([answerOf(ann, 1).id, answerOf(ann, 2).id]);
    expect(await second.outbound.load('')).toEqual({ waiting: 0, buried: 1 });
    await second.close();
  });

  it('are dropped after a day nobody published them in', async () => {
    const bus = open();
    await bus.outbound.publish(answerOf(ann, 3));
    now += 23 * hourMs;
    await bus.outbound.publish(answerOf(ann, 4));
    expect(await bus.outbound.load('')).toMatchObject({ waiting: 2 });
    now += 2 * hourMs;
    await bus.outbound.publish(answerOf(ann, 5));
    expect(await bus.outbound.load('')).toMatchObject({ waiting: 2 });
    await bus.close();
  });

  it('are taken by one consumer at a time', async () => {
    const bus = open();
    await bus.outbound.consume('', async () => undefined);
    await expect(bus.outbound.consume('', async () => undefined)).rejects.toMatchObject({ code: 'conflict' });
    await bus.close();
  });
});

describe('the disk', () => {
  const folders: string[] = [];
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));
  const endOf = (seq: number) => beginAndEnd(ann, 2 * seq).end;
  const nextMoment = () => new Promise((resolve) => setImmediate(resolve));

  /** Answers whose file is on the disk when the test says so. */
  function open() {
    const folder = mkdtempSync(join(tmpdir(), 'travellite-outbound-'));
    folders.push(folder);
    const syncs: PromiseWithResolvers<void>[] = [];
    const syncFile = () => {
      const sync = Promise.withResolvers<void>();
      syncs.push(sync);
      return sync.promise;
    };
    const outbound = new InProcessOutbound({ folder, now: Date.now, retryMs: 1, log: silentLog, syncFile });
    const taken: string[] = [];
    return { outbound, syncs, taken, consume: async ({ id }: { id: string }) => void taken.push(id) };
  }

  it('is not waited for by who consumes, and is by who published', async () => {
    const { outbound, syncs, taken, consume } = open();
    await outbound.consume('', consume);
    let published = false;
    const publishing = outbound.publish(endOf(1)).then(() => (published = true));
    await nextMoment();
    expect([taken, published, syncs.length]).toEqual([[endOf(1).id], false, 1]);
    syncs[0]?.resolve();
    await publishing;
    await outbound.close();
  });

  it('is asked once for all that was published while it was busy', async () => {
    const { outbound, syncs } = open();
    const first = outbound.publish(endOf(1));
    await nextMoment();
    const others = [2, 3, 4].map((nth) => outbound.publish(endOf(nth)));
    await nextMoment();
    expect(syncs).toHaveLength(1);
    syncs[0]?.resolve();
    await first;
    await nextMoment();
    expect(syncs).toHaveLength(2);
    syncs[1]?.resolve();
    await Promise.all(others);
    await outbound.close();
  });

  it('that fails is told to who published, and asked again when it is published again', async () => {
    const { outbound, syncs } = open();
    const failing = outbound.publish(endOf(1));
    await nextMoment();
    syncs[0]?.reject(new Error('EIO'));
    await expect(failing).rejects.toThrow('EIO');
    const again = outbound.publish(endOf(1));
    await nextMoment();
    expect(syncs).toHaveLength(2);
    syncs[1]?.resolve();
    await again;
    expect(await outbound.load('')).toMatchObject({ waiting: 1 });
    await outbound.close();
  });
});
