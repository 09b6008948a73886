import {
  type ConnectionEffect,
  type ConnectionEvent,
  type ConnectionEventType,
  type ConnectionState,
  type TimerName,
  type Transition,
} from './state.js';
import { type ConnectionTimes, defaultTimes, reconnectDelay } from './times.js';

/** What a transition needs from outside: a random number in [0, 1) and the times. */
export interface TransitionContext {
  roll: number;
  times?: ConnectionTimes;
}

/** Private close code of a client that gives a socket up (RFC 6455, 7.4.2: 4000-4999). */
export const abandonedCode = 4_000;
const normalClosure = 1_000;

/** The server's word that this identity will not be let in: coming back would not help. */
const isRefusal = (code: number) => code === 4_401 || code === 4_403;

const schedule = (timer: TimerName, ms: number): ConnectionEffect => ({ type: 'schedule', timer, ms });
const cancel = (timer: TimerName): ConnectionEffect => ({ type: 'cancel', timer });
const closeSocket = (code: number): ConnectionEffect => ({ type: 'close_socket', code });

/** The timers that may run in each phase; leaving the phase for good cancels them. */
const timersOf: Record<ConnectionState['phase'], readonly TimerName[]> = {
  idle: [],
  connecting: ['deadline'],
  greeting: ['deadline'],
  catching_up: ['deadline'],
  live: ['silence', 'settle'],
  waiting: ['retry'],
  refused: [],
};
const cancelTimers = (state: ConnectionState) => timersOf[state.phase].map(cancel);

const hasSocket = (state: ConnectionState) =>
  state.phase === 'connecting' ||
  state.phase === 'greeting' ||
  state.phase === 'catching_up' ||
  state.phase === 'live';

const stay = (state: ConnectionState): Transition => ({ state, effects: [] });

function connect(effort: { attempt: number; fresh: boolean }, times: ConnectionTimes): Transition {
  return {
    state: { phase: 'connecting', attempt: effort.attempt, fresh: effort.fresh },
    effects: [schedule('deadline', times.deadlineMs), { type: 'open_socket', fresh: effort.fresh }],
  };
}

/** The socket is gone or given up: wait, longer each time. */
function wait(
  from: ConnectionState,
  context: Required<TransitionContext>,
  options: { close: boolean; fresh?: boolean },
): Transition {
  const attempt = ('attempt' in from ? from.attempt : 0) + 1;
  const fresh = options.fresh ?? ('fresh' in from && from.fresh);
  const delayMs = reconnectDelay(attempt, context.roll, context.times);
  return {
    state: { phase: 'waiting', attempt, fresh, delayMs },
    effects: [
      ...cancelTimers(from),
      ...(options.close ? [closeSocket(abandonedCode)] : []),
      schedule('retry', delayMs),
    ],
  };
}

function stop(state: ConnectionState): Transition {
  const effects = cancelTimers(state);
  if (hasSocket(state)) effects.push(closeSocket(normalClosure));
  return { state: { phase: 'idle' }, effects };
}

const probe = (state: ConnectionState & { phase: 'live' }, times: ConnectionTimes): Transition => ({
  state: { ...state, probing: true },
  effects: [{ type: 'ping' }, schedule('silence', times.probeMs)],
});

/** The state stays the same object unless a probe was answered: this happens with every frame. */
const heard = (state: ConnectionState & { phase: 'live' }, times: ConnectionTimes): Transition => ({
  state: state.probing ? { ...state, probing: false } : state,
  effects: [schedule('silence', times.silenceMs)],
});

function onTimer(state: ConnectionState, timer: TimerName, context: Required<TransitionContext>): Transition {
  if (!timersOf[state.phase].includes(timer)) return stay(state);
  if (state.phase === 'waiting') return connect(state, context.times);
  if (state.phase !== 'live') return wait(state, context, { close: true });
  if (timer === 'settle') return stay({ ...state, attempt: 0 });
  return state.probing ? wait(state, context, { close: true }) : probe(state, context.times);
}

function onClosed(
  state: ConnectionState,
  event: { code: number; reason: string },
  context: Required<TransitionContext>,
): Transition {
  if (!hasSocket(state)) return stay(state);
  if (!isRefusal(event.code)) return wait(state, context, { close: false });
  return {
    state: { phase: 'refused', code: event.code, reason: event.reason },
    effects: cancelTimers(state),
  };
}

function goLive(state: ConnectionState, times: ConnectionTimes): Transition {
  if (state.phase !== 'catching_up') return stay(state);
  return {
    state: { phase: 'live', attempt: state.attempt, probing: false },
    effects: [
      cancel('deadline'),
      schedule('silence', times.silenceMs),
      schedule('settle', times.settleMs),
      { type: 'flush' },
    ],
  };
}

function onWake(state: ConnectionState, times: ConnectionTimes): Transition {
  if (state.phase === 'live') return probe(state, times);
  if (state.phase !== 'waiting') return stay(state);
  const { state: next, effects } = connect(state, times);
  return { state: next, effects: [cancel('retry'), ...effects] };
}

type Handlers = {
  [T in ConnectionEventType]: (
    state: ConnectionState,
    event: Extract<ConnectionEvent, { type: T }>,
    context: Required<TransitionContext>,
  ) => Transition;
};

const handlers: Handlers = {
  start: (state, _event, { times }) =>
    state.phase === 'idle' || state.phase === 'refused'
      ? connect({ attempt: 0, fresh: false }, times)
      : stay(state),
  stop: (state) => (state.phase === 'idle' ? stay(state) : stop(state)),
  opened: (state) => stay(state.phase === 'connecting' ? { ...state, phase: 'greeting' } : state),
  welcomed: (state) => stay(state.phase === 'greeting' ? { ...state, phase: 'catching_up' } : state),
  caught_up: (state, _event, { times }) => goLive(state, times),
  received: (state, _event, { times }) => (state.phase === 'live' ? heard(state, times) : stay(state)),
  closed: onClosed,
  timer: (state, { timer }, context) => onTimer(state, timer, context),
  wake: (state, _event, { times }) => onWake(state, times),
  hole: (state, _event, context) =>
    state.phase === 'greeting' || state.phase === 'catching_up' || state.phase === 'live'
      ? wait(state, context, { close: true, fresh: true })
      : stay(state),
};

/**
 * The next state of a connection and what to do on the way. Total: every event is answered in every state, one that
 * does not belong there changes nothing. Pure. The complete table is in SPEC.md.
 */
export function transition(
  state: ConnectionState,
  event: ConnectionEvent,
  { roll, times = defaultTimes }: TransitionContext,
): Transition {
  const handle = handlers[event.type] as (
    state: ConnectionState,
    event: ConnectionEvent,
    context: Required<TransitionContext>,
  ) => Transition;
  return handle(state, event, { roll, times });
}
