import { type Knowledge, openKnowledge } from '@travellite/knowledge';
import { type FlightOffer } from '@travellite/protocol';
import { createTravelTools, type TravelTools } from '@travellite/travel-tools';
import { heard, now, Talk } from '../testing/talk.js';
import { toKeep } from './keep-results.js';

const hourMs = 3_600_000;
const flight: FlightOffer = {
  ...{ source: 'duffel', fetchedAt: now, sample: false, id: 'f1' },
  ...{ from: 'New York', to: 'Paris', fromAirport: 'JFK', toAirport: 'CDG' },
  ...{ departs: '2026-12-15T18:30', arrives: '2026-12-16T07:45', durationMinutes: 435, stops: 0 },
  ...{ carrier: 'Air France', flightNumber: 'AF11', cabin: 'economy' },
  price: { amountMinor: 42_000, currency: 'USD' },
};
const flights = { name: 'searchFlights', args: {} };
const day = {
  ...{ source: 'open-meteo', fetchedAt: now, sample: false, date: '2026-11-25' },
  ...{ highC: 12, lowC: 4, rainChance: 0.2, summary: 'dry', basis: 'forecast' },
};

describe('a search result as a document', () => {
  it('says what was found, where and when', () => {
    expect(toKeep(flights, [flight], now)).toEqual({
      id: expect.stringMatching(/^tool:[\w-]{43}$/),
      title: 'Flights from New York to Paris on 2026-12-15',
      city: 'Paris',
      text: expect.stringContaining('direct with Air France, $420 per adult'),
      source: 'duffel, searched on 2026-11-21',
      kind: 'tool_result',
      checkedOn: '2026-11-21',
      expiresAt: now + 6 * hourMs,
    });
  });

  it('ends with the offer that ends first, and none later than is sensible', () => {
    const offers = [
      flight,
      { ...flight, expiresAt: now + hourMs },
      { ...flight, expiresAt: now + 99 * hourMs },
    ];
    expect(toKeep(flights, offers, now)?.expiresAt).toBe(now + hourMs);
    expect(toKeep(flights, [offers[2]], now)?.expiresAt).toBe(now + 6 * hourMs);
  });

  it('replaces an earlier one of the same search', () => {
    const later = { ...flight, price: { amountMinor: 1, currency: 'USD' } };
    expect(toKeep(flights, [later], now)?.id).toBe(toKeep(flights, [flight], now)?.id);
  });

  it.each([
    ['samples', flights, [{ ...flight, sample: true }]],
    ['anything beside a sample', flights, [flight, { ...flight, sample: true }]],
    ['what has ended', flights, [{ ...flight, expiresAt: now }]],
    ['nothing', flights, []],
    ['what is usual', { name: 'getWeather', args: { city: 'Paris' } }, [{ ...day, basis: 'normal' }]],
    ['a sum', { name: 'convertCurrency', args: {} }, [{ amount: 5, source: 'table', sample: false }]],
  ])('is not made of %s', (_what, call, results) => expect(toKeep(call, results, now)).toBeUndefined());

  it('is made of a forecast', () => {
    expect(toKeep({ name: 'getWeather', args: { city: 'Paris' } }, [day], now)).toMatchObject({
      title: 'Weather in Paris, Île-de-France, FR from 2026-11-25 to 2026-11-25',
      city: 'Paris',
      expiresAt: now + 12 * hourMs,
    });
  });

  it('tells forecasts of namesakes and of other days apart, for they are everybody’s', () => {
    const weather = (country: string | undefined, ...dates: string[]) =>
      toKeep(
        { name: 'getWeather', args: { city: 'Birmingham', ...(country ? { country } : {}) } },
        dates.map((date) => ({ ...day, date })),
        now,
      );
    const documents = [
      weather('US', '2026-11-25', '2026-11-26'),
      weather('gb', '2026-11-25', '2026-11-26'),
      weather('gb', '2026-11-25'),
    ];
    expect(new Set(documents.map((document) => document?.id)).size).toBe(3);
    expect(documents.map((document) => document?.title)).toEqual([
      'Weather in Birmingham, Alabama, US from 2026-11-25 to 2026-11-26',
      expect.stringMatching(/^Weather in Birmingham,.* GB from 2026-11-25 to 2026-11-26$/),
      expect.stringMatching(/^Weather in Birmingham,.* GB from 2026-11-25 to 2026-11-25$/),
    ]);
    expect(weather(undefined, '2026-11-25')?.title).toBe(documents[2]?.title);
  });
});

describe('a conversation with real offers', () => {
  const real = (): TravelTools => ({
    ...createTravelTools({}, { now: () => now }),
    flights: { source: 'duffel', search: () => Promise.resolve([flight]) },
  });
  const lines = ['From New York to Paris, December 15 to 22, two of us', 'Which flights are there?'];
  let knowledge: Knowledge;
  beforeEach(async () => {
    knowledge = await openKnowledge({ kind: 'embedded', embedding: 'none' }, () => now);
  });
  afterEach(() => knowledge.close());
  const found = async (namespace: 'shared' | 'user:ann' | 'user:bob') =>
    (await knowledge.search({ text: 'flights New York Paris', limit: 5, namespaces: [namespace] })).length;
  const talk = async (conversation: 'user:ann' | 'room:friends') => {
    const ann = new Talk({ tools: real(), knowledge, conversation });
    for (const line of lines) await ann.say(line);
    return ann;
  };

  it('looks them up again later, for that person alone, and names them as a source', async () => {
    const ann = await talk('user:ann');
    expect([await found('user:ann'), await found('shared'), await found('user:bob')]).toEqual([1, 0, 0]);
    const again = await ann.say('What were the flights from New York to Paris?');
    expect(heard(again, 'sources').sources).toContainEqual(
      expect.objectContaining({
        title: 'Flights from New York to Paris on 2026-12-15',
        source: 'duffel, searched on 2026-11-21',
      }),
    );
  });

  it('keeps those of a room for nobody', async () => {
    await talk('room:friends');
    expect([await found('shared'), await found('user:ann')]).toEqual([0, 0]);
  });

  it('is not held up when they cannot be kept', async () => {
    const full = new Proxy(knowledge, {
      get: (target, key): unknown =>
        key === 'ingest'
          ? () => Promise.reject(new Error('full'))
          : (Reflect.get(target, key) as () => unknown).bind(target),
    });
    const ann = new Talk({ tools: real(), knowledge: full });
    for (const line of lines) expect((await ann.say(line)).text).not.toBe('');
  });
});
