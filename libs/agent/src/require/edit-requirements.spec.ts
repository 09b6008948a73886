import { emptyTripRequest, type Requirement, type TripRequest } from '@travellite/protocol';
import fc from 'fast-check';
import { editRequirements, type ReadEntry } from './edit-requirements.js';
import { wishLines } from './wish-lines.js';

const request = (fields: Partial<TripRequest> = {}): TripRequest => ({ ...emptyTripRequest(), ...fields });
const budget = (dollars: number): TripRequest['budget'] => ({
  max: { amountMinor: dollars * 100, currency: 'USD' },
  scope: 'total',
  kind: 'max',
});
/** Reads by a word, as a stand-in for understanding. */
const byWord: ReadEntry = (description) => [
  ...(/budget|\$/i.test(description) ? ['budget'] : []),
  ...(/\bdays?\b/i.test(description) ? ['dates'] : []),
];
const entry = (description: string, priority: Requirement['priority'] = 'must_have') => ({
  description,
  priority,
});

const edit = (list: Requirement[], before: TripRequest, after: TripRequest) =>
  editRequirements(list, before, after, byWord);

describe('editing the list of wishes', () => {
  it('adds one entry for each new wish', () => {
    const after = request({ budget: budget(3000), dates: { days: 3 }, diets: ['vegetarian'] });
    expect(edit([], request(), after)).toEqual([
      entry('3 days'),
      entry('Budget under $3,000'),
      entry('Vegetarian meals'),
    ]);
  });

  it('takes exactly the entry away whose wish is gone', () => {
    const before = request({ budget: budget(3000), dates: { days: 3 } });
    const list = edit([], request(), before);
    expect(edit(list, before, request({ dates: { days: 3 } }))).toEqual([entry('3 days')]);
  });

  it('replaces a changed wish in its place', () => {
    const before = request({ budget: budget(3000), interests: ['museums'] });
    const list = edit([], request(), before);
    const after = edit(list, before, { ...before, budget: budget(2500) });
    expect(after.map(({ description }) => description)).toEqual(['Budget under $2,500', 'Museums']);
  });

  it('finds the wish in an entry that somebody else wrote', () => {
    const list = [entry('Keep it below $3000 please'), entry('Near the sea', 'preferred')];
    const before = request({ budget: budget(3000) });
    expect(edit(list, before, request())).toEqual([entry('Near the sea', 'preferred')]);
    expect(edit(list, before, request({ budget: budget(2000) }))).toEqual([
      entry('Budget under $2,000'),
      entry('Near the sea', 'preferred'),
    ]);
  });

  it('prefers the entry that is about nothing else', () => {
    const list = [entry('3 days with a budget of $3000'), entry('Budget: $3000')];
    expect(edit(list, request({ budget: budget(3000) }), request())).toEqual([list[0]]);
  });

  it('keeps further fields of an entry it changes', () => {
    const list = [{ ...entry('Budget under $3,000'), id: 7 }];
    const before = request({ budget: budget(3000) });
    expect(edit(list, before, request({ budget: budget(10) }))[0]).toMatchObject({ id: 7 });
  });

  it('gives back any list untouched when nothing changed', () => {
    const lines = fc.array(
      fc.record({ description: fc.string(), priority: fc.constantFrom('must_have', 'preferred', 'avoid') }),
    );
    fc.assert(
      fc.property(lines, fc.array(fc.constantFrom('museums', 'food')), (list, interests) => {
        const same = request({ interests });
        expect(edit(list as Requirement[], same, { ...same })).toEqual(list);
      }),
    );
  });

  it('is undone by the opposite message', () => {
    const some = fc.record(
      {
        budget: fc.integer({ min: 1, max: 100_000 }).map(budget),
        dates: fc.record({ days: fc.integer({ min: 1, max: 30 }) }),
        diets: fc.uniqueArray(fc.constantFrom('vegan', 'halal')),
        interests: fc.uniqueArray(fc.constantFrom('museums', 'food', 'nature')),
      },
      { requiredKeys: ['interests'] },
    );
    fc.assert(
      fc.property(some, (fields) => {
        const after = request(fields as Partial<TripRequest>);
        const there = edit([], request(), after);
        expect(there).toHaveLength(wishLines(after).length);
        expect(edit(there, after, request())).toEqual([]);
      }),
    );
  });
});
