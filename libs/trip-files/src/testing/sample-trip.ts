import { emptyTripRequest, type PlanBlock, type PlanOption, type TripView } from '@travellite/protocol';

export const louvre = {
  name: 'Louvre',
  description: 'The largest museum.',
  geo_coordinate: { lat: 48.8606, lng: 2.3376 },
  poi_type: 'tourist_destination',
  opening_hours: 'Mo-Su 09:00-18:00',
  address: 'Rue de Rivoli',
  cost: '€22 per person',
} as const;

export const visit = (start: string, end: string, extra: Partial<PlanBlock> = {}): PlanBlock => ({
  time: '9:00 AM - 11:30 AM',
  description: 'Visit Louvre',
  starts: start,
  ends: end,
  zone: 1,
  pois: [louvre],
  transportation: { duration: '12m', method: 'walk' },
  ...extra,
});

/** New York to Paris over midnight, two nights over the end of summer time, home on the third morning. */
export const option: PlanOption = {
  days: [
    {
      highlight: 'New York to Paris',
      date: '2026-10-23',
      blocks: [
        {
          time: '6:30 PM - 11:59 PM',
          description: 'Flight from New York to Paris (AF 11)',
          starts: '2026-10-23T18:30-04:00',
          ends: '2026-10-24T07:45+02:00',
          zone: 0,
          end_zone: 1,
          transportation: { duration: '7h 15m', method: 'flight', cost: 840.5 },
        },
      ],
    },
    {
      highlight: 'Paris: Louvre',
      date: '2026-10-24',
      lodging: 'Hotel of Paris (2 rooms)',
      lodging_cost: 180,
      blocks: [
        {
          time: '12:00 AM - 7:45 AM',
          description: 'Still under way: Flight from New York to Paris (AF 11)',
          continued: true,
        },
        visit('2026-10-24T09:00+02:00', '2026-10-24T11:30+02:00'),
      ],
    },
    {
      highlight: 'Paris: Orsay',
      date: '2026-10-25',
      lodging: 'Hotel of Paris (2 rooms)',
      lodging_cost: 180,
      // The clocks went back at three in the night.
      blocks: [visit('2026-10-25T09:00+01:00', '2026-10-25T11:30+01:00')],
    },
  ],
  departure: {
    highlight: 'On the way: Paris to New York',
    date: '2026-10-26',
    blocks: [
      {
        time: '10:00 AM - 12:30 PM',
        description: 'Flight from Paris to New York (AF 6)',
        starts: '2026-10-26T10:00+01:00',
        ends: '2026-10-26T12:30-04:00',
        zone: 1,
        end_zone: 0,
        transportation: { duration: '7h 30m', method: 'flight', cost: 700 },
      },
    ],
  },
  overall_cost: '$2100',
  currency: 'USD',
  sample: true,
  general_notes: 'Cheapest: The lowest total of these. The sum is for two travellers.',
};

export const trip = (change: Partial<TripView> = {}): TripView => ({
  request: {
    ...emptyTripRequest(),
    destinations: [{ name: 'Paris', kind: 'city', country: 'FR' }],
    dates: { start: '2026-10-23', end: '2026-10-26' },
  },
  pois: [],
  requirements: [],
  plan: [option, { ...option, general_notes: 'Balanced: In between.', overall_cost: '$2400' }],
  planned: { revision: 3, at: Date.UTC(2026, 8, 1, 12) },
  zones: ['America/New_York', 'Europe/Paris'],
  missing: [],
  ...change,
});
