import { emptyTripRequest } from '@travellite/protocol';
import {
  emptyTripState,
  historyLimit,
  loadTripState,
  plannedNow,
  saveTripState,
  type TripState,
} from './trip-state.js';
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

  it('keeps a room with what each member wants, and shows clients less of it', () => {
    const wishes = { ...emptyTripRequest(), interests: ['museums'], pace: 'relaxed' as const };
    const room: TripState['room'] = {
      policy: 'when_addressed',
      members: [
        { userId: 'u1', name: 'Ana', role: 'owner', wishes, vote: 1 },
        { userId: 'u2', name: 'Ben', role: 'viewer', wishes: emptyTripRequest(), told: true },
      ],
      present: [{ userId: 'u1', status: 'joined' }],
      named: ['x'],
      spokenTo: 'u1',
    };
    const saved = saveTripState({ ...state, room }, []);
    expect(loadTripState(JSON.parse(JSON.stringify(saved)) as typeof saved).room).toEqual(room);
    expect(saved.view.room).toEqual({
      policy: 'when_addressed',
      members: [
        { userId: 'u1', name: 'Ana', role: 'owner' },
        { userId: 'u2', name: 'Ben', role: 'viewer' },
      ],
      present: [{ userId: 'u1', status: 'joined' }],
      conflicts: [],
      votes: [{ option: 1, members: ['u1'] }],
    });
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

describe('the plan’s revision', () => {
  const option = { days: [], overall_cost: '$10', general_notes: 'Cheapest: yes.' };
  const planned = { revision: 4, at: 100 };

  it('begins with the first plan', () => {
    expect(plannedNow({ plan: [] }, [], 5)).toBeUndefined();
    expect(plannedNow({ plan: [] }, [option], 5)).toEqual({ revision: 1, at: 5 });
  });

  it('stands still while the plan does, whatever the order of its fields', () => {
    const { general_notes, ...rest } = option;
    const same = [{ general_notes, ...rest, currency: undefined }];
    expect(plannedNow({ plan: [option], planned }, same, 200)).toEqual(planned);
  });

  it('goes on when an option changes or all are dropped', () => {
    const dearer = { ...option, overall_cost: '$11' };
    expect(plannedNow({ plan: [option], planned }, [dearer], 200)).toEqual({ revision: 5, at: 200 });
    expect(plannedNow({ plan: [option], planned }, [], 200)).toEqual({ revision: 5, at: 200 });
  });

  it('and the chosen option are shown to clients and remembered', () => {
    const saved = saveTripState({ ...state, planned, chosen: 1 }, []);
    expect(saved.view.trip).toMatchObject({ planned, chosen: 1 });
    expect(loadTripState(saved)).toMatchObject({ planned, chosen: 1 });
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
