import { emptyTripRequest, interestTags, type TripRequest } from '@travellite/protocol';
import fc from 'fast-check';
import { mergeWishes } from './merge-wishes.js';
import { withMerged } from './merged-request.js';

type Wishing = Parameters<typeof mergeWishes>[0][number];
const wants = (userId: string, wishes: Partial<TripRequest>): Wishing => ({
  userId,
  wishes: { ...emptyTripRequest(), ...wishes },
});
const dollars = (amount: number, scope: 'total' | 'per_person' = 'total', currency = 'USD') => ({
  max: { amountMinor: amount * 100, currency },
  scope,
  kind: 'max' as const,
});
const between = (from: string, to: string) => ({ window: { from, to } });
const topics = (...members: Wishing[]) =>
  mergeWishes(members).conflicts.map(({ topic, kind }) => `${topic} ${kind}`);

describe('wishes of several people', () => {
  it('that differ are named with both sides', () => {
    const { conflicts } = mergeWishes([
      wants('ana', { interests: ['beaches'] }),
      wants('ben', { interests: ['museums'] }),
      wants('cleo', { interests: ['beaches'] }),
    ]);
    expect(conflicts).toEqual([
      {
        topic: 'interests',
        kind: 'differ',
        sides: [
          { members: ['ana', 'cleo'], wish: { interests: ['beaches'] } },
          { members: ['ben'], wish: { interests: ['museums'] } },
        ],
      },
    ]);
  });

  it.each<[string, Wishing[], string[]]>([
    [
      'a taste in common',
      [wants('a', { interests: ['food', 'art'] }), wants('b', { interests: ['food', 'views'] })],
      [],
    ],
    [
      'one likes what another refuses',
      [wants('a', { interests: ['food'] }), wants('b', { avoidInterests: ['food'] })],
      ['interests oppose'],
    ],
    ['another pace', [wants('a', { pace: 'relaxed' }), wants('b', { pace: 'packed' })], ['pace differ']],
    ['the same pace', [wants('a', { pace: 'relaxed' }), wants('b', { pace: 'relaxed' })], []],
    [
      'other budgets',
      [wants('a', { budget: dollars(1) }), wants('b', { budget: dollars(2) })],
      ['budget differ'],
    ],
    [
      'a budget and none',
      [wants('a', { budget: dollars(1) }), wants('b', { budgetUnlimited: true })],
      ['budget differ'],
    ],
    ['no limit for anybody', [wants('a', { budgetUnlimited: true }), wants('b', {})], []],
    [
      'a month and a day in it',
      [
        wants('a', { dates: between('2027-03-01', '2027-03-31') }),
        wants('b', { dates: { start: '2027-03-03' } }),
      ],
      [],
    ],
    [
      'two months',
      [
        wants('a', { dates: between('2027-03-01', '2027-03-31') }),
        wants('b', { dates: between('2027-04-01', '2027-04-30') }),
      ],
      ['dates differ'],
    ],
    [
      'a length alone',
      [wants('a', { dates: { days: 5 } }), wants('b', { dates: between('2027-04-01', '2027-04-30') })],
      [],
    ],
    [
      'a place one does not want',
      [wants('a', { mustSee: ['Louvre'] }), wants('b', { avoid: ['louvre'] })],
      ['places oppose'],
    ],
    [
      'a city one does not want',
      [wants('a', { destinations: [{ name: 'Kyoto', kind: 'city' }] }), wants('b', { avoid: ['Kyoto'] })],
      ['places oppose'],
    ],
    ['nobody', [], []],
  ])('%s', (_what, members, expected) => {
    expect(topics(...members)).toEqual(expected);
  });

  it('keeps to the lowest of budgets that can be compared', () => {
    const lowest = (...budgets: ReturnType<typeof dollars>[]) =>
      mergeWishes(budgets.map((budget, index) => wants(`u${index}`, { budget }))).budget;
    expect(lowest(dollars(3000), dollars(2000), dollars(2500))).toEqual(dollars(2000));
    expect(lowest(dollars(3000), dollars(2000, 'per_person'))).toBeUndefined();
    expect(lowest(dollars(3000), dollars(2000, 'total', 'EUR'))).toBeUndefined();
    expect(lowest(dollars(3000))).toEqual(dollars(3000));
    expect(lowest()).toBeUndefined();
  });
});

describe('the trip with what all want', () => {
  const shared = { ...emptyTripRequest(), interests: ['views'] };
  const merged = (...members: Wishing[]) => withMerged(shared, mergeWishes(members));

  it('has every taste of anybody, and neither side of what is contested', () => {
    const trip = merged(
      wants('a', { interests: ['museums', 'food'] }),
      wants('b', { interests: ['beaches'], avoidInterests: ['museums', 'zoo'] }),
    );
    expect(trip.interests).toEqual(['views', 'food', 'beaches']);
    expect(trip.avoidInterests).toEqual(['zoo']);
  });

  it.each([
    ['one limit', [dollars(1000)], dollars(1000)],
    ['the lowest of two', [dollars(2000), dollars(1000)], dollars(1000)],
    ['that of most members', [dollars(900, 'per_person'), dollars(2000), dollars(2000)], dollars(2000)],
  ])('holds to %s although somebody else needs none', (_what, budgets, held) => {
    const limited = budgets.map((budget, index) => wants(`u${index}`, { budget }));
    const boundless = { ...shared, budgetUnlimited: true };
    const trip = withMerged(boundless, mergeWishes([...limited, wants('z', { budgetUnlimited: true })]));
    expect(trip.budget).toEqual(held);
    expect(trip).not.toHaveProperty('budgetUnlimited');
    expect(withMerged(boundless, mergeWishes([wants('z', { budgetUnlimited: true })]))).toEqual(boundless);
  });

  it('is as it was when nobody has said anything', () => {
    expect(merged(wants('a', {}), wants('b', {}))).toEqual(shared);
  });
});

describe('merging', () => {
  const tags = fc.uniqueArray(fc.constantFrom(...interestTags.slice(0, 6)), { maxLength: 3 });
  const member = fc.record({
    userId: fc.constantFrom('ana', 'ben', 'cleo', 'dan', 'eva'),
    wishes: fc.record(
      {
        destinations: fc.constant<TripRequest['destinations']>([]),
        interests: tags,
        avoidInterests: tags,
        pace: fc.constantFrom('relaxed' as const, 'balanced' as const, 'packed' as const),
        budget: fc.constantFrom(dollars(1000), dollars(2000), dollars(500, 'per_person')),
        budgetUnlimited: fc.constant(true),
        dates: fc.constantFrom(between('2027-03-01', '2027-03-31'), between('2027-05-01', '2027-05-31'), {
          days: 4,
        }),
        avoid: fc.constantFrom(['Louvre'], []),
        mustSee: fc.constantFrom(['Louvre'], ['Orsay']),
      },
      { requiredKeys: ['destinations', 'interests'] },
    ),
  });
  const members = fc.uniqueArray(member, { selector: ({ userId }) => userId, maxLength: 5 }) as fc.Arbitrary<
    Wishing[]
  >;

  it('does not depend on the order of members', () => {
    fc.assert(
      fc.property(
        members.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect(mergeWishes(shuffled)).toEqual(mergeWishes(list));
        },
      ),
    );
  });

  it('says the same when everybody says everything twice', () => {
    fc.assert(
      fc.property(members, (list) => expect(mergeWishes([...list, ...list])).toEqual(mergeWishes(list))),
    );
  });

  it('done twice changes nothing more', () => {
    fc.assert(
      fc.property(members, (list) => {
        const merged = mergeWishes(list);
        const once = withMerged(emptyTripRequest(), merged);
        expect(withMerged(once, merged)).toEqual(once);
      }),
    );
  });

  it('puts nobody on two sides of a question about pace, budget or dates, and names only those who are there', () => {
    fc.assert(
      fc.property(members, (list) => {
        const ids = list.map(({ userId }) => userId);
        for (const { topic, sides } of mergeWishes(list).conflicts) {
          expect(sides.length).toBeGreaterThanOrEqual(2);
          const named = sides.flatMap((side) => side.members);
          expect(ids).toEqual(expect.arrayContaining(named));
          if (topic !== 'interests' && topic !== 'places') expect(new Set(named).size).toBe(named.length);
        }
      }),
    );
  });
});
