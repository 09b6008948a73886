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
  const judge = aboutNamedPlaces({ text: query, wanted: [] }, Object.values(known));
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

it('a city that is filtered by counts as named, also when it is an everyday word', () => {
  const wanted = [{ facet: 'city' as const, values: ['nice'], orNone: true }];
  const judge = aboutNamedPlaces({ text: 'do they take cards', wanted }, Object.values(known));
  expect(judge(known.nice)).toBe(1);
  expect(judge({ city: '', country: 'france' })).toBe(1);
  expect(judge(known.anywhere)).toBe(1);
  expect(judge(known.italy)).toBeLessThan(1);
});

it('a country code is no name', () => {
  const judge = aboutNamedPlaces({ text: 'is it safe', wanted: [] }, [{ city: 'rome', country: 'it' }]);
  expect(judge({ city: 'oslo', country: 'no' })).toBe(1);
});

it('a passage about elsewhere keeps part of its score', () => {
  const judge = aboutNamedPlaces({ text: 'tram in Rome', wanted: [] }, Object.values(known));
  expect(judge(known.milan)).toBeGreaterThan(0.5);
  expect(judge(known.milan)).toBeLessThan(1);
});
