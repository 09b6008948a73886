import { type ConversationId, type LiveText, userConversation } from '@travellite/protocol';
import fc from 'fast-check';
import { LiveBatches, type LivePack, unpackLive } from './live-batches.js';

const sendAll = (deltas: readonly LiveText[]) => {
  const sent = new Map<ConversationId, LivePack[]>();
  const batches = new LiveBatches((conversation, packs) => void sent.set(conversation, [...packs]));
  for (const delta of deltas) batches.add(delta);
  batches.flush();
  return sent;
};

const delta = fc.record({
  type: fc.constant('text' as const),
  conversation: fc.constantFrom(userConversation('ann'), userConversation('ben')),
  turn: fc.constantFrom('a', 'b'),
  fence: fc.integer({ min: 1, max: 2 }),
  ts: fc.integer({ min: 1, max: 2 }),
  offset: fc.nat(),
  delta: fc.string(),
});

describe('LiveBatches', () => {
  it('gives back what was put in, in the order of each conversation', () => {
    fc.assert(
      fc.property(fc.array(delta), (deltas) => {
        for (const [conversation, packs] of sendAll(deltas)) {
          const received = unpackLive(JSON.parse(JSON.stringify(packs)) as LivePack[]);
          expect(received).toEqual(deltas.filter((one) => one.conversation === conversation));
        }
      }),
    );
  });

  it('says once what the deltas of one turn and moment share', () => {
    const shared = {
      type: 'text' as const,
      conversation: userConversation('ann'),
      turn: 'a',
      fence: 1,
      ts: 1,
    };
    const deltas = ['to', 'ge', 'ther'].map((text, nth) => ({ ...shared, offset: nth * 2, delta: text }));
    expect(sendAll(deltas).get(shared.conversation)).toHaveLength(1);
  });

  it('sends nothing twice, and by itself when nobody asks it to', async () => {
    const sent: unknown[] = [];
    const batches = new LiveBatches((_, packs) => sent.push(packs));
    batches.add({
      type: 'text',
      conversation: userConversation('ann'),
      turn: 'a',
      fence: 1,
      ts: 1,
      offset: 0,
      delta: 'x',
    });
    await new Promise((resolve) => setImmediate(resolve));
    batches.flush();
    expect(sent).toHaveLength(1);
  });
});
