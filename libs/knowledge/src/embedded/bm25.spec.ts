import fc from 'fast-check';
import { Bm25, countTerms } from './bm25.js';

function rank(texts: string[], query: string): number[] {
  const index = new Bm25();
  const counted = texts.map(countTerms);
  for (const text of counted) index.add(text);
  return counted.map(index.scorer(query));
}

describe('Bm25', () => {
  it('gives the value of the formula', () => {
    // N = 2, n = 1: idf = ln(1 + 1.5/1.5) = ln 2; equal lengths: score = ln2·1·2.2/(1 + 1.2), at most ln2·2.2.
    expect(rank(['tram lake', 'bus hill'], 'tram')).toEqual([expect.closeTo(1 / 2.2, 10), 0]);
  });

  it('likes rare words, more of them, and short texts', () => {
    const [rare, common] = rank(['city funicular', 'city tram', 'city bus'], 'city funicular') as [
      number,
      number,
    ];
    expect(rare).toBeGreaterThan(common);
    const [twice, once] = rank(['tram tram x', 'tram y x', 'z z z'], 'tram') as [number, number];
    expect(twice).toBeGreaterThan(once);
    const [short, long] = rank(['tram here', 'tram and much more text about other things'], 'tram') as [
      number,
      number,
    ];
    expect(short).toBeGreaterThan(long);
  });

  it('knows plurals and no stop words', () => {
    expect(rank(['The cities have trams'], 'city tram')[0]).toBeGreaterThan(0);
    expect(rank(['the is a of'], 'what is the')).toEqual([0]);
  });

  const texts = fc.array(
    fc
      .array(fc.constantFrom('tram', 'bus', 'lake', 'hill', 'city'), { minLength: 1 })
      .map((words) => words.join(' ')),
    { minLength: 1, maxLength: 8 },
  );

  it('scores lie in 0..1', () => {
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom('tram', 'bus lake', 'nothing', 'tram bus lake hill city'),
        (list, query) => {
          for (const score of rank(list, query)) {
            expect(score).toBeGreaterThanOrEqual(0);
            expect(score).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  it('removing what was added leaves no trace', () => {
    fc.assert(
      fc.property(texts, texts, (kept, removed) => {
        const index = new Bm25();
        for (const text of [...removed, ...kept]) index.add(countTerms(text));
        for (const text of removed) index.remove(countTerms(text));
        expect(kept.map(countTerms).map(index.scorer('tram hill'))).toEqual(rank(kept, 'tram hill'));
      }),
    );
  });
});
