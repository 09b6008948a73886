import fc from 'fast-check';
import { event, live, snapshot, welcome } from '../../test/frames.js';
import { advance, follow } from './follow.js';

const at = (seq: number, epoch = 1) => event(seq, 't', { type: 'turn_started' }, epoch);

describe('following the stream', () => {
  it.each([
    ['the next event', { epoch: 1, seq: 4 }, at(5), { epoch: 1, seq: 5 }, 'apply'],
    ['a known event', { epoch: 1, seq: 4 }, at(4), { epoch: 1, seq: 4 }, 'duplicate'],
    ['a skipped event', { epoch: 1, seq: 4 }, at(6), { epoch: 1, seq: 4 }, 'hole'],
    ['an old epoch', { epoch: 2, seq: 4 }, at(5, 1), { epoch: 2, seq: 4 }, 'duplicate'],
    ['a new epoch', { epoch: 1, seq: 4 }, at(1, 2), { epoch: 1, seq: 4 }, 'hole'],
    ['an event before the snapshot', undefined, at(1), undefined, 'duplicate'],
    ['a snapshot', undefined, snapshot({ epoch: 3, seq: 9 }), { epoch: 3, seq: 9 }, 'apply'],
    [
      'an older snapshot',
      { epoch: 3, seq: 9 },
      snapshot({ epoch: 3, seq: 2 }),
      { epoch: 3, seq: 2 },
      'apply',
    ],
    ['a gap', { epoch: 1, seq: 4 }, { type: 'gap', reason: 'trimmed' } as const, undefined, 'apply'],
    [
      'the end of a replay',
      { epoch: 1, seq: 4 },
      { type: 'replayed', to: 4 } as const,
      { epoch: 1, seq: 4 },
      'apply',
    ],
    [
      'an early end of a replay',
      { epoch: 1, seq: 4 },
      { type: 'replayed', to: 5 } as const,
      { epoch: 1, seq: 4 },
      'hole',
    ],
    ['live text', { epoch: 1, seq: 4 }, live('t', 0, 'a'), { epoch: 1, seq: 4 }, 'apply'],
    ['a welcome', { epoch: 1, seq: 4 }, welcome(1, 9), { epoch: 1, seq: 4 }, 'apply'],
  ])('%s', (_name, before, frame, position, verdict) => {
    expect(follow(before, frame)).toEqual({ position, verdict });
  });

  it('applies every number once and in order, whatever is delivered', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 })), (numbers) => {
        let position: { epoch: number; seq: number } | undefined = { epoch: 1, seq: 0 };
        const applied: number[] = [];
        for (const seq of numbers) {
          const followed = advance(position, { epoch: 1, seq });
          position = followed.position;
          if (followed.verdict === 'apply') applied.push(seq);
        }
        expect(applied).toEqual(applied.map((_, index) => index + 1));
        expect(position?.seq).toBe(applied.length);
      }),
    );
  });
});
