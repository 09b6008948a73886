/** Answers in the shapes of Amadeus' published specifications, with invented content. */

const segment = (
  id: string,
  [carrierCode, number]: readonly [string, string],
  departure: readonly [string, string],
  arrival: readonly [string, string],
) => ({
  departure: { iataCode: departure[0], terminal: '1', at: `${departure[1]}:00` },
  arrival: { iataCode: arrival[0], at: `${arrival[1]}:00` },
  carrierCode,
  number,
  aircraft: { code: '359' },
  operating: { carrierCode },
  duration: 'PT7H5M',
  id,
  numberOfStops: 0,
  blacklistedInEU: false,
});

const pricing = (
  travelerType: string,
  currency: string,
  total: string,
  cabin: string,
  segmentIds: string[],
) => ({
  travelerId: '1',
  fareOption: 'STANDARD',
  travelerType,
  price: { currency, total, base: total },
  fareDetailsBySegment: segmentIds.map((segmentId) => ({ segmentId, cabin, fareBasis: 'KL', class: 'K' })),
});

const offer = (
  id: string,
  duration: string,
  segments: ReturnType<typeof segment>[],
  pricings: unknown[],
) => ({
  type: 'flight-offer',
  id,
  source: 'GDS',
  instantTicketingRequired: false,
  nonHomogeneous: false,
  oneWay: false,
  lastTicketingDate: '2026-12-01',
  numberOfBookableSeats: 9,
  itineraries: [{ duration, segments }],
  price: { currency: 'USD', total: '999.00', base: '900.00', grandTotal: '999.00' },
  pricingOptions: { fareType: ['PUBLISHED'], includedCheckedBagsOnly: true },
  validatingAirlineCodes: ['AF'],
  travelerPricings: pricings,
});

const nextDay = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** New York to Paris whatever is asked: a direct flight, one with a stop, and one that is only sold in business. */
export function amadeusFlightOffers(query: URLSearchParams): unknown {
  const date = query.get('departureDate') ?? '';
  const landing = nextDay(date);
  const cabin = query.get('travelClass') ?? 'ECONOMY';
  const currency = query.get('currencyCode') ?? 'EUR';
  const direct = segment('1', ['AF', '7'], ['JFK', `${date}T19:30`], ['CDG', `${landing}T08:40`]);
  const first = segment('2', ['TP', '208'], ['EWR', `${date}T18:35`], ['LIS', `${landing}T06:20`]);
  const second = segment('3', ['TP', '432'], ['LIS', `${landing}T08:05`], ['ORY', `${landing}T11:40`]);
  const offers = [
    offer(
      '1',
      'PT7H10M',
      [direct],
      [
        pricing('ADULT', currency, '512.34', cabin, ['1']),
        pricing('CHILD', currency, '401.00', cabin, ['1']),
      ],
    ),
    offer('2', 'PT11H5M', [first, second], [pricing('ADULT', currency, '388.10', cabin, ['2', '3'])]),
    offer('3', 'PT7H10M', [direct], [pricing('ADULT', currency, '2410.00', 'BUSINESS', ['1'])]),
  ];
  const fitting = query.get('nonStop') === 'true' ? offers.filter(({ id }) => id !== '2') : offers;
  return {
    meta: { count: fitting.length },
    data: fitting.slice(0, Number(query.get('max') ?? '250')),
    dictionaries: { carriers: { AF: 'AIR FRANCE', TP: 'TAP PORTUGAL' } },
  };
}

export function amadeusHotels(query: URLSearchParams): unknown {
  const hotel = (at: number) => ({
    chainCode: 'XX',
    iataCode: query.get('cityCode'),
    dupeId: 700_000_000 + at,
    name: `HOTEL ${at}`,
    hotelId: `XXPAR${String(at).padStart(3, '0')}`,
    geoCode: { latitude: 48.86 + at / 1_000, longitude: 2.35 },
    address: { countryCode: 'FR' },
  });
  return { data: Array.from({ length: 25 }, (_, at) => hotel(at)), meta: { count: 25 } };
}

export function amadeusHotelOffers(query: URLSearchParams): unknown {
  const currency = query.get('currency') ?? 'EUR';
  const ids = (query.get('hotelIds') ?? '').split(',');
  return {
    data: ids.slice(0, 5).map((hotelId, at) => ({
      type: 'hotel-offers',
      hotel: {
        type: 'hotel',
        hotelId,
        chainCode: 'XX',
        name: `HÔTEL ${at}`,
        cityCode: 'PAR',
        latitude: 48.86,
        longitude: 2.35,
      },
      available: at !== 4,
      offers: [
        {
          id: `OFFER${at}`,
          checkInDate: query.get('checkInDate'),
          checkOutDate: query.get('checkOutDate'),
          rateCode: 'RAC',
          room: { type: 'M1K', typeEstimated: { category: 'STANDARD_ROOM', beds: 1, bedType: 'KING' } },
          guests: { adults: Number(query.get('adults')) },
          price: { currency, base: '600.00', total: `${1_000 - at * 100}.01` },
        },
      ],
    })),
  };
}

export function amadeusActivities(): unknown {
  const activity = (id: string, name: string, more: object) => ({
    id,
    type: 'activity',
    name,
    shortDescription: `${name} with a guide.`,
    geoCode: { latitude: '48.860000', longitude: '2.350000' },
    rating: '4.500000',
    pictures: [],
    bookingLink: 'https://example.com',
    price: { currencyCode: 'EUR', amount: '16.00' },
    ...more,
  });
  return {
    meta: { count: '4' },
    data: [
      activity('1', 'Evening boat cruise', { minimumDuration: '1 hour 30 minutes' }),
      activity('2', 'Museum visit', { minimumDuration: '2 hours' }),
      activity('3', 'Walk without a price', { price: undefined }),
      activity('4', 'Another museum, rated in words', { rating: 'excellent' }),
    ],
  };
}
