import { Emitter } from './emitter.js';

describe('an emitter', () => {
  it('tells each listener of its own events, in the order they were added', () => {
    const emitter = new Emitter<{ a: number; b: string }>();
    const seen: unknown[] = [];
    emitter.on('a', (value) => seen.push(['first', value]));
    emitter.on('a', (value) => seen.push(['second', value]));
    emitter.on('b', (value) => seen.push(['b', value]));
    emitter.emit('a', 1);
    emitter.emit('b', 'x');
    expect(seen).toEqual([
      ['first', 1],
      ['second', 1],
      ['b', 'x'],
    ]);
  });

  it('tells nobody any more who stopped listening, also in the middle of an event', () => {
    const emitter = new Emitter<{ a: number }>();
    const seen: number[] = [];
    const stop = emitter.on('a', (value) => {
      seen.push(value);
      stop();
    });
    emitter.on('a', (value) => seen.push(value * 10));
    emitter.emit('a', 1);
    emitter.emit('a', 2);
    expect(seen).toEqual([1, 10, 20]);
  });

  it('has nothing to tell when nobody listens', () => {
    expect(() => new Emitter<{ a: number }>().emit('a', 1)).not.toThrow();
  });
});
