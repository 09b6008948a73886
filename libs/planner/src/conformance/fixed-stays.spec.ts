import { type Catalogue, type Destination, type FlightOffer, type TripRequest } from '@travellite/protocol';
import { planTrip } from '../index.js';
import { Random } from './random.js';
import { secondOpinion } from './second-opinion/second-opinion.js';
import { addDays, usd } from './world.js';

/** Tours whose stays are given, with days on which one has to be somewhere and few direct flights: only the order is open. */

const start = '2027-05-03';
const today = '2027-01-01';
const provenance = { source: 'test', fetchedAt: 0, sample: true };

const flight = (from: string, to: string, date: string): FlightOffer => ({
  ...provenance,
  id: `${from}-${to}-${date}`,
  from,
  to,
  fromAirport: from,
  toAirport: to,
  departs: `${date}T09:00`,
  arrives: `${date}T11:00`,
  durationMinutes: 120,
  stops: 0,
  carrier: 'Test Air',
  flightNumber: '1',
  cabin: 'economy',
  price: usd(80),
});

interface Tour {
  catalogue: Catalogue;
  request: TripRequest;
}

/** A tour by chance, and the flights it takes with some that it does not. */
function tour(seed: number, cities: number): Tour {
  const random = new Random(seed);
  const order = random.some(
    Array.from({ length: cities }, (_, at) => `City ${at + 1}`),
    cities,
  );
  const nights = order.map(() => random.int(1, 4));
  const total = nights.reduce((sum, one) => sum + one, 0);
  const edges = order.slice(1).map((to, at) => [order[at]!, to] as const);
  const more = order.flatMap((from) =>
    order.filter((to) => to !== from && random.chance(0.25)).map((to) => [from, to] as const),
  );
  const days = Array.from({ length: total + 1 }, (_, day) => addDays(start, day));
  const flights = new Map(
    [...edges, ...more].flatMap(([from, to]) =>
      days.map((date) => [`${from}${to}${date}`, flight(from, to, date)] as const),
    ),
  );
  const destinations = order.map((name, at): Destination => {
    const arrives = nights.slice(0, at).reduce((sum, one) => sum + one, 0);
    const during = random.chance(0.4) ? { during: { from: arrives + 1, to: arrives + nights[at]! + 1 } } : {};
    return { name, kind: 'city', nights: nights[at]!, ...during };
  });
  return {
    catalogue: {
      cities: order.map((name) => ({ name })),
      flights: [...flights.values()],
      legs: [],
      stays: [],
      restaurants: [],
      attractions: [],
    },
    request: {
      destinations: random.some(destinations, cities),
      dates: { start, end: addDays(start, total), days: total + 1, nights: total },
      transport: { directOnly: true },
      interests: [],
    },
  };
}

describe('tours with given stays', () => {
  it.each([3, 5, 8, 10])(
    'of %i cities are put in an order that direct flights and fixed days allow',
    (cities) => {
      for (let seed = 1; seed <= 12; seed += 1) {
        const { catalogue, request } = tour(seed * 100 + cities, cities);
        const { options } = planTrip(request, catalogue, { today, maxOptions: 1 });
        const plan = options[0];
        expect({ seed, stops: plan?.stops.length }).toEqual({ seed, stops: cities });
        expect(secondOpinion(plan!, request, catalogue)).toEqual([]);
      }
    },
  );

  it('names the days that cannot be kept', () => {
    const { catalogue, request } = tour(4, 3);
    const [first, ...others] = request.destinations;
    const everywhere = others.map((place) => ({ ...place, during: { from: 1, to: 2 } }));
    const impossible = {
      ...request,
      destinations: [{ ...first!, during: { from: 1, to: 2 } }, ...everywhere],
    };
    const { options, infeasible } = planTrip(impossible, catalogue, { today });
    expect(options).toEqual([]);
    expect(
      infeasible?.blocking.some(({ code, wish }) => code === 'dates' && wish.includes('day 1 to day 2')),
    ).toBe(true);
  });

  it('stays counted in days may end on the last day: the last stop has one night fewer', () => {
    const { catalogue, request } = tour(4, 3);
    const nights = request.destinations.reduce((sum, place) => sum + place.nights!, 0);
    const byDays = {
      ...request,
      destinations: request.destinations.map(({ during: _during, ...place }) => place),
      dates: { start, days: nights, nights: nights - 1 },
    };
    const plan = planTrip(byDays, catalogue, { today, maxOptions: 1 }).options[0];
    const wished = (city: string) => byDays.destinations.find(({ name }) => name === city)?.nights ?? 0;
    expect(plan?.stops.map(({ city, nights: slept }) => wished(city) - slept)).toEqual([0, 0, 1]);
    expect(secondOpinion(plan!, byDays, catalogue)).toEqual([]);
  });
});
