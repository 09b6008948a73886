import { type EventBody } from '@travellite/protocol';
import fc from 'fast-check';
import { eventLog, message, parsed, poi, tripView } from '../testing/events.js';
import { encodeTripChatCatchUp, encodeTripChatEvent } from './encode.js';
import { createTripChatState, foldTripEvent, leaveTurn } from './turn.js';

const wish = (description: string) => ({ description, priority: 'preferred' as const });
const named = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 });

/** Whatever an agent may say of the lists in one turn, in any order, any of them twice or never. */
const spoken: fc.Arbitrary<EventBody> = fc.oneof(
  named.map((value): EventBody => ({
    type: 'intents',
    intents: [{ intent: 'Not_Relevant', action: 'add', value }],
  })),
  named.map((name): EventBody => ({ type: 'pois', pois: [poi(name)] })),
  named.map((text): EventBody => ({ type: 'requirements', requirements: [wish(text)] })),
  named.map((text): EventBody => ({
    type: 'plan',
    plan: [{ days: [], overall_cost: text, general_notes: '' }],
  })),
  named.map((name): EventBody => ({ type: 'state', trip: tripView({ pois: [poi(name)] }) })),
  named.map((text): EventBody => ({ type: 'progress', text })),
);
const turn = fc.record({
  said: fc.array(spoken, { maxLength: 8 }),
  carried: fc.option(
    named.map((name) => ({ pois: [poi(name)] })),
    { nil: undefined },
  ),
  status: fc.constantFrom('complete', 'failed', 'cancelled', 'superseded' as const),
});

/** The turn's events, opening and end included. */
function bodiesOf({
  said,
  carried,
  status,
}: {
  said: EventBody[];
  carried?: object;
  status: string;
}): EventBody[] {
  const opening = message('plan');
  if (carried) opening.message.carried = carried;
  return [opening, { type: 'turn_started' }, ...said, { type: 'done', status } as EventBody];
}

test('whatever turns say, each is answered by the lists in order and done, or by a prefix of them and one error', () => {
  const expected = ['intents', 'pois', 'requirements', 'plan'];
  fc.assert(
    fc.property(fc.array(turn, { minLength: 1, maxLength: 5 }), (turns) => {
      const state = createTripChatState();
      const at = eventLog();
      turns.forEach((each, i) => {
        const frames = bodiesOf(each).flatMap((body) =>
          parsed(encodeTripChatEvent(state, at(`t${i}`, body))),
        );
        const types = frames.map((frame) => frame['type']);
        const end = types.pop();
        expect(end).toBe(each.status === 'complete' ? 'done' : 'error');
        expect(types).toEqual(expected.slice(0, types.length));
        if (end === 'done') expect(types).toHaveLength(4);
      });
    }),
  );
});

test('a turn that says nothing returns the lists of the one before', () => {
  fc.assert(
    fc.property(turn, (before) => {
      const state = createTripChatState();
      const at = eventLog();
      const end = { status: 'complete' };
      for (const body of bodiesOf({ ...before, ...end })) encodeTripChatEvent(state, at('a', body));
      const known = structuredClone(state.lists);
      const frames = bodiesOf({ said: [], ...end }).flatMap((body) =>
        parsed(encodeTripChatEvent(state, at('b', body))),
      );
      expect(frames.slice(1, 4).map((frame) => frame['data'])).toEqual([
        known.pois,
        known.requirements,
        known.plan,
      ]);
    }),
  );
});

test('whoever joins at any point has every list once in the end', () => {
  fc.assert(
    fc.property(turn, fc.nat(12), (each, point) => {
      const state = createTripChatState();
      const at = eventLog();
      const bodies = bodiesOf({ ...each, status: 'complete' });
      const joined = point % bodies.length;
      const whole: unknown[] = [];
      const late: unknown[] = [];
      bodies.forEach((body, i) => {
        if (i === joined) late.push(...parsed(encodeTripChatCatchUp(state)).map((frame) => frame['type']));
        const types = parsed(encodeTripChatEvent(state, at('t', body))).map((frame) => frame['type']);
        whole.push(...types);
        if (i >= joined) late.push(...types);
      });
      expect(late).toEqual(whole);
    }),
  );
});

test('leaving a turn keeps what is known of the trip', () => {
  const state = createTripChatState(tripView({ pois: [poi('Ueno')] }));
  foldTripEvent(state, eventLog()('t', { type: 'intents', intents: [] }));
  leaveTurn(state);
  expect(state).toEqual(createTripChatState(tripView({ pois: [poi('Ueno')] })));
});

test('the lists a conversation starts with are not shared with it', () => {
  const trip = tripView({ pois: [poi('Ueno')] });
  const state = createTripChatState(trip);
  foldTripEvent(state, eventLog()('t', { type: 'pois', pois: [] }));
  expect(trip.pois).toEqual([poi('Ueno')]);
});
