import { type Attraction, type Restaurant } from '@travellite/protocol';
import { prepareDocuments } from './documents.js';
import { placesToDocuments } from './places-to-documents.js';

const provenance = { source: 'curated', fetchedAt: Date.UTC(2026, 10, 1), sample: false };
const day = [{ open: 600, close: 1080 }];

const museum: Attraction = {
  ...provenance,
  id: 'paris/toy',
  name: 'Toy Museum',
  city: 'Paris',
  tags: ['museums', 'local_life'],
  kind: 'museum',
  visitMinutes: 60,
  price: { amountMinor: 1250, currency: 'EUR' },
  hours: { 2: day, 3: day, 4: day, 5: day, 6: day, 7: day },
  description: 'Tin trains and bears',
};
const diner: Restaurant = {
  ...provenance,
  id: 'tokyo/noodle',
  name: 'Noodle Bar',
  city: 'Tokyo',
  cuisines: ['japanese'],
  diets: ['vegan'],
  price: { amountMinor: 1500, currency: 'JPY' },
  hours: {
    1: [{ open: 1080, close: 1560 }],
    6: [
      { open: 660, close: 840 },
      { open: 1080, close: 1320 },
    ],
  },
};

describe('placesToDocuments', () => {
  const [first, second] = placesToDocuments({
    attractions: [museum],
    restaurants: [diner],
    countries: { Paris: 'France' },
  });

  it('tells of an attraction what somebody may ask about it', () => {
    expect(first).toEqual({
      id: 'place:paris/toy',
      title: 'Toy Museum, Paris',
      text:
        'Tin trains and bears. Toy Museum is a museum in Paris. Good for museums, local life. ' +
        'Open Tue, Wed, Thu, Fri, Sat, Sun 10:00–18:00; closed Mon. Entry about 12.50 EUR a person. A visit takes about 60 minutes.',
      source: 'TravelLite city data',
      city: 'Paris',
      country: 'France',
      topic: 'sights',
      kind: 'place',
      checkedOn: '2026-11-01',
    });
  });

  it('tells of a restaurant its cuisines, diets, times and price, in the currency’s own digits', () => {
    expect(second?.text).toBe(
      'Noodle Bar is a restaurant in Tokyo for japanese. Diets: vegan. ' +
        'Open Mon 18:00–02:00, Sat 11:00–14:00 and 18:00–22:00; closed Tue, Wed, Thu, Fri, Sun. A meal costs about 1500 JPY a person.',
    );
    expect(second).toMatchObject({ topic: 'food' });
    expect(second).not.toHaveProperty('country');
  });

  it('writes a country code as the name people use', () => {
    const countries = { Paris: 'FR', Tokyo: 'Japan' };
    const told = placesToDocuments({ attractions: [museum], restaurants: [diner], countries });
    expect(told.map(({ country }) => country)).toEqual(['France', 'Japan']);
  });

  it('says what is sample data, free, or open every day', () => {
    const free = { ...museum, sample: true, source: 'sample', price: { amountMinor: 0, currency: 'EUR' } };
    const always = { 1: day, ...museum.hours };
    const documents = placesToDocuments({ attractions: [{ ...free, hours: always }], restaurants: [] });
    expect(documents[0]).toMatchObject({ sample: true, source: 'sample' });
    expect(documents[0]?.text).toContain('Open daily 10:00–18:00. Entry is free.');
  });

  it('makes documents the port takes', () => {
    expect(prepareDocuments([first, second].flatMap((one) => one ?? []))).toHaveLength(2);
  });
});
