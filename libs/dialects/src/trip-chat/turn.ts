import {
  type CanonicalEvent,
  type Intent,
  type PlanOption,
  type Poi,
  type Requirement,
  type TripView,
  type TurnId,
} from '@travellite/protocol';

/** The four lists a client of door 3 gets for every request. */
export interface TripLists {
  intents: Intent[];
  pois: Poi[];
  requirements: Requirement[];
  plan: PlanOption[];
}

/** The frames with data, in the order of the contract. */
export const listOrder = ['intents', 'pois', 'requirements', 'plan'] as const;
export type ListName = (typeof listOrder)[number];

/** What the codec remembers of a conversation. Plain data; all connections of a user share one. */
export interface TripChatState {
  turn: TurnId | undefined;
  /** The lists as they stand; a turn that says nothing of one leaves it as it was. */
  lists: TripLists;
  /** Lists this turn has said. */
  said: Partial<Record<ListName, true>>;
  /** How many of `listOrder` were sent in this turn. */
  sent: number;
  error: string | undefined;
}

/** @param trip what the conversation knew before: unchanged lists come back from it */
export const createTripChatState = (
  trip?: Pick<TripView, 'pois' | 'requirements' | 'plan'>,
): TripChatState => ({
  turn: undefined,
  lists: {
    intents: [],
    pois: trip?.pois ?? [],
    requirements: trip?.requirements ?? [],
    plan: trip?.plan ?? [],
  },
  said: {},
  sent: 0,
  error: undefined,
});

/** Takes what an event says about the trip. */
export function foldTripEvent(state: TripChatState, event: CanonicalEvent): void {
  switch (event.type) {
    case 'message':
      enter(state, event.turn);
      Object.assign(state.lists, event.message.carried);
      break;
    case 'turn_started':
      enter(state, event.turn);
      break;
    case 'intents':
      say(state, event.turn, { intents: event.intents });
      break;
    case 'pois':
      say(state, event.turn, { pois: event.pois });
      break;
    case 'requirements':
      say(state, event.turn, { requirements: event.requirements });
      break;
    case 'plan':
      say(state, event.turn, { plan: event.plan });
      break;
    case 'state':
      foldView(state, event.trip);
      break;
    case 'error':
      if (event.turn === state.turn || state.turn === undefined) state.error = event.message;
      break;
  }
}

/** Forgets the turn; the lists stay. */
export function leaveTurn(state: TripChatState): void {
  state.turn = undefined;
  state.error = undefined;
  state.said = {};
  state.sent = 0;
  state.lists.intents = [];
}

function enter(state: TripChatState, turn: TurnId): void {
  if (state.turn === turn) return;
  leaveTurn(state);
  state.turn = turn;
}

function say(state: TripChatState, turn: TurnId, lists: Partial<TripLists>): void {
  enter(state, turn);
  Object.assign(state.lists, lists);
  for (const name of Object.keys(lists)) state.said[name as ListName] = true;
}

/** The view holds the lists as they are at that moment; it does not replace what the turn already said itself. */
function foldView(state: TripChatState, trip: TripView): void {
  for (const name of ['pois', 'requirements', 'plan'] as const) {
    if (!state.said[name]) Object.assign(state.lists, { [name]: trip[name] });
  }
}
