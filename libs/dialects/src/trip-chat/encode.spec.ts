import { type EventBody, type PlanOption } from '@travellite/protocol';
import fc from 'fast-check';
import { eventLog, message, parsed, poi, tripView } from '../testing/events.js';
import { encodeTripChatCatchUp, encodeTripChatEvent, encodeTripChatFault } from './encode.js';
import { createTripChatState, foldTripEvent, type TripChatState } from './turn.js';

const intent = { intent: 'Points_Of_Interest', action: 'add', value: 'Tokyo' } as const;
const wish = { description: 'museums', priority: 'preferred' } as const;
const option: PlanOption = { days: [], overall_cost: '$100', general_notes: '' };

const intents: EventBody = { type: 'intents', intents: [intent] };
const pois: EventBody = { type: 'pois', pois: [poi('Meiji Jingu')] };
const requirements: EventBody = { type: 'requirements', requirements: [wish] };
const plan: EventBody = { type: 'plan', plan: [option] };
const done: EventBody = { type: 'done', status: 'complete' };

/** The frames of one turn after its opening events. */
function play(state: TripChatState, bodies: EventBody[], turn = 't') {
  const at = eventLog();
  return [message('plan'), { type: 'turn_started' } as const, ...bodies].map((body) =>
    parsed(encodeTripChatEvent(state, at(turn, body))),
  );
}
const typesOf = (frames: Record<string, unknown>[]) => frames.map((frame) => frame['type']);

describe('a request at door 3', () => {
  test('gets each list when its stage is ready, field by field as in the contract', () => {
    const frames = play(createTripChatState(), [intents, pois, requirements, plan, done]);
    expect(frames).toEqual([
      [],
      [],
      [{ type: 'intents', data: [intent] }],
      [{ type: 'pois', data: [poi('Meiji Jingu')] }],
      [{ type: 'requirements', data: [wish] }],
      [{ type: 'plan', data: [option] }],
      [{ type: 'done' }],
    ]);
  });

  test('gets lists in the order of the contract, whatever order they come in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([intents, pois, requirements, plan]), (said) => {
        const frames = play(createTripChatState(), [...said, done]).flat();
        expect(typesOf(frames)).toEqual(['intents', 'pois', 'requirements', 'plan', 'done']);
      }),
    );
  });

  test('gets lists nobody spoke of unchanged: the ones of before', () => {
    const state = createTripChatState(
      tripView({ pois: [poi('Meiji Jingu')], requirements: [wish], plan: [option] }),
    );
    const frames = play(state, [intents, done]).flat();
    expect(frames.slice(1, 4).map((frame) => frame['data'])).toEqual([
      [poi('Meiji Jingu')],
      [wish],
      [option],
    ]);
  });

  test('gets lists nobody spoke of unchanged: the ones it carried', () => {
    const state = createTripChatState(tripView({ pois: [poi('old')], requirements: [wish] }));
    const carrying = message('plan');
    carrying.message.carried = { pois: [poi('new')], plan: [] };
    const at = eventLog();
    encodeTripChatEvent(state, at('t', carrying));
    const frames = parsed(encodeTripChatEvent(state, at('t', done)));
    expect(frames.map((frame) => frame['data'])).toEqual([[], [poi('new')], [wish], [], undefined]);
  });

  test('gets unspoken lists as the state event has them', () => {
    const state = createTripChatState();
    const view: EventBody = { type: 'state', trip: tripView({ pois: [poi('stale')], requirements: [wish] }) };
    const frames = play(state, [pois, view, done]).flat();
    expect(frames.find((frame) => frame['type'] === 'pois')?.['data']).toEqual([poi('Meiji Jingu')]);
    expect(frames.find((frame) => frame['type'] === 'requirements')?.['data']).toEqual([wish]);
  });

  test('has no intents of the request before', () => {
    const state = createTripChatState();
    play(state, [intents, done], 'a');
    expect(play(state, [done], 'b').flat()[0]).toEqual({ type: 'intents', data: [] });
  });

  test('that failed gets one error and no done', () => {
    const error: EventBody = {
      type: 'error',
      code: 'timeout',
      message: 'It took too long.',
      retryable: true,
    };
    const frames = play(createTripChatState(), [intents, error, { type: 'done', status: 'failed' }]).flat();
    expect(typesOf(frames)).toEqual(['intents', 'error']);
    expect(frames[1]?.['message']).toBe('It took too long.');
  });

  test.each(['failed', 'cancelled', 'superseded'] as const)(
    'that never began and %s gets one error',
    (status) => {
      const frames = parsed(
        encodeTripChatEvent(createTripChatState(), eventLog()('t', { type: 'done', status })),
      );
      expect(frames).toEqual([{ type: 'error', message: expect.any(String) }]);
    },
  );

  test('goes on while a waiting one is replaced', () => {
    const state = createTripChatState();
    play(state, [intents], 'a');
    encodeTripChatEvent(state, eventLog()('b', { type: 'done', status: 'superseded' }));
    expect(typesOf(parsed(encodeTripChatEvent(state, eventLog()('a', pois))))).toEqual(['pois']);
  });

  test('joined in the middle starts with the lists that were sent', () => {
    const state = createTripChatState();
    expect(encodeTripChatCatchUp(state)).toEqual([]);
    play(state, [intents, pois]);
    expect(typesOf(parsed(encodeTripChatCatchUp(state)))).toEqual(['intents', 'pois']);
  });
});

test('folding gives the lists of POST /chat', () => {
  const state = createTripChatState();
  const at = eventLog();
  for (const body of [message('plan'), requirements, intents, done]) foldTripEvent(state, at('t', body));
  expect(state.lists).toEqual({ intents: [intent], pois: [], requirements: [wish], plan: [] });
});

test('a fault is an error frame, with details when there are any', () => {
  const fault = { code: 'invalid', message: 'message is required' } as const;
  expect(JSON.parse(encodeTripChatFault(fault))).toEqual({ type: 'error', message: 'message is required' });
  expect(JSON.parse(encodeTripChatFault({ ...fault, details: 'x' }))).toMatchObject({ details: 'x' });
});
