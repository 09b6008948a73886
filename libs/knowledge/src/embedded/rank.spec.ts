import { type Candidate } from './passage-index.js';
import { checkQuery } from '../query.js';
import { rank, vectorWeight } from './rank.js';

const candidate = (id: string, lexical: number, cosine?: number): Candidate => ({
  entry: {
    document: { id, title: id, source: 'a test', expiresAt: 5 },
    ordinal: 2,
    text: `text of ${id}`,
    searchText: id,
    hash: id,
    folded: { city: '', country: '', topic: '', kind: '' },
    words: { counts: new Map(), length: 0 },
  },
  namespace: 'shared',
  lexical,
  ...(cosine === undefined ? {} : { cosine }),
});

describe('rank', () => {
  it('mixes meaning with words, the best of the words counting in full', () => {
    const found = rank(
      [candidate('near', 0.1, 0.6), candidate('named', 0.4, 0.58)],
      checkQuery({ text: 'near', limit: 5 }),
    );
    expect(found.map(({ document }) => document)).toEqual(['named', 'near']);
    expect(found[0]?.score).toBeCloseTo(vectorWeight * 0.58 + (1 - vectorWeight), 10);
    expect(found[1]?.score).toBeCloseTo(vectorWeight * 0.6 + (1 - vectorWeight) * 0.25, 10);
  });

  it('goes by words alone where there is no vector, and leaves out what shares nothing', () => {
    const found = rank(
      [candidate('some', 0.3), candidate('none', 0)],
      checkQuery({ text: 'near', limit: 5 }),
    );
    expect(found.map(({ document, score }) => [document, score])).toEqual([['some', 0.3]]);
  });

  it('puts a candidate whose vector is still being built among the others by its words', () => {
    const found = rank(
      [candidate('named', 0.5), candidate('touched', 0.05), candidate('near', 0, 0.45), candidate('none', 0)],
      checkQuery({ text: 'near', limit: 5 }),
    );
    expect(found.map(({ document }) => document)).toEqual(['named', 'near', 'touched']);
  });

  it('marks down what is about another place than the query names', () => {
    const inCity = (id: string, city: string, cosine: number) => {
      const { entry, ...rest } = candidate(id, 0, cosine);
      return { ...rest, entry: { ...entry, folded: { ...entry.folded, city } } };
    };
    const both = [inCity('there', 'oslo', 0.6), inCity('here', 'rome', 0.5)];
    expect(rank(both, checkQuery({ text: 'jazz club', limit: 2 })).map(({ document }) => document)).toEqual([
      'there',
      'here',
    ]);
    expect(
      rank(both, checkQuery({ text: 'jazz club in Rome', limit: 2 })).map(({ document }) => document),
    ).toEqual(['here', 'there']);
  });

  it('gives passages, without what is only for the store', () => {
    expect(rank([candidate('a', 1, 1)], checkQuery({ text: 'a', limit: 1 }))).toEqual([
      {
        id: 'a#2',
        document: 'a',
        title: 'a',
        source: 'a test',
        text: 'text of a',
        namespace: 'shared',
        score: 1,
      },
    ]);
    expect(rank([], checkQuery({ text: 'a', limit: 3 }))).toEqual([]);
  });
});
