import fc from 'fast-check';
import { inBatches, mapLimited } from './batches.js';

describe('inBatches', () => {
  it('is the list in order, in parts as large as allowed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 7 }), (list, size) => {
        const parts = [...inBatches(list, size)];
        expect(parts.flat()).toEqual(list);
        for (const part of parts.slice(0, -1)) expect(part).toHaveLength(size);
      }),
    );
  });
});

describe('mapLimited', () => {
  it('keeps the order and runs no more at once than allowed', async () => {
    let running = 0;
    let most = 0;
    const work = async (value: number) => {
      most = Math.max(most, ++running);
      await Promise.resolve();
      running -= 1;
      return value * 2;
    };
    expect(await mapLimited([1, 2, 3, 4, 5], 2, work)).toEqual([2, 4, 6, 8, 10]);
    expect(most).toBe(2);
  });

  it('ends with the first fault', async () => {
    const begun: number[] = [];
    const work = (value: number) => {
      begun.push(value);
      return value === 2 ? Promise.reject(new Error('two')) : Promise.resolve(value);
    };
    await expect(mapLimited([1, 2, 3, 4], 2, work)).rejects.toThrow('two');
    expect(begun).toEqual([1, 2]);
  });
});
