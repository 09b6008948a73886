import { Doubts } from './doubts.js';

const publication = (id: string, room = 'tokyo') => ({ room, id, messages: [{ type: 'agent_response' }] });

/** What is published again of a room, in order. */
function drain(doubts: Doubts, room: string): string[] {
  const ids: string[] = [];
  for (let next = doubts.next(room); next; next = doubts.next(room)) {
    ids.push(next.id);
    doubts.settle(next);
  }
  return ids;
}

describe('what a connection without confirmations was given', () => {
  it('is in doubt for a while, and published again oldest first', () => {
    let now = 0;
    const doubts = new Doubts(1_000, () => now);
    for (const id of ['one', 'two', 'three']) {
      doubts.add(publication(id));
      now += 400;
    }
    expect([doubts.next('tokyo'), doubts.size]).toEqual([undefined, 0]);
    expect(doubts.lose()).toBe(0);
    expect(drain(doubts, 'tokyo')).toEqual(['two', 'three']);
    expect([doubts.lose(), doubts.size]).toEqual([0, 0]);
  });

  it('is kept room by room', () => {
    const doubts = new Doubts(1_000, () => 0);
    for (const [id, room] of [
      ['a1', 'a'],
      ['b1', 'b'],
      ['a2', 'a'],
    ] as const)
      doubts.add(publication(id, room));
    doubts.lose();
    expect(doubts.rooms).toEqual(['a', 'b']);
    expect([drain(doubts, 'a'), drain(doubts, 'b')]).toEqual([['a1', 'a2'], ['b1']]);
  });

  it('keeps its order when the next connection ends as well', () => {
    const doubts = new Doubts(1_000, () => 0);
    for (const id of ['one', 'two', 'three']) doubts.add(publication(id));
    doubts.lose();
    const again = doubts.next('tokyo');
    if (!again) throw new Error('It waits.');
    doubts.settle(again);
    doubts.add(again);
    doubts.lose();
    expect(drain(doubts, 'tokyo')).toEqual(['one', 'two', 'three']);
  });

  it('is bounded, and says how much is given up', () => {
    const doubts = new Doubts(1_000, () => 0);
    for (let nth = 1; nth <= 1_001; nth += 1) doubts.add(publication(`${nth}`));
    expect([doubts.lose(), doubts.size]).toEqual([0, 1_000]);
    doubts.add(publication('newest'));
    expect([doubts.lose(), doubts.size]).toEqual([1, 1_000]);
  });
});
