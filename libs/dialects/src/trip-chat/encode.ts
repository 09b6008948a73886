import { type CanonicalEvent, type DoneStatus } from '@travellite/protocol';
import { type Fault, type OutboundFrame } from '../dialect.js';
import {
  foldTripEvent,
  leaveTurn,
  listOrder,
  type ListName,
  type TripChatState,
  type TripLists,
} from './turn.js';

const none: readonly OutboundFrame[] = [];
const done: OutboundFrame = '{"type":"done"}';

const dataFrame = (name: ListName, lists: TripLists): OutboundFrame =>
  `{"type":"${name}","data":${JSON.stringify(lists[name])}}`;

/** `{"type":"error","message":…}`, with `details` for whoever wrote the client. */
export const encodeTripChatFault = (fault: Fault): OutboundFrame =>
  JSON.stringify({ type: 'error', message: fault.message, details: fault.details });

/**
 * The frames of an event: a list as soon as it and all before it in the contract's order are known. The end of the turn
 * brings the lists the turn said nothing about, unchanged, and `done`; or `error` alone when it failed.
 */
export function encodeTripChatEvent(state: TripChatState, event: CanonicalEvent): readonly OutboundFrame[] {
  foldTripEvent(state, event);
  if (event.type === 'done') return finish(state, event);
  const next = listOrder[state.sent];
  return next !== undefined && state.said[next] ? ready(state) : none;
}

/** What a connection that joins in the middle of a turn missed of it. */
export const encodeTripChatCatchUp = (state: TripChatState): readonly OutboundFrame[] =>
  state.turn === undefined
    ? none
    : listOrder.slice(0, state.sent).map((name) => dataFrame(name, state.lists));

/** Why a turn that did not end well ended, in a sentence. */
export const tripFailure = (state: TripChatState, status: DoneStatus): string | undefined =>
  status === 'complete' ? undefined : (state.error ?? sentences[status]);

function ready(state: TripChatState): OutboundFrame[] {
  const frames: OutboundFrame[] = [];
  for (let name = listOrder[state.sent]; name && state.said[name]; name = listOrder[state.sent]) {
    frames.push(dataFrame(name, state.lists));
    state.sent += 1;
  }
  return frames;
}

function finish(state: TripChatState, event: CanonicalEvent & { type: 'done' }): readonly OutboundFrame[] {
  const own = state.turn === event.turn;
  const failure = own
    ? tripFailure(state, event.status)
    : event.status === 'complete'
      ? undefined
      : (state.turn === undefined && state.error) || sentences[event.status];
  const rest = own && failure === undefined ? listOrder.slice(state.sent) : [];
  const frames = rest.map((name) => dataFrame(name, state.lists));
  if (own) leaveTurn(state);
  frames.push(failure === undefined ? done : encodeTripChatFault({ code: 'internal', message: failure }));
  return frames;
}

const sentences: Record<Exclude<DoneStatus, 'complete'>, string> = {
  failed: 'Something went wrong while answering. Please try again.',
  cancelled: 'The request was stopped.',
  superseded: 'The request was replaced by a newer one.',
};
