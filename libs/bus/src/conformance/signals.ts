import { userConversation } from '@travellite/protocol';
import { type Receipt } from '../port.js';
import { type Guarantee } from './fixture.js';
import { accepted, ann, answerAll, queuedOf } from './kit.js';

export const signals: Guarantee = {
  name: '7 signals',
  cases: [
    {
      name: 'wakes every worker that listens',
      run: async ({ bus, join, until }) => {
        const wakes = [0, 0, 0];
        const members = [bus, bus, await join()];
        const subscriptions = await Promise.all(
          members.map((member, at) => member.onWake(() => void (wakes[at] = (wakes[at] ?? 0) + 1))),
        );
        bus.wake();
        await until(() => expect(wakes.every((count) => count > 0)).toBe(true));
        await subscriptions[0]?.close();
        const before = [...wakes];
        bus.wake();
        await until(() => expect(wakes[2]).toBeGreaterThan(before[2] ?? 0));
        expect(wakes[0]).toBe(before[0]);
        await Promise.all(subscriptions.map((subscription) => subscription.close()));
      },
    },
    {
      name: 'tells which conversation is ready, whatever its name holds, or that nobody said',
      run: async ({ bus, join, until }) => {
        const told: unknown[] = [];
        const subscription = await (await join()).onWake((conversation) => told.push(conversation));
        const odd = userConversation('a.*> "ü" 😀');
        bus.wake(odd);
        bus.wake();
        bus.wake(ann);
        await until(() => expect(told).toEqual([odd, undefined, ann]));
        await subscription.close();
      },
    },
    {
      name: 'carries every kind of receipt as it was given',
      run: async ({ bus, join, until }) => {
        const receipts: Receipt[] = [
          { conversation: ann, turn: 'one', status: 'accepted', position: 3 },
          { conversation: ann, turn: 'two', status: 'duplicate', outcome: 'ended' },
          { conversation: ann, turn: 'three', status: 'rejected', code: 'queue_full' },
        ];
        const got: Receipt[] = [];
        const stop = await answerAll(
          await join(),
          (queued) => receipts.find(({ turn }) => turn === queued.turn.id) ?? accepted(queued),
        );
        const subscription = await bus.onReceipt(ann, (receipt) => got.push(receipt));
        for (const { turn } of receipts) await bus.publishTurn(queuedOf(ann, turn));
        await until(() => expect(got).toEqual(receipts));
        await subscription.close();
        await stop();
      },
    },
    {
      name: 'harms nobody when nobody listens',
      run: async ({ bus, until }) => {
        bus.wake();
        bus.publishReceipt({ conversation: ann, turn: 'one', status: 'accepted' });
        await until(() => expect(bus.health()).toEqual({ ok: true }));
      },
    },
  ],
};
