import { type CanonicalEvent, type EventBody } from '@travellite/protocol';
import { outboundAnswersOf } from './outbound-answers.js';

const conversation = 'room:tokyo';
const batchOf = (...bodies: EventBody[]) => ({
  id: 'batch',
  conversation: conversation as 'room:tokyo',
  events: bodies.map((body, at): CanonicalEvent => ({
    conversation,
    epoch: 2,
    seq: 7 + at,
    turn: 't',
    ts: 5,
    ...body,
  })),
});
const outbound = { userId: 'ann' };

describe('what rooms are to see of a batch', () => {
  it('is nothing of a turn that is not for them', () => {
    const batch = batchOf(
      { type: 'turn_started' },
      { type: 'response', text: 'hello' },
      { type: 'done', status: 'complete' },
    );
    expect(outboundAnswersOf(batch)).toEqual([]);
  });

  it('is that a turn has begun', () => {
    const message = { text: 'hi', author: { userId: 'ann' }, ts: 1, door: 'realtime' } as const;
    const batch = batchOf({ type: 'message', message }, { type: 'turn_started', outbound });
    expect(outboundAnswersOf(batch)).toEqual([
      { id: 'room:tokyo:2:8', conversation, namespace: '', userId: 'ann', events: [batch.events[1]] },
    ]);
  });

  it('is what was said at another door, too, with the begin', () => {
    const message = { text: 'hi', author: { userId: 'ann' }, ts: 1, door: 'native' } as const;
    const batch = batchOf({ type: 'message', message }, { type: 'turn_started', outbound });
    expect(outboundAnswersOf(batch)).toMatchObject([{ id: 'room:tokyo:2:8', events: batch.events }]);
  });

  it('is the answer with its end, named by the position of the end', () => {
    const batch = batchOf(
      { type: 'progress', text: 'looking' },
      { type: 'response', text: 'hello' },
      { type: 'done', status: 'complete', outbound: { userId: 'ann', namespace: 'blue' } },
    );
    expect(outboundAnswersOf(batch)).toEqual([
      {
        ...{ id: 'room:tokyo:2:9', conversation, namespace: 'blue', userId: 'ann' },
        events: batch.events.slice(1),
      },
    ]);
  });

  it('is the error with its end', () => {
    const error = { type: 'error', code: 'timeout', message: 'Too long.', retryable: true } as const;
    const [answer] = outboundAnswersOf(batchOf(error, { type: 'done', status: 'failed', outbound }));
    expect(answer?.events.map(({ type }) => type)).toEqual(['error', 'done']);
  });
});
