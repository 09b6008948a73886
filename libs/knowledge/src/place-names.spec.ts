import { aboutNamedPlaces } from './place-names.js';

const known = {
  rome: { city: 'rome', country: 'italy' },
  milan: { city: 'milan', country: 'italy' },
  italy: { city: '', country: 'italy' },
  nice: { city: 'nice', country: 'france' },
  newYork: { city: 'new york', country: 'united states' },
  anywhere: { city: '', country: '' },
};
type Name = keyof typeof known;

/** The places a query leaves in full. */
function kept(query: string): string[] {
  const judge = aboutNamedPlaces(query, Object.values(known));
  return Object.entries(known).flatMap(([name, where]) => (judge(where) === 1 ? [name] : []));
}

const all = Object.keys(known);

it.each<[string, Name[] | string[]]>([
  ['how do I tip', all],
  ['tipping in Rome', ['rome', 'italy', 'anywhere']],
  ['ROME or milan?', ['rome', 'milan', 'italy', 'anywhere']],
  ['what to eat in italy', ['rome', 'milan', 'italy', 'anywhere']],
  ['a nice place to eat', all],
  ['a nice place in Nice', ['nice', 'anywhere']],
  ['york', all],
  ['flights to new york', ['newYork', 'anywhere']],
  ['romeo and juliet', all],
])('%s', (query, expected) => {
  expect(kept(query)).toEqual(expected);
});

it('a passage about elsewhere keeps part of its score', () => {
  const judge = aboutNamedPlaces('tram in Rome', Object.values(known));
  expect(judge(known.milan)).toBeGreaterThan(0.5);
  expect(judge(known.milan)).toBeLessThan(1);
});
