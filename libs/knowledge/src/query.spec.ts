import fc from 'fast-check';
import { type Passage, passageLimits } from './port.js';
import { bestOf, checkQuery, foldFacets, matches } from './query.js';

const query = { text: 'tram', limit: 3 };

describe('checkQuery', () => {
  it('looks into the shared namespace by default, and into each named one once', () => {
    expect(checkQuery(query).namespaces).toEqual(['shared']);
    const namespaces = ['user:a', 'shared', 'user:a'] as const;
    expect(checkQuery({ ...query, namespaces }).namespaces).toEqual(['user:a', 'shared']);
    expect(checkQuery({ ...query, namespaces: [] }).namespaces).toEqual([]);
  });

  it('cleans and bounds the text', () => {
    expect(checkQuery({ ...query, text: '  tram\u0000\u202e\n' }).text).toBe('tram');
    expect(checkQuery({ ...query, text: 'x'.repeat(9999) }).text).toHaveLength(passageLimits.maxQueryChars);
  });

  it('folds the wanted facets; general ones come along for places only', () => {
    const filter = { city: ['Zürich', 'ROME'], topic: 'Food', orGeneral: true };
    expect(checkQuery({ ...query, filter }).wanted).toEqual([
      { facet: 'city', values: ['zurich', 'rome'], orNone: true },
      { facet: 'topic', values: ['food'], orNone: false },
    ]);
  });

  it.each([0, 51, 2.5, Number.NaN, Infinity])('refuses a limit of %d', (limit) => {
    expect(() => checkQuery({ ...query, limit })).toThrow(expect.objectContaining({ code: 'invalid' }));
  });
});

describe('matches', () => {
  const wanted = (filter: object) => checkQuery({ ...query, filter }).wanted;
  const rome = foldFacets({ city: 'Rome', country: 'Italy', topic: 'food' });
  const general = foldFacets({ topic: 'food' });

  it.each([
    [{}, true, true],
    [{ city: 'rome' }, true, false],
    [{ city: 'rome', orGeneral: true }, true, true],
    [{ city: 'Milan', country: 'Italy' }, false, false],
    [{ city: 'Milan', orGeneral: true }, false, true],
    [{ topic: ['money', 'food'] }, true, true],
    [{ kind: 'guide' }, false, false],
    [{ city: [] }, false, false],
  ])('%j', (filter, ofRome, ofGeneral) => {
    expect([matches(rome, wanted(filter)), matches(general, wanted(filter))]).toEqual([ofRome, ofGeneral]);
  });
});

describe('bestOf', () => {
  const found = (id: string, score: number, hash: string) => ({
    hash,
    passage: {
      id,
      document: id,
      namespace: 'shared',
      title: id,
      text: id,
      source: id,
      score,
    } satisfies Passage,
  });

  it('sorts by score, then by id, and keeps the better of the same content', () => {
    const list = [found('b', 0.5, '1'), found('c', 0.9, '2'), found('a', 0.5, '3'), found('d', 0.4, '2')];
    expect(bestOf(list, 9).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });

  it('does not depend on the order it is given, and never returns more than asked', () => {
    const item = fc.tuple(fc.constantFrom(0, 0.25, 0.5, 1), fc.constantFrom('x', 'y', 'z'));
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), fc.integer({ min: 1, max: 6 }), (items, limit) => {
        const list = items.map(([score, hash], at) => found(String(at).padStart(2, '0'), score, hash));
        const best = bestOf(list, limit);
        expect(bestOf([...list].reverse(), limit)).toEqual(best);
        expect(best.length).toBeLessThanOrEqual(limit);
        expect(best.map(({ score }) => score)).toEqual(best.map(({ score }) => score).sort((a, b) => b - a));
      }),
    );
  });
});
