import { type Catalogue, type TripRequest } from '@travellite/protocol';
import { Random } from '../conformance/random.js';
import { secondOpinion } from '../conformance/second-opinion/second-opinion.js';
import { addDays, makeWorld, originName, usd } from '../conformance/world.js';
import { planTrip } from '../plan-trip.js';
import { type MealBlock, type TripPlan, type VisitBlock } from '../plan.js';
import { type RuleCode } from '../report.js';
import { checkPlan } from './check-plan.js';

interface Draft {
  plan: TripPlan;
  request: TripRequest;
  catalogue: Catalogue;
}

const start = '2027-05-03';

/** A plan of five days in two towns that nothing is wrong with, by flights. */
function soundDraft(): Draft {
  const shape = { cities: 2, stays: 12, restaurants: 30, attractions: 30, located: true, hours: true };
  const catalogue = makeWorld(new Random(11), {
    ...shape,
    start,
    days: 5,
    flights: 1,
    ground: 1,
    modes: ['train'],
  });
  const request: TripRequest = {
    origin: { name: originName, kind: 'city' },
    destinations: catalogue.cities.map(({ name }) => ({ name, kind: 'city' })),
    dates: { start, days: 5 },
    travellers: { adults: 2, children: 0 },
    interests: [],
  };
  const { options } = planTrip(request, catalogue, { today: '2026-11-21', names: ['comfort'] });
  return { plan: options[0]!, request, catalogue };
}

const visits = ({ days }: TripPlan) =>
  days.flatMap(({ blocks }) => blocks.filter((one): one is VisitBlock => one.kind === 'visit'));
const meals = ({ days }: TripPlan) =>
  days.flatMap(({ blocks }) => blocks.filter((one): one is MealBlock => one.kind === 'meal'));
const stayOf = ({ plan, catalogue }: Draft, at: number) =>
  catalogue.stays.find(({ id }) => id === plan.stays[at]!.item.id)!;
const seenAt = ({ plan, catalogue }: Draft) =>
  catalogue.attractions.find(({ id }) => id === visits(plan)[0]!.item.id)!;
const eatenAt = ({ plan, catalogue }: Draft) =>
  catalogue.restaurants.find(({ id }) => id === meals(plan)[0]!.item.id)!;
const usedLeg = ({ plan, catalogue }: Draft) =>
  [...catalogue.flights, ...catalogue.legs].find(({ id }) => id === plan.legs[0]!.item!.id)!;

type Damage = [code: RuleCode, what: string, damage: (draft: Draft) => void];

/** What a person wishes otherwise, while the plan stays as it is. */
const otherWishes: Damage[] = [
  ['day_count', 'a day more is wished', ({ request }) => (request.dates = { start, days: 6 })],
  [
    'dates',
    'another first day is wished',
    ({ request }) => (request.dates = { start: addDays(start, 1), days: 5 }),
  ],
  [
    'nights',
    'other nights in a town are wished',
    (draft) => (draft.request.destinations[0]!.nights = draft.plan.stops.length > 1 ? 4 : 9),
  ],
  [
    'transport_refused',
    'the mode of a leg is refused',
    (draft) => (draft.request.transport = { refused: [draft.plan.legs[0]!.mode!] }),
  ],
  [
    'room_type',
    'another kind of room is wished',
    (draft) => {
      const type = draft.plan.stays[0]!.roomType;
      draft.request.lodging = { roomType: type === 'shared_room' ? 'entire_home' : 'shared_room' };
    },
  ],
  [
    'must_see',
    'a sight that is not in the plan must be',
    (draft) => {
      const seen = new Set(visits(draft.plan).map(({ item }) => item.id));
      draft.request.mustSee = [draft.catalogue.attractions.find(({ id }) => !seen.has(id))!.name];
    },
  ],
  [
    'avoid',
    'a sight of the plan must not be',
    (draft) => (draft.request.avoid = [visits(draft.plan)[0]!.item.name]),
  ],
  [
    'budget',
    'there is less money',
    (draft) =>
      (draft.request.budget = {
        max: { amountMinor: draft.plan.cost.totalMinor - 1, currency: 'USD' },
        scope: 'total',
        kind: 'max',
      }),
  ],
  [
    'cuisine',
    'a kitchen is wished that no meal is of',
    (draft) => {
      for (const place of draft.catalogue.restaurants)
        place.cuisines = place.cuisines.filter((one) => one !== 'french');
      draft.request.cuisines = ['french'];
    },
  ],
  [
    'unknown_city',
    'a town is wished that is not in the data',
    ({ request }) => (request.destinations = [...request.destinations, { name: 'Atlantis', kind: 'city' }]),
  ],
];

/** What the data say otherwise, while the plan stays as it is. */
const otherData: Damage[] = [
  [
    'unknown_item',
    'a sight is gone',
    (draft) =>
      (draft.catalogue.attractions = draft.catalogue.attractions.filter(({ id }) => id !== seenAt(draft).id)),
  ],
  ['opening_hours', 'a sight is closed that day', (draft) => (seenAt(draft).hours = {})],
  ['opening_hours', 'a restaurant is closed that day', (draft) => (eatenAt(draft).hours = {})],
  ['minimum_nights', 'a stay takes no guests for so few nights', (draft) => (stayOf(draft, 0).minNights = 9)],
  [
    'capacity',
    'fewer beds',
    (draft) => {
      const stay = draft.plan.stays[0]!;
      draft.request.travellers = { adults: stay.rooms * stayOf(draft, 0).capacity + 1, children: 0 };
    },
  ],
  ['price', 'a stay costs more', (draft) => (stayOf(draft, 0).pricePerNight = usd(5_000))],
  ['price', 'a way costs more', (draft) => (usedLeg(draft).price = usd(5_000))],
  [
    'house_rules',
    'a stay forbids what must be allowed',
    (draft) => {
      stayOf(draft, 0).forbids = ['pets'];
      draft.request.lodging = { allow: ['pets'] };
    },
  ],
  [
    'stars',
    'a stay has fewer stars than wished',
    (draft) => {
      stayOf(draft, 0).rating = 1;
      draft.request.lodging = { minStars: 4 };
    },
  ],
];

/** What somebody did to the plan. */
const otherPlan: Damage[] = [
  [
    'overlap',
    'two things at the same time',
    ({ plan }) => {
      const { blocks } = plan.days.find((day) => day.blocks.filter(({ kind }) => kind !== 'leg').length > 1)!;
      const [one, other] = blocks.filter(({ kind }) => kind !== 'leg');
      Object.assign(other!, { start: one!.start, end: one!.end });
    },
  ],
  [
    'repeat',
    'a sight twice',
    ({ plan }) => {
      const [one, other] = visits(plan);
      Object.assign(other!, { item: one!.item });
    },
  ],
  ['lodging_missing', 'a night nowhere', ({ plan }) => delete plan.days[1]!.lodging],
  [
    'meal_missing',
    'a whole day without meals',
    ({ plan }) => {
      for (const day of plan.days) day.blocks = day.blocks.filter(({ kind }) => kind !== 'meal');
    },
  ],
  [
    'attraction_missing',
    'whole days without a sight',
    ({ plan }) => {
      for (const day of plan.days) day.blocks = day.blocks.filter(({ kind }) => kind !== 'visit');
    },
  ],
  ['price', 'a total that is not the sum', ({ plan }) => (plan.cost.totalMinor -= 100)],
  [
    'route',
    'no way home',
    ({ plan }) => {
      plan.legs.pop();
      const last = plan.days.at(-1)!;
      last.blocks = last.blocks.filter(({ kind }) => kind !== 'leg');
    },
  ],
  [
    'wrong_city',
    'a sight of another town',
    ({ plan, catalogue }) => {
      const [visit] = visits(plan);
      const elsewhere = catalogue.attractions.find(({ city }) => city !== visit!.city)!;
      visit!.item = { kind: 'attraction', id: elsewhere.id, name: elsewhere.name };
    },
  ],
  [
    'meal_time',
    'dinner in the morning',
    ({ plan }) => {
      const dinner = meals(plan).find(({ meal }) => meal === 'dinner')!;
      Object.assign(dinner, { start: 7 * 60, end: 8 * 60 });
    },
  ],
];

describe('the checker', () => {
  it('finds nothing wrong with a sound plan', () => {
    const { plan, request, catalogue } = soundDraft();
    expect(checkPlan(plan, request, catalogue)).toEqual([]);
    expect(secondOpinion(plan, request, catalogue)).toEqual([]);
  });

  const cases = [...otherWishes, ...otherData, ...otherPlan];

  it.each(cases)('finds %s when %s', (code, _what, damage) => {
    const draft = structuredClone(soundDraft());
    damage(draft);
    const found = checkPlan(draft.plan, draft.request, draft.catalogue);
    expect(found.map((violation) => violation.code)).toContain(code);
    for (const { message } of found) expect(message).toMatch(/^[\p{Lu}\d].*\.$/u);
  });

  it('agrees with the second checker that each of them may not be shown', () => {
    const disagreed = cases.filter(([, , damage]) => {
      const draft = structuredClone(soundDraft());
      damage(draft);
      return secondOpinion(draft.plan, draft.request, draft.catalogue).length === 0;
    });
    expect(disagreed.map(([code, what]) => `${code}: ${what}`)).toEqual([]);
  });

  it('tells sums as people do', () => {
    const { plan, request, catalogue } = structuredClone(soundDraft());
    plan.cost.totalMinor += 100_000;
    const [wrong] = checkPlan(plan, request, catalogue);
    expect(wrong?.message).toMatch(/^The total is \$[\d,]+(\.\d\d)?, not \$[\d,]+(\.\d\d)?\.$/);
  });
});
