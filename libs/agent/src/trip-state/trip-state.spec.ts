import { emptyTripRequest } from '@travellite/protocol';
import { emptyTripState, historyLimit, loadTripState, saveTripState, type TripState } from './trip-state.js';
import { lengthKnown, missingTopics } from './missing.js';

const line = (number: number) => ({ turn: `t${number}`, role: 'user' as const, text: 'hi', ts: number });
const state: TripState = {
  ...emptyTripState(),
  request: { ...emptyTripRequest(), destinations: [{ name: 'Paris', kind: 'city', country: 'FR' }] },
  requirements: [{ description: 'Museums', priority: 'preferred' }],
  history: [line(1)],
  turns: 3,
  asked: 'dates',
  leaning: 'cheapest',
  saidBy: { destination: 'ann' },
};

describe('the stored state', () => {
  it('comes back through JSON', () => {
    const stored = JSON.parse(JSON.stringify(saveTripState(state, ['dates']))) as ReturnType<
      typeof saveTripState
    >;
    expect(loadTripState(stored)).toEqual(state);
    expect(stored.view.trip?.missing).toEqual(['dates']);
  });

  it('keeps the newest lines of the history', () => {
    const long = { ...state, history: Array.from({ length: 60 }, (_, number) => line(number)) };
    const { history } = saveTripState(long, []).view;
    expect(history).toHaveLength(historyLimit);
    expect(history.at(-1)).toEqual(line(59));
  });

  it.each([
    ['nothing', undefined],
    ['another agent', { version: 1, view: { history: [line(1)] }, data: { counts: [['ann', 3]] } }],
    [
      'a damaged trip',
      {
        version: 1,
        view: { history: [line(1)], trip: { request: 5 } as never },
        data: { turns: 1, saidBy: {} },
      },
    ],
  ])('of %s counts as nothing known', (_what, stored) => {
    expect(loadTripState(stored)).toEqual({ ...emptyTripState(), history: stored?.view.history ?? [] });
  });
});

describe('what is missing', () => {
  const paris = state.request;
  it('is asked for in one order', () => {
    expect(missingTopics(emptyTripRequest())).toEqual(['destination', 'dates', 'budget', 'origin']);
    expect(missingTopics({ ...paris, dates: { start: '2026-12-15' } })).toEqual([
      'length',
      'budget',
      'origin',
    ]);
    expect(missingTopics({ ...paris, dates: { days: 3 }, budgetUnlimited: true })).toEqual([
      'dates',
      'origin',
    ]);
  });

  it('knows a length by days, nights or two dates', () => {
    expect(lengthKnown({ ...paris, dates: { start: '2026-12-15', end: '2026-12-16' } })).toBe(true);
    expect(lengthKnown({ ...paris, dates: { start: '2026-12-15' } })).toBe(false);
    expect(lengthKnown(paris)).toBe(false);
  });
});
