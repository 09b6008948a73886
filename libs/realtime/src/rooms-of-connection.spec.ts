import { RoomsOfConnection } from './rooms-of-connection.js';

describe('rooms of a connection', () => {
  it('are those asked for last, and the others are let go', () => {
    const gone: [string, number][] = [];
    const rooms = new RoomsOfConnection<number>((room, kept) => gone.push([room, kept]), 2);
    rooms.set('a', 1);
    rooms.set('b', 2);
    expect(rooms.get('a')).toBe(1);
    rooms.set('c', 3);
    expect(gone).toEqual([['b', 2]]);
    expect([rooms.size, rooms.has('a'), rooms.has('b'), rooms.get('b')]).toEqual([2, true, false, undefined]);
  });

  it('are forgotten only by who put them there', () => {
    const rooms = new RoomsOfConnection<object>(() => undefined);
    const [first, second] = [{}, {}];
    rooms.set('a', first);
    rooms.set('a', second);
    rooms.delete('a', first);
    expect(rooms.get('a')).toBe(second);
    rooms.delete('a', second);
    expect(rooms.size).toBe(0);
  });
});
