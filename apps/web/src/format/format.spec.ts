import { type TripRequest } from '@travellite/protocol';
import { type ConnectionView } from '@travellite/client';
import { connectionInWords, secondsLeft } from './connection.js';
import { formatDates, formatTime } from './dates.js';
import { hoursInWords } from './hours.js';
import { formatBudget, formatMoney } from './money.js';
import { isSample, kindInWords, mapLink, placeDetails } from './places.js';
import { planName } from './plan-name.js';
import { currencySign, formatTransport, readableSum } from './plan-cost.js';
import {
  formatTravellers,
  inWords,
  isEmptyTrip,
  missingInWords,
  sentenceCase,
  tripFacts,
  tripTitle,
} from './trip-facts.js';

const request = (fields: Partial<TripRequest> = {}): TripRequest => ({
  destinations: [],
  interests: [],
  ...fields,
});
const city = (name: string) => ({ name, kind: 'city' as const });
const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const plain = (text: string | undefined) => text?.replaceAll(/[\u2009\u00a0\u202f]/g, ' ');

describe('money', () => {
  it.each([
    [300_000, 'USD', '$3,000'],
    [1_250, 'EUR', '€12.50'],
    [24_000, 'JPY', '¥24,000'],
    [0, 'USD', '$0'],
    [12_345, 'KWD', 'KWD 12.345'],
    [500, 'nonsense', '5 nonsense'],
  ])('%i %s is %s', (amountMinor, currency, words) => {
    expect(plain(formatMoney({ amountMinor, currency }))).toBe(words);
  });

  it.each([
    [{ max: usd(300_000), scope: 'total', kind: 'max' } as const, 'up to $3,000 in total'],
    [{ max: usd(300_000), scope: 'total', kind: 'about' } as const, 'about $3,000 in total'],
    [{ max: usd(20_000), scope: 'per_night', kind: 'max' } as const, 'up to $200 per night'],
    [
      { max: usd(300_000), min: usd(200_000), scope: 'per_person', kind: 'range' } as const,
      '$2,000 – $3,000 per person',
    ],
  ])('a budget is %#', (budget, words) => {
    expect(formatBudget(budget)).toBe(words);
  });
});

describe('dates', () => {
  it.each([
    [{ start: '2026-12-15', end: '2026-12-22', nights: 7 }, '15 – 22 Dec 2026, 7 nights'],
    [{ start: '2026-12-30', end: '2027-01-02', nights: 3 }, '30 Dec 2026 – 2 Jan 2027, 3 nights'],
    [{ start: '2026-12-15', nights: 1 }, 'from 15 Dec 2026, 1 night'],
    [{ end: '2026-12-15' }, 'until 15 Dec 2026'],
    [{ days: 5 }, '5 days'],
    [{ days: 1 }, '1 day'],
    [{ window: { from: '2027-03-01', to: '2027-03-31' } }, 'some time in 1 – 31 Mar 2027'],
    [{ start: 'soon', said: 'in spring' }, 'in spring'],
    [{ start: '2026-12-22', end: '2026-12-15' }, 'from 22 Dec 2026'],
    [{}, undefined],
  ])('%j are %j', (dates, words) => {
    expect(plain(formatDates(dates))).toBe(words);
  });

  it('do not move with the time zone of the reader', () => {
    expect(formatTime(Date.UTC(2026, 0, 1, 23, 5), 'Asia/Tokyo')).toBe('08:05');
  });
});

describe('the trip', () => {
  it.each([
    [[], 'Your trip'],
    [['Paris'], 'Paris'],
    [['Tokyo', 'Kyoto'], 'Tokyo and Kyoto'],
    [['Rome', 'Florence', 'Venice'], 'Rome, Florence, and Venice'],
  ])('to %j is called %s', (names, title) => {
    expect(tripTitle(request({ destinations: names.map(city) }))).toBe(title);
  });

  it.each([
    [{ adults: 2, children: 0 }, '2 adults'],
    [{ adults: 1, children: 1, childAges: [6] }, '1 adult, 1 child (6)'],
    [{ adults: 2, children: 2, infants: 1 }, '2 adults, 2 children, 1 infant'],
  ])('of %j', (travellers, words) => {
    expect(formatTravellers(travellers)).toBe(words);
  });

  it('is told in the order a person would tell it, and only as far as it is known', () => {
    const facts = tripFacts(
      request({
        origin: city('New York'),
        dates: { days: 5 },
        travellers: { adults: 2, children: 0 },
        budget: { max: usd(300_000), scope: 'total', kind: 'max' },
        interests: ['museums', 'local_life'],
        cuisines: ['italian'],
        diets: ['vegan'],
        pace: 'relaxed',
        mustSee: ['Louvre'],
      }),
    );
    expect(facts.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'When: 5 days',
      'Who: 2 adults',
      'From: New York',
      'Budget: Up to $3,000 in total',
      'Interests: Museums, local life',
      'Food: Italian, vegan',
      'Pace: Relaxed',
      'Wants to see: Louvre',
    ]);
    expect(tripFacts(request())).toEqual([]);
    expect(tripFacts(request({ budgetUnlimited: true }))).toEqual([{ label: 'Budget', value: 'No limit' }]);
  });

  it('is empty until something is known, wished or found', () => {
    const nothing = { request: request(), pois: [], requirements: [], plan: [], missing: ['dates'] };
    expect(isEmptyTrip(nothing)).toBe(true);
    expect(isEmptyTrip({ ...nothing, request: request({ dates: { days: 3 } }) })).toBe(false);
    expect(isEmptyTrip({ ...nothing, request: request({ destinations: [city('Rome')] }) })).toBe(false);
    expect(isEmptyTrip({ ...nothing, requirements: [{ description: 'x', priority: 'avoid' }] })).toBe(false);
  });

  it('says what is missing in words, also what it has no words for', () => {
    expect(missingInWords(['dates', 'travellers', 'room_type'])).toEqual([
      'when',
      'how many travel',
      'room type',
    ]);
  });

  it.each([
    ['local_life', 'local life'],
    ['searchFlights', 'search flights'],
    ['weather', 'weather'],
  ])('%s in words is %s', (name, words) => {
    expect(inWords(name)).toBe(words);
  });

  it('sentences begin with a capital', () => {
    expect([sentenceCase('when'), sentenceCase('')]).toEqual(['When', '']);
  });
});

describe('places', () => {
  const poi = {
    name: 'X',
    description: '',
    geo_coordinate: { lat: 48.860611, lng: -2.3 },
    poi_type: 'lodge' as const,
    cost: '',
  };

  it('lead to their spot on the map', () => {
    const url = new URL(mapLink(poi.geo_coordinate));
    expect([url.host, url.searchParams.get('mlat'), url.searchParams.get('mlon'), url.hash]).toEqual([
      'www.openstreetmap.org',
      '48.86061',
      '-2.30000',
      '#map=16/48.86061/-2.30000',
    ]);
  });

  it('say what they are', () => {
    expect(kindInWords(poi)).toBe('Stay');
  });

  it.each([
    [{ ...poi, cost: '$120 per night (sample)' }, true],
    [{ ...poi, sample: true }, true],
    [{ ...poi, special_instructions: 'Sample data' }, true],
    [{ ...poi, cost: '$9', description: 'Sample the local cheese.' }, false],
    [{ days: [], overall_cost: '$1', general_notes: 'Flights are sample data.' }, true],
    [{ days: [], overall_cost: '$1', general_notes: 'Resampled daily.' }, false],
  ])('and plans say when they are made up (%#)', (thing, sample) => {
    expect(isSample(thing)).toBe(sample);
  });

  it('tell what else is known, but not in words what a label says', () => {
    expect(placeDetails({ ...poi, address: '', special_instructions: 'Sample data' })).toEqual([]);
    const more = { address: '1 Rue', special_instructions: 'Book ahead' };
    expect(placeDetails({ ...poi, ...more })).toEqual(['1 Rue', 'Book ahead']);
  });

  it.each([
    ['Mo 09:00-18:00; We-Th 09:00-21:00', ['Mon 09:00–18:00', 'Wed–Thu 09:00–21:00']],
    ['Mo-Su 06:30-22:30', ['Daily 06:30–22:30']],
    ['Tu,Th 09:30-12:00,14:00-18:00', ['Tue,Thu 09:30–12:00,14:00–18:00']],
    ['9:00 AM - 6:00 PM, closed Tuesdays', ['9:00 AM - 6:00 PM, closed Tuesdays']],
    ['Mo 09:00-18:00; by appointment', ['Mo 09:00-18:00; by appointment']],
    ['24/7', ['24/7']],
  ])('are open %j', (hours, words) => {
    expect(hoursInWords(hours)).toEqual(words);
  });

  it.each([
    [
      'Best value: it costs least. The sum is for 2.',
      { name: 'Best value', notes: 'It costs least. The sum is for 2.' },
    ],
    ['No name here.', { name: 'Option 2', notes: 'No name here.' }],
    ['9:00 is early', { name: 'Option 2', notes: '9:00 is early' }],
    ['', { name: 'Option 2', notes: '' }],
  ])('a plan with the notes %j has a name', (notes, named) => {
    expect(planName({ days: [], overall_cost: '', general_notes: notes }, 2)).toEqual(named);
  });

  it.each([
    [undefined, undefined],
    [{}, undefined],
    [{ method: 'Train', duration: '2 h 15 min', cost: 30 }, 'Train, 2 h 15 min, $30'],
    [{ method: 'Walk', cost: 0 }, 'Walk, free'],
    [{ method: 'Metro', cost: 2.5 }, 'Metro, $2.50'],
  ])('are reached by %j', (transportation, words) => {
    expect(formatTransport({ time: '', description: '', transportation }, '$')).toBe(words);
  });

  it.each([
    ['$2840', '$'],
    ['€1,200', '€'],
    ['US$900', 'US$'],
    ['2840', ''],
    ['about 900', ''],
    ['', ''],
  ])('cost in the currency of %j, %j', (sum, sign) => {
    expect(currencySign(sum)).toBe(sign);
  });

  it.each([
    ['$2840', '$2,840'],
    ['€1,200', '€1,200'],
    ['¥1234567', '¥1,234,567'],
    ['£12345.50', '£12,345.50'],
    ['$900', '$900'],
    ['0.12345', '0.12345'],
    ['', ''],
  ])('the sum %j is shown as %j', (sum, shown) => {
    expect(readableSum(sum)).toBe(shown);
  });
});

describe('the connection', () => {
  it.each([
    [{ phase: 'live', attempt: 0, probing: false }, 'good', 'Connected'],
    [{ phase: 'live', attempt: 3, probing: true }, 'good', 'Connected'],
    [{ phase: 'connecting', attempt: 0, fresh: false }, 'busy', 'Connecting'],
    [{ phase: 'catching_up', attempt: 2, fresh: true }, 'busy', 'Connecting'],
    [{ phase: 'waiting', attempt: 1, fresh: false, delayMs: 1 }, 'bad', 'Connection lost'],
    [{ phase: 'refused', code: 4401, reason: '' }, 'bad', 'Not let in'],
    [{ phase: 'idle' }, 'bad', 'Not connected'],
  ] as [ConnectionView, string, string][])('%j', (view, tone, text) => {
    expect(connectionInWords(view)).toEqual({ tone, text });
  });

  it.each([
    [5_000, 5],
    [4_001, 5],
    [1, 1],
    [0, 1],
    [-700, 1],
  ])('%i ms before the next attempt it says %i s', (ms, seconds) => {
    expect(secondsLeft(10_000 + ms, 10_000)).toBe(seconds);
  });
});
