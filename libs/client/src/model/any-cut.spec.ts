import { type CanonicalEvent, type EventBody, type NativeServerFrame } from '@travellite/protocol';
import fc from 'fast-check';
import { event, live, message, snapshot, tripTo, welcome } from '../../test/frames.js';
import { emptyTrip } from '../frames/view.js';
import { shownText } from '../text/assembly.js';
import { emptyModel, type ConversationModel } from './model.js';
import { reduceModel } from './reduce.js';

/** A turn as a server runs it: with what it streams, and whether it had to start over. */
interface Script {
  text: string;
  city: string;
  retried: boolean;
  status: 'complete' | 'cancelled';
}

const script: fc.Arbitrary<Script> = fc.record({
  text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  city: fc.constantFrom('Paris', 'Rome', 'Oslo'),
  retried: fc.boolean(),
  status: fc.constantFrom('complete', 'cancelled'),
});

const half = (text: string) => Math.ceil(text.length / 2);

function bodiesOf({ text, city, retried, status }: Script, id: string): EventBody[] {
  const again: EventBody[] = retried
    ? [
        { type: 'text', delta: 'given up', offset: 0, fence: 1 },
        { type: 'text_reset', attempt: 2, fence: 2 },
      ]
    : [];
  return [
    { type: 'message', message: message(`question ${id}`) },
    { type: 'turn_started' },
    ...again,
    { type: 'text', delta: text.slice(0, half(text)), offset: 0, fence: 2 },
    { type: 'state', trip: tripTo(city) },
    { type: 'response', text },
    { type: 'done', status },
  ];
}

function logOf(scripts: Script[]): CanonicalEvent[] {
  let seq = 0;
  return scripts.flatMap((one, i) => bodiesOf(one, `t${i}`).map((body) => event(++seq, `t${i}`, body)));
}

/** What a server shows of the log's first `seq` events. */
function snapshotAt(log: CanonicalEvent[], scripts: Script[], seq: number): NativeServerFrame {
  const seen = log.slice(0, seq);
  const ended = new Set(seen.flatMap(({ type, turn }) => (type === 'done' ? [turn] : [])));
  const begun = new Set(seen.map(({ turn }) => turn));
  const history = scripts.flatMap(({ text }, i) =>
    ended.has(`t${i}`)
      ? [
          { turn: `t${i}`, role: 'user' as const, text: `question t${i}`, ts: 7 },
          { turn: `t${i}`, role: 'assistant' as const, text, ts: 9 },
        ]
      : [],
  );
  const open = scripts.flatMap((_script, i) => (ended.has(`t${i}`) ? [] : [`t${i}`]));
  const turns = open.map((turn) => ({ turn, message: message(`question ${turn}`) }));
  const running = turns.find(({ turn }) => begun.has(turn));
  let text = '';
  let trip = emptyTrip();
  for (const one of seen) {
    if (one.type === 'text' && one.turn === running?.turn)
      text = one.offset === 0 ? one.delta : text + one.delta;
    if (one.type === 'text_reset' && one.turn === running?.turn) text = '';
    if (one.type === 'state') trip = one.trip;
  }
  return snapshot({
    seq,
    view: { history, trip },
    queued: turns.filter((turn) => turn !== running),
    ...(running && { running: { ...running, text } }),
  });
}

/** A server appends `response` and `done` in one step: no snapshot lies between them. */
function afterCommit(log: CanonicalEvent[], seq: number): number {
  const at = Math.min(log.length, seq);
  return log[at - 1]?.type === 'response' ? at + 1 : at;
}

const show = ({ turns, trip }: ConversationModel) => ({
  trip,
  turns: turns.map(({ id, question, answer }) => ({ id, asked: question?.text, answer: shownText(answer) })),
});
const play = (frames: NativeServerFrame[]) =>
  frames.reduce((model, frame) => reduceModel(model, { type: 'frame', frame }), emptyModel());

describe('whenever a client joins', () => {
  it('it shows what one shows that was there from the beginning', () => {
    fc.assert(
      fc.property(
        fc.array(script, { minLength: 1, maxLength: 4 }),
        fc.nat(40),
        fc.nat(40),
        (scripts, join, until) => {
          const log = logOf(scripts);
          const to = afterCommit(log, Math.max(join, until));
          const from = Math.min(afterCommit(log, join), to);
          const late = play([welcome(), snapshotAt(log, scripts, from), ...log.slice(from, to)]);
          const early = play([welcome(), snapshotAt(log, scripts, 0), ...log.slice(0, to)]);
          expect(show(late)).toEqual(show(early));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('live text that comes late, twice or not at all changes nothing in the end', () => {
    const noise = fc.array(
      fc.record({
        at: fc.nat(40),
        turn: fc.nat(3),
        offset: fc.nat(30),
        fence: fc.integer({ min: 1, max: 2 }),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(fc.array(script, { minLength: 1, maxLength: 4 }), noise, (scripts, pieces) => {
        const log = logOf(scripts);
        const frames: NativeServerFrame[] = [welcome(), snapshotAt(log, scripts, 0), ...log];
        for (const { at, turn, offset, fence } of pieces) {
          const text = fence === 1 ? 'given up' : (scripts[turn]?.text ?? '');
          if (scripts[turn])
            frames.splice(
              2 + (at % (frames.length - 1)),
              0,
              live(`t${turn}`, offset, text.slice(offset), fence),
            );
        }
        expect(show(play(frames))).toEqual(show(play([welcome(), snapshotAt(log, scripts, 0), ...log])));
      }),
      { numRuns: 400 },
    );
  });
});
