import { type CanonicalEvent, type DoneStatus, type TurnId } from '@travellite/protocol';

/** What members of a room of a realtime service see of the agent: `agent_response`, as the wire contract has it. */
export type AgentResponse = {
  type: 'agent_response';
  text: string;
  /** Whose message is answered. */
  userId: string;
  /** Unix ms. */
  timestamp: number;
  /** The answer has begun. */
  streaming?: true;
  /** `text` is the next piece of the answer. */
  chunk?: true;
  /** `text` is the whole answer. */
  complete?: true;
  /** The sentence about what went wrong, which is also the `text`, for clients that read nothing else. */
  error?: string;
};

/** What the agent is doing, for members who are shown presence. Clients of the contract ignore types they do not know. */
export type AgentStatus = {
  type: 'agent_status';
  /** A stage of the agent, or `idle` when the turn has ended. */
  status: string;
  /** The stage in words. */
  label: string;
  userId: string;
  timestamp: number;
};

/** What a member said at another door than the service's, so that its other members can follow. Clients of the contract ignore it. */
export type AgentHeard = {
  type: 'agent_heard';
  text: string;
  /** Who said it. */
  userId: string;
  name?: string;
  timestamp: number;
};

export type RoomFrame = AgentResponse | AgentStatus | AgentHeard;

export interface RoomDialectOptions {
  /** One message an answer, without `streaming`, `chunk` and `complete`: for clients that know only the older form. */
  plain?: boolean;
  /** Also say what the agent is doing. */
  status?: boolean;
}

/** What the codec remembers of a room between two events. Plain data. */
export interface RoomState {
  readonly options: RoomDialectOptions;
  /** The turn at work and whose message it answers. */
  turn: TurnId | undefined;
  userId: string;
  /** The members know that an answer has begun. */
  begun: boolean;
  /** Text sent as chunks in this turn. */
  text: string;
  /** The readable sentence of the turn's last `error` event. */
  error: string | undefined;
  /** The last turn that got its closing frame. */
  answered: TurnId | undefined;
}

export const createRoomState = (options: RoomDialectOptions = {}): RoomState => ({
  options,
  turn: undefined,
  userId: '',
  begun: false,
  text: '',
  error: undefined,
  answered: undefined,
});

/** A turn is at work. Nothing is said yet: whether it will be answered is the agent's to decide. */
export function beginRoomTurn(state: RoomState, turn: TurnId, userId: string): void {
  if (state.turn === turn || state.answered === turn) return;
  Object.assign(state, { turn, userId, begun: false, text: '', error: undefined });
}

/**
 * The frames of a durable event of the turn that has begun. Checkpoints (`text`) make none: their text comes through
 * `encodeRoomText`, after it was put together with the live deltas. A turn without an answer makes no frame at all.
 */
export function encodeRoomEvent(state: RoomState, event: CanonicalEvent): RoomFrame[] {
  if (event.turn !== state.turn) return [];
  switch (event.type) {
    case 'workflow_step':
      // A turn that is only taken note of goes no further than reading.
      if (event.step === 'understand') return [];
      return [...opening(state, event.ts), ...status(state, event.step, event.label, event.ts)];
    case 'response':
      return respond(state, event.text, event.ts);
    case 'error':
      state.error = event.message;
      return [];
    case 'done':
      return finish(state, event.status, event.ts);
    default:
      return [];
  }
}

/** The frame of what was said at another door; none in the older form, whose clients show every text as the agent's. */
export function encodeRoomHeard({ options }: RoomState, event: CanonicalEvent): RoomFrame[] {
  if (event.type !== 'message' || options.plain) return [];
  const { text, author } = event.message;
  const name = author.name === undefined ? {} : { name: author.name };
  return [{ type: 'agent_heard', text, userId: author.userId, ...name, timestamp: event.ts }];
}

/** The frames of new text of the turn. `ts` in Unix ms. */
export function encodeRoomText(state: RoomState, turn: TurnId, delta: string, ts: number): RoomFrame[] {
  if (turn !== state.turn || delta === '') return [];
  const first = opening(state, ts);
  state.text += delta;
  return state.options.plain ? [] : [...first, { ...frame(state, delta, ts), chunk: true }];
}

/** Chunks sent so far are void. The contract has no frame for that; a second "has begun" starts the answer over. */
export function encodeRoomReset(state: RoomState, turn: TurnId, ts: number): RoomFrame[] {
  if (turn !== state.turn || !state.begun) return [];
  state.text = '';
  return state.options.plain ? [] : [streaming(state, ts)];
}

const frame = ({ userId }: RoomState, text: string, timestamp: number): AgentResponse => ({
  type: 'agent_response',
  text,
  userId,
  timestamp,
});

const streaming = (state: RoomState, ts: number): AgentResponse => ({
  ...frame(state, '', ts),
  streaming: true,
});

const whole = (state: RoomState, text: string, ts: number): AgentResponse => ({
  ...frame(state, text, ts),
  ...(state.options.plain ? {} : { complete: true as const }),
});

function opening(state: RoomState, ts: number): RoomFrame[] {
  if (state.begun) return [];
  state.begun = true;
  return state.options.plain ? [] : [streaming(state, ts)];
}

function status(
  { options, userId }: RoomState,
  stage: string,
  label: string,
  timestamp: number,
): RoomFrame[] {
  return options.status === true ? [{ type: 'agent_status', status: stage, label, userId, timestamp }] : [];
}

function respond(state: RoomState, text: string, ts: number): RoomFrame[] {
  const first = opening(state, ts);
  const { text: sent, options } = state;
  state.answered = state.turn;
  // Lost deltas: whoever only adds up chunks gets the rest, too.
  const isShort = options.plain !== true && sent !== '' && sent.length < text.length && text.startsWith(sent);
  const rest: RoomFrame[] = isShort ? [{ ...frame(state, text.slice(sent.length), ts), chunk: true }] : [];
  return [...first, ...rest, whole(state, text, ts)];
}

function finish(state: RoomState, outcome: DoneStatus, ts: number): RoomFrame[] {
  const { turn, begun, text, error, answered } = state;
  const last = answered === turn ? [] : lastWords(state, outcome, ts);
  const idle = begun ? status(state, 'idle', '', ts) : [];
  state.answered = turn;
  state.turn = undefined;
  state.begun = false;
  state.text = '';
  state.error = undefined;
  return [...last, ...idle];

  function lastWords(room: RoomState, how: DoneStatus, at: number): RoomFrame[] {
    if (how === 'complete' && !begun) return [];
    if (text !== '' && (how === 'complete' || how === 'cancelled')) return [whole(room, text, at)];
    const sentence = error ?? sentences[how];
    return [{ ...whole(room, sentence, at), error: sentence }];
  }
}

const sentences: Record<DoneStatus, string> = {
  complete: 'The answer could not be shown.',
  failed: 'Something went wrong while answering. Please try again.',
  cancelled: 'The answer was stopped.',
  superseded: 'This message was replaced by a newer one.',
};
