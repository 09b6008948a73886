import { userConversation } from '@travellite/protocol';
import { inProcessFixture } from '../conformance/adapters/in-process.js';
import { queuedOf } from '../conformance/kit.js';
import { describeBus } from '../conformance/suite.js';
import { openBus } from '../open-bus.js';
import { openInProcessBus } from './in-process-bus.js';

describeBus('InProcessBus', inProcessFixture);

const ann = userConversation('ann');

it('is what openBus opens', async () => {
  const bus = await openBus({ kind: 'in-process' });
  expect(bus.capabilities).toMatchObject({ durableFeed: false, durableEvents: false, feedDedupe: true });
  await bus.close();
});

it('feeds a turn again when the duplicate window has passed', async () => {
  let now = 0;
  const bus = openInProcessBus({ now: () => now });
  const ids: string[] = [];
  await bus.consumeTurns(0, async ({ turn }) => void ids.push(turn.id));
  await bus.publishTurn(queuedOf(ann, 'one'));
  now += 119_000;
  await bus.publishTurn(queuedOf(ann, 'one'));
  now += 2000;
  await bus.publishTurn(queuedOf(ann, 'one'));
  await new Promise((resolve) => setImmediate(resolve));
  expect(ids).toEqual(['one', 'one']);
  await bus.close();
});

it('refuses a partition there is none of', async () => {
  const bus = openInProcessBus({ partitions: 2 });
  await expect(bus.consumeTurns(2, async () => undefined)).rejects.toMatchObject({ code: 'invalid' });
  await bus.close();
});

it('does not lose a turn that is published just as the feed runs dry', async () => {
  const bus = openInProcessBus();
  const ids: string[] = [];
  await bus.consumeTurns(0, async ({ turn }) => void ids.push(turn.id));
  const total = 200;
  for (let turn = 0; turn < total; turn += 1) {
    await bus.publishTurn(queuedOf(ann, `turn-${turn}`));
    // A different number of steps each time, so that every interleaving with the end of the hand-over occurs.
    for (let step = 0; step < turn % 9; step += 1) await Promise.resolve();
  }
  await new Promise((resolve) => setImmediate(resolve));
  expect(ids).toHaveLength(total);
  await bus.close();
});
