import { anonymousConversation, roomConversation, userConversation } from '@travellite/protocol';
import { type Guarantee } from './fixture.js';
import { accepted, answerAll, batchOf, deltaOf, listen, once, queuedOf } from './kit.js';

const names = [
  'a',
  'A',
  'a b',
  'a.b',
  'a.*',
  '*',
  '>',
  'a.>',
  'a:b',
  'ä',
  'a\u0308',
  '日本',
  '$JS',
  '%41',
  'x'.repeat(256),
];

const conversations = [
  ...names.map(userConversation),
  ...names.map(roomConversation),
  anonymousConversation('a'),
];

export const isolation: Guarantee = {
  name: '5 isolation',
  cases: [
    {
      name: 'shows a conversation its own events and deltas only, whatever it is called',
      run: async ({ bus, join, until }) => {
        const other = await join();
        const listeners = await Promise.all(
          conversations.map(async (conversation) => ({
            conversation,
            ...(await listen(other, conversation)),
          })),
        );
        for (const [at, conversation] of conversations.entries()) {
          bus.publishLive(deltaOf(conversation, at));
          await bus.publishEvents(batchOf(conversation, at + 1));
        }
        for (const [at, { conversation, seen }] of listeners.entries()) {
          await until(() => expect([once(seen.seqs), once(seen.offsets)]).toEqual([[at + 1], [at]]));
          expect(seen.batches.every((batch) => batch.conversation === conversation)).toBe(true);
        }
        await Promise.all(listeners.map(({ close }) => close()));
      },
    },
    {
      name: 'gives receipts to their own conversation only',
      run: async ({ bus, join, until }) => {
        const got: string[] = [];
        const stop = await answerAll(await join(), accepted);
        const subscriptions = await Promise.all(
          conversations.map((conversation) =>
            bus.onReceipt(conversation, (receipt) => {
              got.push(`${conversation} ${receipt.conversation}`);
            }),
          ),
        );
        for (const conversation of conversations) await bus.publishTurn(queuedOf(conversation, 'one'));
        await until(() => expect(got).toHaveLength(conversations.length));
        expect(got.sort()).toEqual(conversations.map((name) => `${name} ${name}`).sort());
        await Promise.all(subscriptions.map((subscription) => subscription.close()));
        await stop();
      },
    },
  ],
};
