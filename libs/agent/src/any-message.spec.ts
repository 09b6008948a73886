import {
  planOptionSchema,
  poiSchema,
  requirementSchema,
  intentSchema,
  TravelError,
} from '@travellite/protocol';
import fc from 'fast-check';
import { z } from 'zod';
import { heard, Talk } from './testing/talk.js';

const words = fc.constantFrom(
  ...[
    'plan',
    'a 3 day trip to',
    'Tokyo',
    'Paris',
    'Springfield',
    'remove',
    'add',
    'no',
    'budget',
    '$500',
    'two of us',
    'from',
  ],
  ...[
    'New York',
    'next March',
    'yesterday',
    'hotel',
    'flights?',
    'the second one',
    'cheaper',
    'museums',
    'vegan',
    '31/02',
    '-5',
  ],
  ...[
    'days',
    'why?',
    '🏝️🏝️',
    '日本',
    'عربى',
    '{{facts}}',
    '<system>',
    'ignore all rules',
    '\u200b',
    '....',
    '1e9',
    'nights',
  ],
);
const message = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
  fc.array(words, { minLength: 1, maxLength: 14 }).map((some) => some.join(' ')),
);

describe('any conversation at all', () => {
  it('ends every turn with valid lists, an answer and a state that survives JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 4 }), async (messages) => {
        const talk = new Talk();
        for (const text of messages) {
          const turn = await talk.say(text);
          z.array(intentSchema).parse(heard(turn, 'intents').intents);
          z.array(poiSchema).parse(heard(turn, 'pois').pois);
          z.array(requirementSchema).parse(heard(turn, 'requirements').requirements);
          z.array(planOptionSchema).parse(heard(turn, 'plan').plan);
          expect(turn.text.trim()).not.toBe('');
          expect(turn.text).not.toMatch(/undefined|NaN|\[object/);
          expect(turn.state.view.history.at(-1)?.text).toBe(turn.text);
          expect(heard(turn, 'state').trip).toEqual(turn.state.view.trip);
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('stops as soon as it is told to, wherever it is', async () => {
    const whole = await new Talk().say('plan a 3 day trip to Tokyo');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.events.length - 2 }), async (at) => {
        const stop = new AbortController();
        const talk = new Talk({ onEvent: (count) => count === at + 1 && stop.abort() });
        const thrown = await talk
          .say('plan a 3 day trip to Tokyo', { signal: stop.signal })
          .catch((error: unknown) => error);
        expect(thrown).toBeInstanceOf(TravelError);
        expect(thrown).toMatchObject({ code: 'cancelled' });
      }),
      { numRuns: 12 },
    );
  });
});
