import {
  type AgentEvent,
  planOptionSchema,
  poiSchema,
  requirementSchema,
  intentSchema,
  TravelError,
} from '@travellite/protocol';
import fc from 'fast-check';
import { z } from 'zod';
import { heard, tripOf, Talk } from './testing/talk.js';

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

const listIn = (event: AgentEvent): object => {
  switch (event.type) {
    case 'pois':
      return { pois: event.pois };
    case 'requirements':
      return { requirements: event.requirements };
    case 'plan':
      return { plan: event.plan };
    default:
      return {};
  }
};

describe('any conversation at all', () => {
  it('ends every turn with valid lists, an answer and a state that survives JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 4 }), async (messages) => {
        const talk = new Talk();
        const told: Record<string, unknown> = { pois: [], requirements: [], plan: [] };
        for (const text of messages) {
          const turn = await talk.say(text);
          const { pois, requirements, plan } = tripOf(turn);
          z.array(intentSchema).parse(heard(turn, 'intents').intents);
          z.array(poiSchema).parse(pois);
          z.array(requirementSchema).parse(requirements);
          z.array(planOptionSchema).parse(plan);
          expect(turn.text.trim()).not.toBe('');
          expect(turn.text).not.toMatch(/undefined|NaN|\[object/);
          expect(turn.state.view.history.at(-1)?.text).toBe(turn.text);
          // Who follows the events knows what the view holds.
          for (const event of turn.events) Object.assign(told, listIn(event));
          expect(told).toEqual({ pois, requirements, plan });
        }
      }),
      { numRuns: 40 },
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
