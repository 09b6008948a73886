import { tool } from '@langchain/core/tools';
import { z } from 'zod';
import { sampleFacts } from '../conformance/sample-facts.js';
import { callsByRule, toKnownTool } from './tool-rules.js';

const known = (name: string, schema: z.ZodObject) =>
  toKnownTool(tool(async () => Promise.resolve(''), { name, description: name, schema }));
const oneWay = known(
  'searchFlights',
  z.object({ from: z.string(), to: z.string(), date: z.string(), adults: z.int() }),
);
const returning = known(
  'findFlights',
  z.object({
    origin: z.string(),
    destination: z.string(),
    departureDate: z.string(),
    returnDate: z.string(),
  }),
);
const stays = known(
  'searchStays',
  z.object({
    city: z.string(),
    checkIn: z.string(),
    checkOut: z.string(),
    guests: z.int(),
    currency: z.string().optional(),
  }),
);
const trip = sampleFacts().trip;

describe('calls by rule', () => {
  it('flies there and back', () => {
    const facts = sampleFacts({ trip: { ...trip, destinations: ['Paris', 'Lyon'] } });
    expect(callsByRule(facts, [oneWay])).toEqual([
      { name: 'searchFlights', args: { from: 'New York', to: 'Paris', date: '2026-12-15', adults: 2 } },
      { name: 'searchFlights', args: { from: 'Lyon', to: 'New York', date: '2026-12-22', adults: 2 } },
    ]);
  });

  it('makes one call where the tool takes the way back too', () => {
    expect(callsByRule(sampleFacts(), [returning])).toEqual([
      {
        name: 'findFlights',
        args: {
          origin: 'New York',
          destination: 'Paris',
          departureDate: '2026-12-15',
          returnDate: '2026-12-22',
        },
      },
    ]);
  });

  it('looks for a place to stay in each city', () => {
    const facts = sampleFacts({ trip: { ...trip, destinations: ['Paris', 'Lyon'] } });
    const calls = callsByRule(facts, [stays]);
    expect(calls.map(({ args }) => args['city'])).toEqual(['Paris', 'Lyon']);
    expect(calls[0]?.args).toMatchObject({
      checkIn: '2026-12-15',
      checkOut: '2026-12-22',
      guests: 2,
      currency: 'USD',
    });
  });

  it.each([
    ['origin', { origin: undefined }],
    ['days', { dates: undefined }],
    ['destination', { destinations: [] }],
  ])('calls nothing while the %s is unknown', (_what, change) => {
    expect(callsByRule(sampleFacts({ trip: { ...trip, ...change } }), [oneWay, returning])).toEqual([]);
  });

  it('asks for the weather of the days', () => {
    const weather = known('getWeather', z.object({ city: z.string(), from: z.string(), to: z.string() }));
    expect(callsByRule(sampleFacts(), [weather])).toEqual([
      { name: 'getWeather', args: { city: 'Paris', from: '2026-12-15', to: '2026-12-22' } },
    ]);
  });

  it('needs no argument that has a default', () => {
    const cabin = z.enum(['economy', 'first']).default('economy');
    const choosy = known(
      'searchFlights',
      z.object({ from: z.string(), to: z.string(), date: z.string(), cabin }),
    );
    expect(callsByRule(sampleFacts(), [choosy])[0]?.args).toEqual({
      from: 'New York',
      to: 'Paris',
      date: '2026-12-15',
    });
  });

  it('leaves tools alone whose purpose it does not know', () => {
    const odd = known('convertCurrency', z.object({ from: z.string(), to: z.string() }));
    expect(callsByRule(sampleFacts(), [odd])).toEqual([]);
  });
});
