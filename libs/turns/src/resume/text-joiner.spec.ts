import fc from 'fast-check';
import { type CanonicalEvent, type EventBody, type LiveText } from '@travellite/protocol';
import { TextJoiner, type TextStep } from './text-joiner.js';

const place = { conversation: 'user:ann', epoch: 1, seq: 1, ts: 1 } as const;
const event = (body: EventBody, turn = 'one'): CanonicalEvent => ({ ...place, turn, ...body });
const live = (delta: string, offset: number, fence = 1, turn = 'one'): LiveText => ({
  ...{ type: 'text', conversation: 'user:ann', turn, fence, delta, offset, ts: 1 },
});

/** What a screen shows after the steps. */
function shown(steps: TextStep[], before = ''): string {
  return steps.reduce((text, step) => (step.kind === 'reset' ? '' : text + step.text), before);
}

/** One thing that reaches a client: a live delta, or an event of the log. */
type Arrival = { live: LiveText } | { event: CanonicalEvent };

const feed = (joiner: TextJoiner, arrivals: Arrival[]): TextStep[] =>
  arrivals.flatMap((arrival) =>
    'live' in arrival ? joiner.live(arrival.live) : joiner.event(arrival.event),
  );

describe('TextJoiner', () => {
  it('grows by what is new of a doubled or overlapping delta', () => {
    const joiner = new TextJoiner();
    expect(joiner.live(live('Par', 0))).toEqual([{ kind: 'append', turn: 'one', text: 'Par' }]);
    expect(joiner.live(live('Par', 0))).toEqual([]);
    expect(joiner.live(live('ris', 2))).toEqual([{ kind: 'append', turn: 'one', text: 'is' }]);
  });

  it('holds back what comes too early until the hole is filled', () => {
    const joiner = new TextJoiner();
    joiner.live(live('one ', 0));
    expect(joiner.live(live('three ', 8))).toEqual([]);
    expect(joiner.live(live('four', 14))).toEqual([]);
    expect(shown(joiner.live(live('two ', 4)))).toBe('two three four');
  });

  it('fills a hole from the checkpoint, or from the response', () => {
    const joiner = new TextJoiner();
    joiner.live(live('one ', 0));
    joiner.live(live('three', 8));
    expect(shown(joiner.event(event({ type: 'text', delta: 'one two ', offset: 0, fence: 1 })))).toBe(
      'two three',
    );
    joiner.live(live('five', 19));
    expect(shown(joiner.event(event({ type: 'response', text: 'one two three four five' })))).toBe(
      ' four five',
    );
  });

  it('goes on where a snapshot stood', () => {
    const joiner = new TextJoiner({ turn: 'one', text: 'one ', fence: 4 });
    expect(shown(joiner.live(live('one two', 0, 4)))).toBe('two');
    expect(joiner.live(live('old', 7, 3))).toEqual([]);
  });

  it('voids the text of an older claim, whether the reset or the new text comes first', () => {
    for (const resetFirst of [true, false]) {
      const joiner = new TextJoiner();
      joiner.live(live('wrong', 0, 1));
      const reset = { event: event({ type: 'text_reset', attempt: 2, fence: 2 }) };
      const fresh = { live: live('right', 0, 2) };
      const steps = feed(joiner, resetFirst ? [reset, fresh] : [fresh, reset]);
      expect(steps).toEqual([
        { kind: 'reset', turn: 'one' },
        { kind: 'append', turn: 'one', text: 'right' },
      ]);
      expect(joiner.live(live(' and wrong', 5, 1))).toEqual([]);
      expect(joiner.event(event({ type: 'text', delta: 'wrong', offset: 0, fence: 1 }))).toEqual([]);
    }
  });

  it('voids the text at a reset that names no fence', () => {
    const joiner = new TextJoiner();
    joiner.live(live('wrong', 0, 1));
    expect(joiner.event(event({ type: 'text_reset', attempt: 2 }))).toEqual([{ kind: 'reset', turn: 'one' }]);
  });

  it('takes the response for the truth when what was shown differs', () => {
    const joiner = new TextJoiner();
    joiner.live(live('wrong', 0));
    expect(joiner.event(event({ type: 'response', text: 'right' }))).toEqual([
      { kind: 'reset', turn: 'one' },
      { kind: 'append', turn: 'one', text: 'right' },
    ]);
  });

  it('hears nothing more of a turn that has ended', () => {
    const joiner = new TextJoiner();
    joiner.live(live('all', 0));
    joiner.event(event({ type: 'done', status: 'complete' }));
    expect(joiner.live(live('all and more', 0, 2))).toEqual([]);
    joiner.event(event({ type: 'turn_started' }, 'two'));
    expect(shown(joiner.live(live('next', 0, 3, 'two')))).toBe('next');
    expect(joiner.live(live('all and more', 0, 4))).toEqual([]);
  });

  it('passes over events without text', () => {
    const joiner = new TextJoiner();
    expect(joiner.event(event({ type: 'progress', text: 'looking' }))).toEqual([]);
    expect(
      joiner.event(
        event({ type: 'message', message: { text: '', author: { userId: '' }, ts: 1, door: 'rest' } }),
      ),
    ).toEqual([]);
  });
});

describe('the law of the joined text', () => {
  const words = fc.array(fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' }), {
    minLength: 1,
    maxLength: 12,
  });

  /** The deltas of an answer, as live deltas of one claim. */
  function deltasOf(pieces: string[], fence: number): LiveText[] {
    let offset = 0;
    return pieces.map((delta) => {
      const one = live(delta, offset, fence);
      offset += delta.length;
      return one;
    });
  }

  it('any loss, repetition and order of live deltas gives the whole text in the end, and a prefix of it at any time', () => {
    const law = fc.property(
      words,
      fc.array(fc.nat(11), { maxLength: 30 }),
      fc.nat(12),
      (pieces, picks, cut) => {
        const text = pieces.join('');
        const deltas = deltasOf(pieces, 1);
        const joiner = new TextJoiner();
        let screen = '';
        const show = (steps: TextStep[]) => {
          expect(steps.every(({ kind }) => kind === 'append')).toBe(true);
          screen = shown(steps, screen);
          expect(text.startsWith(screen)).toBe(true);
        };
        show(joiner.event(event({ type: 'turn_started' })));
        for (const pick of picks) {
          const delta = deltas[pick % deltas.length];
          if (delta) show(joiner.live(delta));
        }
        const kept = pieces.slice(0, cut).join('');
        if (kept !== '') show(joiner.event(event({ type: 'text', delta: kept, offset: 0, fence: 1 })));
        expect(screen.length).toBeGreaterThanOrEqual(kept.length);
        show(joiner.event(event({ type: 'response', text })));
        expect(screen).toBe(text);
      },
    );
    fc.assert(law);
  });

  it('a second attempt may come in between at any point, with the late rest of the first', () => {
    const law = fc.property(
      words,
      words,
      fc.nat(11),
      fc.array(fc.boolean(), { maxLength: 40 }),
      (first, second, cut, mix) => {
        const old = deltasOf(first, 1);
        const fresh: Arrival[] = deltasOf(second, 2).map((delta) => ({ live: delta }));
        const late: Arrival[] = old.slice(cut).map((delta) => ({ live: delta }));
        const joiner = new TextJoiner();
        let steps = feed(
          joiner,
          old.slice(0, cut).map((delta) => ({ live: delta })),
        );
        const reset: Arrival = { event: event({ type: 'text_reset', attempt: 2, fence: 2 }) };
        const queues = [[reset, ...fresh], late];
        for (const which of [...mix, ...Array<boolean>(30).fill(true), ...Array<boolean>(30).fill(false)]) {
          const next = queues[which ? 0 : 1]?.shift();
          if (next) steps = [...steps, ...feed(joiner, [next])];
        }
        expect(shown(steps)).toBe(second.join(''));
      },
    );
    fc.assert(law);
  });
});
