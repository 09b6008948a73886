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

  /** A tour a day shorter than its stays together, the last of them in the order of the catalogue. */
  const shortened = (inDays: (city: string) => boolean) => {
    const { catalogue, request } = tour(4, 3);
    const nights = request.destinations.reduce((sum, place) => sum + place.nights!, 0);
    const destinations = request.destinations.map(({ during: _during, ...place }) =>
      inDays(place.name) ? { ...place, inDays: true } : place,
    );
    return {
      catalogue,
      request: { ...request, destinations, dates: { start, days: nights, nights: nights - 1 } },
    };
  };

  it('stays counted in days may end on the last day: the last stop has one night fewer', () => {
    const { catalogue, request } = shortened(() => true);
    const plan = planTrip(request, catalogue, { today, maxOptions: 1 }).options[0];
    const wished = (city: string) => request.destinations.find(({ name }) => name === city)?.nights ?? 0;
    expect(plan?.stops.map(({ city, nights: slept }) => wished(city) - slept)).toEqual([0, 0, 1]);
    expect(secondOpinion(plan!, request, catalogue)).toEqual([]);
    const inNights = { ...request, destinations: request.destinations.map(({ inDays: _, ...one }) => one) };
    expect(secondOpinion(plan!, inNights, catalogue)).toEqual([
      expect.stringMatching(`${plan!.stops.at(-1)!.city}: nights`),
    ]);
  });

  it('stays counted in nights have all of them: one night too many is named', () => {
    const { catalogue, request } = shortened(() => false);
    const { options, infeasible } = planTrip(request, catalogue, { today });
    expect(options).toEqual([]);
    expect(infeasible?.blocking.map(({ code }) => code)).toContain('nights');
    const [relaxation] = infeasible?.relaxations ?? [];
    expect(planTrip(relaxation!.request, catalogue, { today, maxOptions: 1 }).options).toHaveLength(1);
  });

  it('only a stay counted in days is shorter when it is the last', () => {
    const last = planTrip(shortened(() => true).request, shortened(() => true).catalogue, {
      today,
      maxOptions: 1,
    }).options[0]!.stops.at(-1)!.city;
    const one = shortened((city) => city === last);
    expect(planTrip(one.request, one.catalogue, { today, maxOptions: 1 }).options).toHaveLength(1);
    const others = shortened((city) => city !== last);
    for (const { stops } of planTrip(others.request, others.catalogue, { today }).options) {
      expect(stops.at(-1)!.city).not.toBe(last);
    }
  });
});
