import { planOptionSchema, poiSchema, requirementSchema } from '@travellite/protocol';
import fc from 'fast-check';
import { readIntents, readPlan, readPois, readRequirements } from './trip-lists.js';

const poi = {
  name: 'Louvre',
  description: 'A museum.',
  geo_coordinate: { lat: 48.86, lng: 2.34 },
  poi_type: 'tourist_destination',
  cost: '€22',
};
const day = {
  highlight: 'Art',
  lodging: 'Hotel X',
  blocks: [{ time: '9:00 AM - 11:00 AM', description: 'See it', pois: [poi] }],
};

describe('a place', () => {
  it.each([
    ['all it needs', poi, poi],
    ['more fields', { ...poi, sample: true, address: 'Rue' }, { ...poi, sample: true, address: 'Rue' }],
    [
      'no description, cost or kind',
      { name: 'X', geo_coordinate: { lat: 1, lng: 2 } },
      { name: 'X', geo_coordinate: { lat: 1, lng: 2 }, description: '', cost: '', poi_type: 'unknown' },
    ],
    ['an unknown kind', { ...poi, poi_type: 'volcano' }, { ...poi, poi_type: 'unknown' }],
    ['hours that are no text', { ...poi, opening_hours: 9 }, poi],
  ])('with %s', (_name, given, read) => {
    expect(readPois([given])).toEqual([read]);
  });

  it.each([
    ['without name', { ...poi, name: undefined }],
    ['without coordinates', { ...poi, geo_coordinate: undefined }],
    ['off the globe', { ...poi, geo_coordinate: { lat: 91, lng: 0 } }],
    ['with text for a coordinate', { ...poi, geo_coordinate: { lat: '48', lng: 2 } }],
    ['that is null', null],
  ])('%s is left out', (_name, given) => {
    expect(readPois([given, poi])).toEqual([poi]);
  });
});

describe('a plan', () => {
  it('keeps its days, lodging and blocks', () => {
    const option = {
      days: [day, { ...day, lodging: poi }],
      overall_cost: '$900',
      general_notes: '',
      sample: true,
    };
    expect(readPlan([option])).toEqual([option]);
  });

  it('is shown as far as it can be read', () => {
    const broken = {
      days: [{ blocks: [{ pois: [5, poi], transportation: { cost: 'much', method: 'bus' } }, 7] }, 'x'],
    };
    const block = { time: '', description: '', pois: [poi], transportation: { method: 'bus' } };
    expect(readPlan([broken])).toEqual([
      { days: [{ highlight: '', blocks: [block] }], overall_cost: '', general_notes: '' },
    ]);
  });

  it.each([[{ overall_cost: '$5' }], [null], ['plan']])('that has no days is left out: %j', (given) => {
    expect(readPlan([given])).toEqual([]);
  });
});

it.each([
  [{ description: 'x', priority: 'must_have' }, 1],
  [{ description: 'x', priority: 'urgent' }, 0],
  [{ priority: 'avoid' }, 0],
])('requirement %j', (given, count) => {
  expect(readRequirements([given])).toHaveLength(count);
});

it.each([
  [{ intent: 'Points_Of_Interest', action: 'add', value: 'Paris' }, 1],
  [{ intent: 'Points_Of_Interest', action: 'add' }, 0],
])('intent %j', (given, count) => {
  expect(readIntents([given])).toHaveLength(count);
});

it('reads whatever the schemas of the protocol allow, as they read it', () => {
  const words = fc.string({ maxLength: 8 });
  const place = fc.record(
    {
      name: words,
      description: words,
      geo_coordinate: fc.record({
        lat: fc.double({ min: -90, max: 90, noNaN: true }),
        lng: fc.double({ min: -180, max: 180, noNaN: true }),
      }),
      poi_type: fc.constantFrom('restaurant', 'lodge', 'tourist_destination', 'unknown', 'other'),
      address: words,
      cost: words,
      hue: fc.nat(),
    },
    { requiredKeys: ['name', 'geo_coordinate'] },
  );
  const block = fc.record(
    {
      time: words,
      description: words,
      pois: fc.array(place, { maxLength: 2 }),
      transportation: fc.record({ duration: words, method: words, cost: fc.nat() }, { requiredKeys: [] }),
    },
    { requiredKeys: ['time', 'description'] },
  );
  const option = fc.record(
    {
      days: fc.array(
        fc.record(
          { highlight: words, lodging: fc.oneof(words, place), blocks: fc.array(block, { maxLength: 2 }) },
          { requiredKeys: ['highlight', 'blocks'] },
        ),
        { maxLength: 3 },
      ),
      overall_cost: words,
      general_notes: words,
    },
    { requiredKeys: ['days', 'overall_cost'] },
  );
  const wish = fc.record({
    description: words,
    priority: fc.constantFrom('must_have', 'preferred', 'avoid'),
  });
  fc.assert(
    fc.property(place, option, wish, (one, plan, requirement) => {
      const wire = JSON.parse(JSON.stringify({ one, plan, requirement })) as Record<string, unknown>;
      expect(readPois([wire['one']])).toEqual([poiSchema.parse(wire['one'])]);
      expect(readPlan([wire['plan']])).toEqual([planOptionSchema.parse(wire['plan'])]);
      expect(readRequirements([wire['requirement']])).toEqual([requirementSchema.parse(wire['requirement'])]);
    }),
  );
});
