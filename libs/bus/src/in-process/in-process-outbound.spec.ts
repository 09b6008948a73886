import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ann, answerOf, bob } from '../conformance/kit.js';
import { openInProcessBus } from './in-process-bus.js';

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
