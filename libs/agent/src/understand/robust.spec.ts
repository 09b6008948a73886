import fc from 'fast-check';
import { emptyTripRequest, type TripRequest } from '@travellite/protocol';
import { applyPatch } from './assemble/patch.js';
import { understand } from './understand.js';

const today = '2026-11-21';
const locales = fc.constantFrom(
  'en-US',
  'en-GB',
  'de-DE',
  'fr',
  'es-MX',
  'it',
  'pt-BR',
  'nl',
  'ja-JP',
  '',
  'xx',
  'not a locale',
);

/** Words that do something, so that random texts reach every recogniser. */
const loaded = fc.constantFrom(
  ...(
    'from to in Paris Tokyo Springfield Texas $ € 3000 1,500 2k 5 days nights week March may 12/15 15th next Friday weekend until between and or not no remove ' +
    'add budget under about per person adults kids my wife family of four solo instead museums Mexican food hotel train fly the first option cheaper ? . , - ( ) 東京 から 3泊4日 20万円 ' +
    'nach vom bis 15. Dezember zwei Erwachsene à du au personnes el próximo fin de semana dal al giorni para noites van tot dagen'
  ).split(' '),
);
const texts = fc.oneof(
  fc.string({ maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(loaded, { maxLength: 40 }).map((words) => words.join(' ')),
);

const request: fc.Arbitrary<TripRequest> = fc.constantFrom(
  emptyTripRequest(),
  understand('3 days in Rome from Boston in May for two, $2000, museums, no flights', today, 'en-US', {
    request: emptyTripRequest(),
  }).request,
);

describe('understanding any text', () => {
  test('never throws, and the request is the patch applied, once or twice', () => {
    fc.assert(
      fc.property(texts, locales, request, (text, locale, before) => {
        const understood = understand(text, today, locale, { request: before });
        const once = applyPatch(before, understood.patch);
        expect(understood.request).toEqual(once);
        expect(applyPatch(once, understood.patch)).toEqual(once);
        expect(understood.intents.length).toBeGreaterThan(0);
        expect(understood.acts.length).toBeGreaterThan(0);
        expect(understood.confidence).toBeGreaterThanOrEqual(0);
        expect(understood.confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 400 },
    );
  });

  test('gives the same answer to the same question', () => {
    fc.assert(
      fc.property(texts, locales, request, (text, locale, before) => {
        const context = { request: before };
        expect(understand(text, today, locale, context)).toEqual(understand(text, today, locale, context));
      }),
      { numRuns: 100 },
    );
  });

  test('leaves what it was given as it was', () => {
    fc.assert(
      fc.property(texts, request, (text, before) => {
        const copy = structuredClone(before);
        understand(text, today, 'en-US', { request: before });
        expect(before).toEqual(copy);
      }),
      { numRuns: 100 },
    );
  });

  test('knows only fields with something in them', () => {
    fc.assert(
      fc.property(texts, request, (text, before) => {
        const { set } = understand(text, today, 'en-US', { request: before }).patch;
        for (const value of Object.values(set)) expect([undefined, null, '', false]).not.toContain(value);
      }),
      { numRuns: 100 },
    );
  });
});

const repeated = [
  'Plan 5 days in Rome from Boston in May for two, budget $2000, museums, no flights. ',
  '1 ',
  '12/',
  'Paris, ',
  'new york new ',
  'no ',
  'the the ',
  'a week from a week from ',
  'end of the ',
  '2 and ',
  'my wife and ',
  '一二三四五六七八九十',
  'zwei und ',
  '(',
  '\n',
  '😀',
];

type Reader = (text: string) => unknown;

/** How much is measured at once, in ms of a processor: much more than its clock or a collection of garbage takes. */
const measurable = 15;

describe('time', () => {
  /** Processor time of one reading, in ms: as many as are measurable together, the fastest of several rounds. */
  const cost = (read: Reader, text: string): number => {
    let best = Infinity;
    for (let round = 0; round < 4; round += 1) {
      const start = process.cpuUsage();
      let [spent, times] = [0, 0];
      while (spent < measurable) {
        read(text);
        times += 1;
        spent = process.cpuUsage(start).user / 1_000;
      }
      best = Math.min(best, spent / times);
    }
    return best;
  };

  /** How many times as long four times the text takes: four where time is linear, sixteen where it is quadratic. */
  const growth = (read: Reader, piece: string): number => {
    const text = piece.repeat(Math.ceil(16_000 / piece.length)).slice(0, 16_000);
    return cost(read, text) / cost(read, text.slice(0, 4_000));
  };
  const most = 9;
  const ours: Reader = (text) => understand(text, today, 'en-US', { request: emptyTripRequest() });

  test.each(repeated)('grows about linearly for %j', (piece) => {
    expect(growth(ours, piece)).toBeLessThan(most);
  });

  test('a reader that looks back over all it has read would be noticed', () => {
    const quadratic: Reader = (text) => {
      let seen = 0;
      for (let i = 0; i < text.length; i += 8) for (let j = 0; j < i; j += 8) seen += text.charCodeAt(j) & 1;
      return seen;
    };
    expect(growth(quadratic, 'a week from ')).toBeGreaterThan(most);
  });
});

/** What nobody would write, and somebody does. */
const hostile: [what: string, text: string][] = [
  ['ten thousand letters', 'x'.repeat(10_000)],
  ['ten thousand emoji', '😀🏝️'.repeat(2_500)],
  ['ten thousand zeros', '0 '.repeat(5_000)],
  ['a number of ten thousand digits', '9'.repeat(10_000)],
  ['brackets', '('.repeat(10_000)],
  ['one cue again and again', 'from '.repeat(2_000)],
  ['quarters again and again', 'Q1 '.repeat(3_300)],
  ['feasts again and again', 'Ramadan '.repeat(1_200)],
  ['names again and again', 'Tom and '.repeat(1_250)],
  ['twins again and again', 'twins '.repeat(1_600)],
  ['right to left', '\u202e\u200f' + 'شرم الشيخ '.repeat(1_000)],
  ['half a surrogate', '\ud800 \udfff'],
  ['numbers only', '-1 -2 -3 -4'],
];

describe('hostile texts', () => {
  const read = (text: string): TripRequest =>
    understand(text, today, 'en-US', { request: emptyTripRequest() }).request;

  // 20 to 45 ms of a processor in plain Node; the test runner's own module loader makes everything about half as slow again.
  test.each(hostile)('%s take less than 100 ms', (_what, text) => {
    let best = Infinity;
    for (let round = 0; round < 8; round += 1) {
      const start = process.cpuUsage();
      expect(read(text).destinations.length).toBeLessThanOrEqual(200);
      best = Math.min(best, process.cpuUsage(start).user / 1_000);
    }
    expect(best).toBeLessThan(100);
  });

  test.each([
    ['control characters and colours', '\u0000\u001b[31m Rome 3 days \u0007', { days: 3, nights: 2 }],
    ['letters nobody sees', 'Ro\u200bme 3 days', { days: 3, nights: 2 }],
    ['wide letters and digits', 'Ｒｏｍｅ ３ ｄａｙｓ', { days: 3, nights: 2 }],
    ['letters with too many marks', 'R̷̡o̵m̶e̷', undefined],
    ['a month too many', 'Rome 13/13/2027', undefined],
    ['days less than nothing', 'Rome for -5 days', undefined],
    ['no days', 'Rome, 0 days', undefined],
    ['too many days', 'Rome for 99999 days', undefined],
    ['more nights than days', '3 days in Rome for 20 nights', { days: 20, nights: 20 }],
    ['the 31st of February', 'Rome on February 31', { start: '2027-02-28' }],
    ['a year that is over', 'Rome from 2019-05-10 to 2019-05-14', { start: '2019-05-10', end: '2019-05-14' }],
    ['an end before the beginning', 'Rome from December 20 to December 10', { start: '2026-12-20' }],
  ])('%s: Rome, and what can be meant', (_what, text, dates) => {
    const { destinations, dates: understood, budget } = read(text);
    expect(destinations.map(({ name }) => name)).toEqual(['Rome']);
    expect(budget).toBeUndefined();
    if (dates === undefined) expect(understood).toBeUndefined();
    else expect(understood).toMatchObject(dates);
    if (dates !== undefined && !('days' in dates) && !('end' in dates))
      expect(understood?.days).toBeUndefined();
  });

  test.each(['Rome for 0 people', 'Rome for -3 people', 'Rome, zero adults', 'Rome for 1000000 people'])(
    '%s: nobody knows how many',
    (text) => expect(read(text).travellers).toBeUndefined(),
  );

  test.each([
    ['Rome with a budget of $1000000000', 100_000_000_000],
    ['Rome, budget 1e9 dollars', 100_000_000_000],
    ['Rome, budget $-500', undefined],
    ['99999999999999999999999999 dollars for Rome', undefined],
  ])('%s', (text, amountMinor) => expect(read(text).budget?.max.amountMinor).toBe(amountMinor));
});
