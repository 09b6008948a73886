import { type CanonicalEvent, type DoneStatus, type TurnId } from '@travellite/protocol';
import { type Fault, type OutboundFrame } from '../dialect.js';

/** What the codec remembers of a conversation between two events. Plain data; all connections of a user share one. */
export interface GatewayState {
  /** `"userId":"…"`, ready to be put into a frame. */
  readonly user: string;
  /** The turn whose answer has begun and not ended. */
  turn: TurnId | undefined;
  /** The last turn that got its closing frame. */
  answered: TurnId | undefined;
  /** Text sent as chunks in this turn. */
  text: string;
  /** The readable sentence of the turn's last `error` event. */
  error: string | undefined;
}

export const createGatewayState = (userId: string): GatewayState => ({
  user: `"userId":${JSON.stringify(userId)}`,
  turn: undefined,
  answered: undefined,
  text: '',
  error: undefined,
});

const none: readonly OutboundFrame[] = [];

const begin = (state: GatewayState, ts: number): OutboundFrame =>
  `{"type":"response","streaming":true,${state.user},"timestamp":${ts}}`;
const chunk = (state: GatewayState, text: string, ts: number): OutboundFrame =>
  `{"type":"response","text":${JSON.stringify(text)},"chunk":true,${state.user},"timestamp":${ts}}`;
const complete = (state: GatewayState, text: string, ts: number): OutboundFrame =>
  `{"type":"response","text":${JSON.stringify(text)},"complete":true,${state.user},"timestamp":${ts}}`;

/** The frame for something that went wrong; a client counts it as the end of its turn. `ts` in Unix ms. */
export const encodeGatewayFault = (
  state: Pick<GatewayState, 'user'>,
  fault: Fault,
  ts: number,
): OutboundFrame =>
  `{"type":"response","error":${JSON.stringify(fault.message)},${state.user},"timestamp":${ts}}`;

/**
 * The frames of a durable event. Checkpoints (`text`) make none: their text comes through `encodeGatewayText`,
 * after it was put together with the live deltas.
 */
export function encodeGatewayEvent(state: GatewayState, event: CanonicalEvent): readonly OutboundFrame[] {
  switch (event.type) {
    case 'turn_started':
      return start(state, event.turn, event.ts);
    case 'response':
      return respond(state, event.turn, event.text, event.ts);
    case 'error':
      if (event.turn === state.turn || state.turn === undefined) state.error = event.message;
      return none;
    case 'done':
      return finish(state, event);
    default:
      return none;
  }
}

/** The frames of new text of the running turn. `ts` in Unix ms. */
export function encodeGatewayText(
  state: GatewayState,
  turn: TurnId,
  delta: string,
  ts: number,
): readonly OutboundFrame[] {
  const opening = state.turn === turn ? none : start(state, turn, ts);
  state.text += delta;
  const frame = chunk(state, delta, ts);
  return opening.length === 0 ? [frame] : [...opening, frame];
}

/** Chunks sent so far are void. The contract has no frame for that; a second "has begun" starts the answer over. */
export function encodeGatewayReset(state: GatewayState, turn: TurnId, ts: number): readonly OutboundFrame[] {
  if (state.turn !== turn) return none;
  state.text = '';
  return [begin(state, ts)];
}

/** What a connection that joins in the middle of an answer is sent first. */
export function encodeGatewayCatchUp(state: GatewayState, ts: number): readonly OutboundFrame[] {
  if (state.turn === undefined) return none;
  return state.text === '' ? [begin(state, ts)] : [begin(state, ts), chunk(state, state.text, ts)];
}

/** Text again, for a connection that was too slow for it the first time. */
export const encodeGatewayMissed = chunk;

function start(state: GatewayState, turn: TurnId, ts: number): readonly OutboundFrame[] {
  if (state.turn === turn) return none;
  state.turn = turn;
  state.text = '';
  state.error = undefined;
  return [begin(state, ts)];
}

function respond(state: GatewayState, turn: TurnId, text: string, ts: number): readonly OutboundFrame[] {
  const opening = state.turn === turn ? none : start(state, turn, ts);
  const sent = state.text;
  close(state, turn);
  const frame = complete(state, text, ts);
  // Lost deltas: whoever only adds up chunks gets the rest, too.
  if (sent !== '' && sent.length < text.length && text.startsWith(sent)) {
    return [...opening, chunk(state, text.slice(sent.length), ts), frame];
  }
  return opening.length === 0 ? [frame] : [...opening, frame];
}

function finish(state: GatewayState, event: CanonicalEvent & { type: 'done' }): readonly OutboundFrame[] {
  const { turn, status, ts } = event;
  if (state.answered === turn) return none;
  const begun = state.turn === turn;
  if (!begun && status === 'complete') return none;
  const { text, error } = state;
  if (begun) close(state, turn);
  if (begun && (status === 'complete' || (status === 'cancelled' && text !== ''))) {
    return [complete(state, text, ts)];
  }
  return [encodeGatewayFault(state, { code: 'internal', message: error ?? sentences[status] }, ts)];
}

function close(state: GatewayState, turn: TurnId): void {
  state.turn = undefined;
  state.answered = turn;
  state.text = '';
  state.error = undefined;
}

const sentences: Record<DoneStatus, string> = {
  complete: 'The answer could not be shown.',
  failed: 'Something went wrong while answering. Please try again.',
  cancelled: 'The answer was stopped.',
  superseded: 'This message was replaced by a newer one.',
};
