import { emptyTripRequest, type PlanOption, type TripRequest } from '@travellite/protocol';
import { understand } from '../understand.js';

const block = (name: string) => ({
  time: '9:00 AM - 10:00 AM',
  description: `Visit ${name}`,
  pois: [
    { name, description: '', geo_coordinate: { lat: 0, lng: 0 }, poi_type: 'tourist_destination', cost: '' },
  ],
});
const optionOf = (...names: string[]): PlanOption =>
  ({ days: [{ highlight: '', blocks: names.map(block) }], overall_cost: '€100' }) as unknown as PlanOption;

const lisbon = { name: 'Lisbon', kind: 'city', country: 'PT' } as const;
const shown = [
  optionOf('Belém Tower', 'Castelo de São Jorge', 'Praça do Comércio'),
  optionOf('Belém Tower', 'The Gulbenkian (Museu Gulbenkian)', 'Feira da Ladra', 'Torre Vasco da Gama'),
];

const changed = (text: string, more: Partial<TripRequest> = {}, options = shown) => {
  const before = { ...emptyTripRequest(), destinations: [lisbon], ...more };
  const { request } = understand(text, '2026-11-28', 'en-GB', { request: before, shown: options });
  const { avoid, mustSee, interests, avoidInterests, destinations } = request;
  const lists = Object.entries({ avoid, mustSee, interests, avoidInterests });
  return {
    ...Object.fromEntries(lists.filter(([, list]) => (list ?? []).length > 0)),
    to: destinations.map(({ name }) => name).join(),
  };
};

describe('places of the options that were shown', () => {
  it.each<[string, Partial<TripRequest>]>([
    ['please leave out Praça do Comércio', { avoid: ['Praça do Comércio'] }],
    ['Remove praca do comercio', { avoid: ['Praça do Comércio'] }],
    ['Without Belém Tower, please', { avoid: ['Belém Tower'] }],
    ['skip the castle', { avoid: ['Castelo de São Jorge'] }],
    ['make it cheaper and leave out the castle', { avoid: ['Castelo de São Jorge'] }],
    ['drop the museum', { avoid: ['The Gulbenkian (Museu Gulbenkian)'] }],
    ['no Gulbenkian', { avoid: ['The Gulbenkian (Museu Gulbenkian)'] }],
    ['without the tower', { avoid: ['Belém Tower'] }],
    [
      'skip the castle and the museum',
      { avoid: ['Castelo de São Jorge', 'The Gulbenkian (Museu Gulbenkian)'] },
    ],
    ['Bitte ohne das Schloss', { avoid: ['Castelo de São Jorge'] }],
    ['Feira da Ladra is a must', { mustSee: ['Feira da Ladra'] }],
    // No shown place is meant.
    ['no museums please', { avoidInterests: ['museums'] }],
    ['skip the aquarium', { avoidInterests: ['zoo'] }],
    ['we love the castle', { interests: ['history'] }],
  ])('%j', (text, wishes) => {
    expect(changed(text)).toEqual({ ...wishes, to: 'Lisbon' });
  });

  it('of other options are not known', () => {
    expect(changed('skip the castle', {}, [])).toEqual({ avoidInterests: ['history'], to: 'Lisbon' });
  });

  it('are not taken for the town of the same name', () => {
    const options = [optionOf('Lisbon', 'Belém Tower')];
    expect(changed('Four days in Lisbon', {}, options)).toEqual({ to: 'Lisbon' });
  });
});
