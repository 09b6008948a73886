import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  connectionPhases,
  type ConnectionEvent,
  type ConnectionPhase,
  type ConnectionState,
} from './state.js';
import { reconnectDelay } from './times.js';
import { abandonedCode, transition } from './transition.js';
import { describeEffects, eventNames, sampleEvent, sampleState, table } from '../../test/transition-table.js';

const step = (state: ConnectionState, event: ConnectionEvent, roll = 0.5) =>
  transition(state, event, { roll });

describe('the transition table', () => {
  it('answers every event in every phase', () => {
    expect(Object.keys(table)).toEqual([...connectionPhases]);
    for (const row of Object.values(table)) expect(Object.keys(row)).toEqual([...eventNames]);
  });

  const cells = connectionPhases.flatMap((phase) => eventNames.map((name) => ({ phase, name })));
  it.each(cells)('$phase + $name', ({ phase, name }) => {
    const state = sampleState(phase);
    const { state: next, effects } = step(state, sampleEvent(name));
    const cell = table[phase][name];
    if (cell === '-') {
      expect(next).toEqual(state);
      expect(effects).toEqual([]);
    } else {
      expect(`${next.phase}: ${describeEffects(effects)}`).toBe(cell);
    }
  });

  it('is the one that SPEC.md shows', () => {
    const spec = readFileSync(new URL('../../SPEC.md', import.meta.url), 'utf8');
    const shown = [...spec.matchAll(/^\| `(\w+)` +\| `([\w ]+)` +\| (\w+) +\| (.+?) +\|$/gm)].map((row) =>
      [row[1], row[2], `${row[3]}: ${row[4]}`].join(' '),
    );
    const rows = connectionPhases.flatMap((phase) =>
      eventNames.flatMap((name) =>
        table[phase][name] === '-' ? [] : [`${phase} ${name} ${table[phase][name]}`],
      ),
    );
    expect(shown).toEqual(rows);
  });
});

describe('a connection', () => {
  const closed: ConnectionEvent = { type: 'closed', code: 1006, reason: '' };

  it('waits longer after each failed attempt and never gives up', () => {
    let state: ConnectionState = { phase: 'idle' };
    const delays: number[] = [];
    state = step(state, { type: 'start' }).state;
    for (let i = 0; i < 200; i++) {
      state = step(state, closed).state;
      if (state.phase !== 'waiting') throw new Error('it gave up');
      delays.push(state.delayMs);
      state = step(state, { type: 'timer', timer: 'retry' }).state;
    }
    expect(delays.slice(0, 4)).toEqual([1000, 1500, 2250, 3375]);
    expect(delays.at(-1)).toBe(30_000);
  });

  it('starts from the base delay only after it stayed live for a while', () => {
    const live: ConnectionState = { phase: 'live', attempt: 7, probing: false };
    expect(step(live, closed).state).toMatchObject({ phase: 'waiting', attempt: 8 });
    const settled = step(live, { type: 'timer', timer: 'settle' }).state;
    expect(step(settled, closed).state).toMatchObject({ phase: 'waiting', attempt: 1, delayMs: 1000 });
  });

  it('asks for a snapshot after a hole until one has come', () => {
    let { state } = step({ phase: 'live', attempt: 0, probing: false }, { type: 'hole' });
    for (const event of [{ type: 'timer', timer: 'retry' } as const, closed])
      state = step(state, event).state;
    const again = step(state, { type: 'timer', timer: 'retry' });
    expect(again.effects).toContainEqual({ type: 'open_socket', fresh: true });
  });

  it.each([
    [4401, 'refused'],
    [4403, 'refused'],
    [1000, 'waiting'],
    [1001, 'waiting'],
    [1006, 'waiting'],
    [1008, 'waiting'],
    [1009, 'waiting'],
    [1012, 'waiting'],
    [1013, 'waiting'],
    [4400, 'waiting'],
  ])('after close code %i is %s', (code, phase) => {
    const { state } = step(sampleState('live'), { type: 'closed', code, reason: 'why' });
    expect(state.phase).toBe(phase);
  });

  it('gives up a socket whose probe is not answered', () => {
    const silent = step(sampleState('live'), { type: 'timer', timer: 'silence' });
    expect(silent.effects).toContainEqual({ type: 'ping' });
    const dead = step(silent.state, { type: 'timer', timer: 'silence' });
    expect(dead.effects).toContainEqual({ type: 'close_socket', code: abandonedCode });
    const heard = step(silent.state, { type: 'received' });
    expect(heard.state).toMatchObject({ phase: 'live', probing: false });
  });

  it('keeps its state object while frames come, so that nobody is told that nothing changed', () => {
    const live = sampleState('live');
    expect(step(live, { type: 'received' }).state).toBe(live);
  });

  const anyEvent = fc.constantFrom(...eventNames).map(sampleEvent);
  it('keeps its laws under any sequence of events', () => {
    fc.assert(
      fc.property(
        fc.array(anyEvent, { maxLength: 60 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (events, roll) => {
          let state: ConnectionState = { phase: 'idle' };
          let open = false;
          const timers = new Set<string>();
          for (const event of events) {
            if (event.type === 'closed') open = false;
            if (event.type === 'timer') timers.delete(event.timer);
            const next = step(state, event, roll);
            state = next.state;
            for (const effect of next.effects) {
              if (effect.type === 'open_socket') {
                expect(open).toBe(false);
                open = true;
              }
              if (effect.type === 'close_socket') open = false;
              if (effect.type === 'schedule') timers.add(effect.timer);
              if (effect.type === 'cancel') timers.delete(effect.timer);
            }
            expect(allowedTimers[state.phase]).toEqual(expect.arrayContaining([...timers]));
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** A timer that runs on in another phase would fire into it. */
const allowedTimers: Record<ConnectionPhase, string[]> = {
  idle: [],
  connecting: ['deadline'],
  greeting: ['deadline'],
  catching_up: ['deadline'],
  live: ['silence', 'settle'],
  waiting: ['retry'],
  refused: [],
};

describe('the reconnect delay', () => {
  it.each([
    [1, 0.5, 1000],
    [1, 0, 850],
    [1, 0.9999999, 1150],
    [2, 0.5, 1500],
    [3, 0.5, 2250],
    [9, 0.5, 25_629],
    [10, 0.5, 30_000],
    [5_000, 0.5, 30_000],
  ])('of attempt %i with roll %d is %i ms', (attempt, roll, ms) => {
    expect(reconnectDelay(attempt, roll)).toBe(ms);
  });

  it('stays within the jitter of the plain delay', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (attempt, roll) => {
          const plain = reconnectDelay(attempt, 0.5);
          const delay = reconnectDelay(attempt, roll);
          expect(delay).toBeGreaterThanOrEqual(Math.floor(plain * 0.85));
          expect(delay).toBeLessThanOrEqual(Math.ceil(plain * 1.15));
        },
      ),
    );
  });
});
