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

describe('time', () => {
  /** Processor time of the fastest of several runs, in ms: other processes on the machine do not count. */
  const fastest = (text: string): number => {
    let best = Infinity;
    for (let round = 0; round < 6; round += 1) {
      const start = process.cpuUsage();
      understand(text, today, 'en-US', { request: emptyTripRequest() });
      best = Math.min(best, process.cpuUsage(start).user / 1_000);
    }
    return best;
  };

  test.each(repeated)('grows about linearly for %j', (piece) => {
    const short = fastest(piece.repeat(Math.ceil(4_000 / piece.length)));
    const long = fastest(piece.repeat(Math.ceil(16_000 / piece.length)).slice(0, 16_000));
    // Four times the text; a quadratic reader would take sixteen times as long. The floor absorbs the clock.
    expect(long).toBeLessThan(9 * Math.max(short, 3));
  });
});
