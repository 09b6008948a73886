import fc from 'fast-check';
import {
  addPiece,
  emptyText,
  finishText,
  resetText,
  shownText,
  type TextAssembly,
  textSoFar,
} from './assembly.js';

type Step = (assembly: TextAssembly) => TextAssembly;
const run = (steps: Step[], from = emptyText) => steps.reduce((assembly, step) => step(assembly), from);
const delta =
  (offset: number, text: string, fence = 1): Step =>
  (assembly) =>
    addPiece(assembly, { offset, delta: text, fence });
const checkpoint =
  (offset: number, text: string, fence?: number): Step =>
  (assembly) =>
    addPiece(assembly, { offset, delta: text, fence });
const reset =
  (fence?: number): Step =>
  (assembly) =>
    resetText(assembly, fence);
const finish =
  (text: string): Step =>
  () =>
    finishText(text);

/** A text, cut anywhere (also between the halves of a surrogate pair), as deltas. */
const cutText = fc
  .tuple(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.array(fc.nat(60), { maxLength: 12 }))
  .map(([text, cuts]) => {
    const at = [...new Set([0, text.length, ...cuts.map((cut) => Math.min(cut, text.length))])].sort(
      (a, b) => a - b,
    );
    const pieces = at.slice(0, -1).map((offset, i) => ({ offset, delta: text.slice(offset, at[i + 1]) }));
    return { text, pieces };
  });

describe('text from deltas', () => {
  it('is the same for any cut, order and repetition', () => {
    const deliveries = cutText.chain(({ text, pieces }) =>
      fc
        .array(fc.constantFrom(...(pieces.length > 0 ? pieces : [{ offset: 0, delta: '' }])), {
          maxLength: 20,
        })
        .chain((again) =>
          fc.shuffledSubarray([...pieces, ...again], { minLength: pieces.length + again.length }),
        )
        .map((order) => ({ text, order })),
    );
    fc.assert(
      fc.property(deliveries, ({ text, order }) => {
        const end = run(order.map((piece) => delta(piece.offset, piece.delta)));
        expect(end.text).toBe(text);
        expect(end.ahead).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is always a beginning of the text, whatever is lost, and the whole text after the response', () => {
    const deliveries = cutText.chain(({ text, pieces }) =>
      fc
        .tuple(fc.shuffledSubarray(pieces), fc.array(fc.nat(40), { maxLength: 4 }))
        .map(([order, marks]) => ({ text, order, marks })),
    );
    fc.assert(
      fc.property(deliveries, ({ text, order, marks }) => {
        const checkpoints = [...marks]
          .sort((a, b) => a - b)
          .map((mark, i, all) => checkpoint(all[i - 1] ?? 0, text.slice(all[i - 1] ?? 0, mark)));
        const steps = order
          .map((piece) => delta(piece.offset, piece.delta))
          .flatMap((step, i) => [step, ...(checkpoints[i] ? [checkpoints[i]] : [])]);
        let assembly = emptyText;
        for (const step of steps) {
          assembly = step(assembly);
          expect(text.startsWith(assembly.text)).toBe(true);
        }
        expect(shownText(run([finish(text), ...steps], assembly))).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it('shows one attempt at a time, whatever is late, and loses nothing of the last', () => {
    const first = 'the first attempt';
    const second = 'another answer altogether';
    const stale = [
      delta(0, 'the ', 3),
      delta(4, 'first', 3),
      delta(9, ' attempt', 3),
      checkpoint(0, 'the first', 3),
    ];
    const fresh = [delta(0, 'another', 4), delta(7, ' answer', 4), delta(14, ' altogether', 4), reset(4)];
    const all = [...stale, ...fresh, ...fresh];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), fc.boolean(), (steps, snapshot) => {
        let assembly = snapshot ? textSoFar('the f') : emptyText;
        for (const step of steps) {
          assembly = step(assembly);
          if (!snapshot) expect([first, second].some((text) => text.startsWith(assembly.text))).toBe(true);
        }
        if (!snapshot) expect(assembly.text).toBe(second);
        expect(run([checkpoint(0, second, 4)], assembly).text).toBe(second);
      }),
      { numRuns: 500 },
    );
  });
});

describe('one step', () => {
  it.each<[string, Step[], string]>([
    ['nothing', [], ''],
    ['a repeated piece', [delta(0, 'ab'), delta(0, 'ab')], 'ab'],
    ['an overlapping piece', [delta(0, 'abc'), delta(1, 'bcd')], 'abcd'],
    ['a piece inside what is there', [delta(0, 'abcd'), delta(1, 'bc')], 'abcd'],
    ['a hole', [delta(0, 'a'), delta(2, 'c')], 'a'],
    ['a filled hole', [delta(0, 'a'), delta(2, 'c'), delta(1, 'b')], 'abc'],
    ['a hole filled by a checkpoint', [delta(5, 'f'), checkpoint(0, 'abcde')], 'abcdef'],
    ['an empty delta', [delta(0, ''), delta(0, 'a')], 'a'],
    ['an older claim', [delta(0, 'new', 2), delta(3, 'old', 1)], 'new'],
    ['a newer claim', [delta(0, 'old', 1), delta(0, 'new', 2)], 'new'],
    ['an older checkpoint', [delta(0, 'new', 2), checkpoint(0, 'older text', 1)], 'new'],
    ['a newer checkpoint', [delta(0, 'old', 1), checkpoint(0, 'new', 2)], 'new'],
    ['a checkpoint that does not tell its claim', [delta(0, 'ab', 2), checkpoint(0, 'abc')], 'abc'],
    ['a reset', [delta(0, 'old'), reset(2)], ''],
    ['a reset that does not tell its claim', [delta(0, 'old'), reset(), delta(0, 'old', 1)], ''],
    ['a late piece after a reset', [delta(0, 'old'), reset(2), delta(0, 'old', 1)], ''],
    [
      'a reset after its claim began',
      [delta(0, 'old'), delta(0, 'new', 2), reset(2), delta(3, 's', 2)],
      'news',
    ],
    ['a late reset of an older claim', [delta(0, 'new', 3), reset(2)], 'new'],
    ['a reset without text before', [reset(1), delta(0, 'a')], 'a'],
    ['anything after the response', [finish('end'), delta(3, '!'), checkpoint(0, 'other'), reset(9)], 'end'],
  ])('%s', (_name, steps, text) => {
    expect(run(steps).text).toBe(text);
  });

  it('continues what a snapshot began', () => {
    expect(run([delta(3, 'def', 9)], textSoFar('abc')).text).toBe('abcdef');
  });

  it('gives up what a snapshot began when it was of an older claim', () => {
    const began = run([delta(0, 'new', 4)], textSoFar('older'));
    expect(run([reset(4), delta(0, 'new', 4)], began).text).toBe('new');
  });

  it('shows no half of a surrogate pair', () => {
    expect(shownText(textSoFar('Tokyo ' + '🗼'.charAt(0)))).toBe('Tokyo ');
    expect(shownText(textSoFar('Tokyo 🗼'))).toBe('Tokyo 🗼');
  });

  it('keeps a bounded amount beyond a hole', () => {
    const big = 'x'.repeat(10_000);
    const assembly = run(Array.from({ length: 50 }, (_, i) => delta(1 + i * 10_000, big)));
    expect(assembly.ahead.reduce((sum, piece) => sum + piece.delta.length, 0)).toBeLessThanOrEqual(64 * 1024);
    expect(run([checkpoint(0, 'y'.repeat(500_001))], assembly).text).toHaveLength(500_001);
  });
});
