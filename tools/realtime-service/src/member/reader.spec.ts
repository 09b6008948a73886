import fc from 'fast-check';
import { type MemberMessage, Reader } from './reader.js';

const message = (offset: number, epoch = 'e', id = `${epoch}-${offset}`): MemberMessage => ({
  room: 'r',
  epoch,
  offset,
  id,
  timestamp: 0,
  message: { text: `${offset}` },
});
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
const open = () => {
  const shown: string[] = [];
  return { reader: new Reader(({ id }) => shown.push(id)), shown };
};

describe('reading a room', () => {
  it('shows every message once and in order, however they come', () => {
    const deliveries = fc.integer({ min: 1, max: 20 }).chain((count) =>
      fc.tuple(
        fc.constant(count),
        fc.shuffledSubarray([...upTo(count), ...upTo(count)], {
          minLength: 2 * count,
          maxLength: 2 * count,
        }),
      ),
    );
    fc.assert(
      fc.property(deliveries, ([count, order]) => {
        const { reader, shown } = open();
        reader.begin('e', 0, false, 0);
        for (const offset of order) reader.take(message(offset));
        expect(shown).toEqual(upTo(count).map((offset) => `e-${offset}`));
        expect([reader.hasGap, reader.position]).toEqual([false, { epoch: 'e', offset: count }]);
      }),
    );
  });

  it('waits for what is missing, and knows that something is', () => {
    const { reader, shown } = open();
    expect(reader.position).toBeUndefined();
    reader.begin('e', 0, false, 0);
    reader.take(message(1));
    reader.take(message(3));
    expect([shown, reader.hasGap, reader.position?.offset]).toEqual([['e-1'], true, 1]);
    reader.take(message(2));
    expect([shown, reader.hasGap]).toEqual([['e-1', 'e-2', 'e-3'], false]);
  });

  it('begins with the messages that are shown to a newcomer', () => {
    const { reader, shown } = open();
    reader.begin('e', 9, false, 2);
    for (const offset of [7, 8, 9]) reader.take(message(offset));
    expect(shown).toEqual(['e-8', 'e-9']);
  });

  it('goes on over a reconnect that recovers', () => {
    const { reader, shown } = open();
    reader.begin('e', 0, false, 0);
    reader.take(message(1));
    reader.begin('e', 3, true, 2);
    for (const offset of [1, 2, 3]) reader.take(message(offset));
    expect(shown).toEqual(['e-1', 'e-2', 'e-3']);
  });

  it('begins anew in another epoch, and knows by its id what it has seen', () => {
    const { reader, shown } = open();
    reader.begin('e', 0, false, 0);
    reader.take(message(1, 'e', 'same'));
    reader.begin('f', 0, false, 0);
    for (const one of [message(2, 'e'), message(1, 'f', 'same'), message(2, 'f')]) reader.take(one);
    expect(shown).toEqual(['same', 'f-2']);
  });
});
