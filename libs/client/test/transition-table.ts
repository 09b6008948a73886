import {
  type ConnectionEffect,
  type ConnectionEvent,
  type ConnectionPhase,
  type ConnectionState,
} from '../src/connection/state.js';

/** Events as the table names them: closes and timers are told apart by what they mean. */
export const eventNames = [
  'start',
  'stop',
  'opened',
  'received',
  'welcomed',
  'caught_up',
  'closed',
  'closed 4401',
  'timer deadline',
  'timer retry',
  'timer silence',
  'timer settle',
  'wake',
  'hole',
] as const;
export type EventName = (typeof eventNames)[number];

export function sampleEvent(name: EventName): ConnectionEvent {
  switch (name) {
    case 'closed':
      return { type: 'closed', code: 1006, reason: '' };
    case 'closed 4401':
      return { type: 'closed', code: 4401, reason: 'who are you' };
    case 'timer deadline':
    case 'timer retry':
    case 'timer silence':
    case 'timer settle':
      return { type: 'timer', timer: name.slice('timer '.length) as 'deadline' };
    default:
      return { type: name };
  }
}

/** A state of each phase, as it is early in a connection's life. */
export function sampleState(phase: ConnectionPhase): ConnectionState {
  switch (phase) {
    case 'idle':
      return { phase };
    case 'live':
      return { phase, attempt: 0, probing: false };
    case 'waiting':
      return { phase, attempt: 1, fresh: false, delayMs: 1000 };
    case 'refused':
      return { phase, code: 4401, reason: 'who are you' };
    default:
      return { phase, attempt: 0, fresh: false };
  }
}

/** Effects in the table's short form. */
export const describeEffects = (effects: ConnectionEffect[]): string =>
  effects.length === 0 ? 'nothing' : effects.map(describeEffect).join(', ');

function describeEffect(effect: ConnectionEffect): string {
  switch (effect.type) {
    case 'open_socket':
      return effect.fresh ? 'open fresh' : 'open';
    case 'close_socket':
      return `close ${effect.code}`;
    case 'schedule':
      return `${effect.timer} in ${effect.ms}`;
    case 'cancel':
      return `no ${effect.timer}`;
    default:
      return effect.type;
  }
}

const nothing = Object.fromEntries(eventNames.map((name) => [name, '-'])) as Record<EventName, string>;
const row = (cells: Partial<Record<EventName, string>>): Record<EventName, string> => ({
  ...nothing,
  ...cells,
});

const open = 'connecting: deadline in 10000, open';
const lostBeforeLive = 'waiting: no deadline, retry in 1000';
const givenUp = 'waiting: no deadline, close 4000, retry in 1000';
const stopped = 'idle: no deadline, close 1000';
const refused = 'refused: no deadline';

/** The complete table: `next phase: effects`, or `-` for "changes nothing". */
export const table: Record<ConnectionPhase, Record<EventName, string>> = {
  idle: row({ start: open }),
  connecting: row({
    stop: stopped,
    opened: 'greeting: nothing',
    closed: lostBeforeLive,
    'closed 4401': refused,
    'timer deadline': givenUp,
  }),
  greeting: row({
    stop: stopped,
    welcomed: 'catching_up: nothing',
    closed: lostBeforeLive,
    'closed 4401': refused,
    'timer deadline': givenUp,
    hole: givenUp,
  }),
  catching_up: row({
    stop: stopped,
    caught_up: 'live: no deadline, silence in 25000, settle in 5000, flush',
    closed: lostBeforeLive,
    'closed 4401': refused,
    'timer deadline': givenUp,
    hole: givenUp,
  }),
  live: row({
    stop: 'idle: no silence, no settle, close 1000',
    received: 'live: silence in 25000',
    closed: 'waiting: no silence, no settle, retry in 1000',
    'closed 4401': 'refused: no silence, no settle',
    'timer silence': 'live: ping, silence in 10000',
    'timer settle': 'live: nothing',
    wake: 'live: ping, silence in 10000',
    hole: 'waiting: no silence, no settle, close 4000, retry in 1000',
  }),
  waiting: row({
    stop: 'idle: no retry',
    'timer retry': open,
    wake: 'connecting: no retry, deadline in 10000, open',
  }),
  refused: row({ start: open, stop: 'idle: nothing' }),
};
