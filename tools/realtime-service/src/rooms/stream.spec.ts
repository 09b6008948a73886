import fc from 'fast-check';
import { Stream } from './stream.js';

const open = (limits: { historySize?: number; historyMs?: number } = {}) => {
  let now = 1000;
  const stream = new Stream('r', 'e', { historySize: 5, historyMs: 100, ...limits }, () => now);
  return { stream, pass: (ms: number) => (now += ms) };
};

describe('the messages of a room', () => {
  it('have dense offsets from 1, and a known id has no effect', () => {
    const { stream } = open();
    const first = stream.append('a', 'x', { userId: 'ann' });
    expect(first).toMatchObject({
      duplicate: false,
      publication: { offset: 1, epoch: 'e', userId: 'ann', message: 'a' },
    });
    expect(stream.append('b', 'x')).toEqual({ ...first, duplicate: true });
    expect(stream.append('b', 'y').publication.offset).toBe(2);
  });

  it('are kept up to a number and for a time', () => {
    const { stream, pass } = open();
    for (const id of ['1', '2', '3', '4', '5', '6', '7']) stream.append(id, id);
    expect(stream.last(10).map(({ message }) => message)).toEqual(['3', '4', '5', '6', '7']);
    expect(stream.last(2).map(({ message }) => message)).toEqual(['6', '7']);
    expect(stream.last(0)).toEqual([]);
    pass(50);
    stream.append('8', '8');
    pass(60);
    expect(stream.last(10).map(({ message }) => message)).toEqual(['8']);
    pass(100);
    expect(stream.last(10)).toEqual([]);
  });

  it('forget ids after the time, so that the same one is another message', () => {
    const { stream, pass } = open();
    stream.append('a', 'x');
    pass(101);
    expect(stream.append('b', 'x')).toMatchObject({ duplicate: false, publication: { offset: 2 } });
  });

  it('are given since a position exactly when all of them are still there', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.integer({ min: 1, max: 10 }), fc.nat(35), (count, historySize, offset) => {
        const { stream } = open({ historySize });
        for (let n = 1; n <= count; n += 1) stream.append(n, `${n}`);
        const missed = stream.since({ epoch: 'e', offset });
        const known = offset <= count && offset >= count - historySize;
        expect(missed !== undefined).toBe(known);
        if (known) {
          const wanted = Array.from({ length: count - offset }, (_, at) => offset + at + 1);
          expect(missed?.map(({ offset: one }) => one)).toEqual(wanted);
        }
      }),
    );
  });

  it('of another epoch have nothing to do with these', () => {
    const { stream } = open();
    stream.append('a', 'x');
    expect(stream.since({ epoch: 'other', offset: 0 })).toBeUndefined();
  });
});
