import { type EventBody, type PlanOption, type Poi, type TripView } from '@travellite/protocol';
import { type Answering, type StubConversation } from './stub-conversation.js';

const place = (name: string, lat: number, lng: number, more: Partial<Poi> = {}): Poi => ({
  name,
  description: 'One of the places people come to this city for.',
  geo_coordinate: { lat, lng },
  poi_type: 'tourist_destination',
  cost: '€22 per person',
  opening_hours: '9:00 AM - 6:00 PM, closed Tuesdays',
  ...more,
});

export const louvre = place('Louvre', 48.86061, 2.33764);
const orsay = place('Musée d’Orsay', 48.85996, 2.32656, { cost: '€16 per person' });
const bistro = place('Bouillon Chartier', 48.87195, 2.34306, {
  poi_type: 'restaurant',
  cost: '€20 per meal',
  opening_hours: undefined,
});
const hotel = place('Hôtel du Marais (sample)', 48.8575, 2.3622, {
  poi_type: 'lodge',
  cost: '$120 per night (sample)',
});

export const option = (days: number, cost: string, name: string): PlanOption => ({
  days: Array.from({ length: days }, (_, index) => ({
    highlight:
      ['Arrival and the Marais', 'The Louvre and the river', 'Impressionists and gardens'][index % 3] ?? '',
    lodging: hotel,
    blocks: [
      { time: '9:30 AM - 12:00 PM', description: 'Visit Louvre', pois: [louvre] },
      {
        time: '12:30 PM - 2:00 PM',
        description: 'Lunch',
        pois: [bistro],
        transportation: { method: 'Walk', duration: '15 min', cost: 0 },
      },
      {
        time: '2:30 PM - 5:00 PM',
        description: 'Across the river',
        pois: [orsay],
        transportation: { method: 'Metro', duration: '12 min', cost: 2.5 },
      },
    ],
  })),
  overall_cost: cost,
  general_notes: `${name}: one museum a day. Prices of flights and stays are sample data, not real offers.`,
});

export const tripToParis: TripView = {
  request: {
    destinations: [{ name: 'Paris', kind: 'city', country: 'FR' }],
    origin: { name: 'New York', kind: 'city' },
    dates: { start: '2026-12-15', end: '2026-12-22', nights: 7 },
    budget: { max: { amountMinor: 300_000, currency: 'USD' }, scope: 'total', kind: 'max' },
    travellers: { adults: 2, children: 0 },
    interests: ['museums', 'local_life'],
  },
  pois: [
    louvre,
    orsay,
    bistro,
    hotel,
    ...['Eiffel Tower', 'Sainte-Chapelle', 'Luxembourg Gardens', 'Père Lachaise'].map((name, i) =>
      place(name, 48.85 + i / 100, 2.3),
    ),
  ],
  requirements: [
    { description: 'Museums', priority: 'must_have' },
    { description: 'At most $3,000 for everyone', priority: 'must_have' },
    { description: 'Places within walking distance', priority: 'preferred' },
    { description: 'Early mornings', priority: 'avoid' },
  ],
  plan: [option(7, '$2840', 'Balanced'), option(7, '$2610', 'Best value'), option(7, '$2975', 'Central')],
  missing: [],
};

export const tripStarted: TripView = {
  request: { destinations: [{ name: 'Paris', kind: 'city' }], interests: [] },
  pois: [],
  requirements: [],
  plan: [],
  missing: ['dates', 'budget', 'travellers', 'origin'],
};

const stages: EventBody[] = [
  { type: 'workflow_step', step: 'understand', label: 'Understanding what you want' },
  { type: 'workflow_step', step: 'discover', label: 'Finding places' },
  { type: 'workflow_step', step: 'act', label: 'Searching flights and hotels' },
  { type: 'tool_call', call: 'f', tool: 'searchFlights', input: { from: 'New York', to: 'Paris' } },
  {
    type: 'tool_result',
    call: 'f',
    tool: 'searchFlights',
    ok: true,
    summary: '6 flights, from $498',
    sample: true,
  },
  { type: 'workflow_step', step: 'plan', label: 'Laying out the days' },
  { type: 'workflow_step', step: 'respond', label: 'Writing' },
];

export const planAnswer =
  'Here are three ways to spend seven days in Paris in December, each within $3,000 for the two of you.\n\n' +
  'The first begins with the Louvre and leaves the afternoons open. The second is the cheapest: it walks more and dines less.\n\n' +
  'Shall I make it shorter, or look for other flights?';

/** Works a turn up to the middle of its answer. */
export function beginPlan(turn: string, conversation: StubConversation): void {
  for (const stage of stages) conversation.emit(turn, stage);
  conversation.emit(turn, { type: 'pois', pois: tripToParis.pois });
  conversation.emit(turn, { type: 'requirements', requirements: tripToParis.requirements });
  conversation.emit(turn, { type: 'plan', plan: tripToParis.plan });
  conversation.stream(turn, 0, planAnswer.slice(0, 40));
  conversation.stream(turn, 40, planAnswer.slice(40, 90));
}

export function endPlan(turn: string, conversation: StubConversation): void {
  conversation.emit(turn, { type: 'state', trip: tripToParis });
  conversation.finish(turn, planAnswer);
}

/** A whole answer with a plan. */
export const planTrip: Answering = (turn, _text, conversation) => {
  beginPlan(turn, conversation);
  endPlan(turn, conversation);
};
