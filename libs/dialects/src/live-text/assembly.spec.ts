import fc from 'fast-check';
import { live } from '../test-kit/events.js';
import { addCheckpoint, addLive, beginText, createTextAssembly, endText, resetText } from './assembly.js';

const begun = (turn = 't') => {
  const assembly = createTextAssembly();
  beginText(assembly, turn);
  return assembly;
};

describe('addLive', () => {
  test.each([
    ['a delta in its place', 3, 'lo', { delta: 'lo', offset: 3, reset: false }],
    ['a delta seen before', 0, 'Hel', { delta: '', offset: 0, reset: false }],
    ['a delta half seen before', 2, 'llo', { delta: 'lo', offset: 3, reset: false }],
    ['a delta that came too early', 5, '!', { delta: '', offset: 0, reset: false }],
  ])('%s', (_name, offset, delta, added) => {
    const assembly = begun();
    addLive(assembly, live('t', 0, 'Hel'));
    expect(addLive(assembly, live('t', offset, delta))).toEqual(added);
  });

  test('a late piece brings the early ones with it', () => {
    const assembly = begun();
    addLive(assembly, live('t', 4, 'e'));
    addLive(assembly, live('t', 2, 'cd'));
    expect(addLive(assembly, live('t', 0, 'ab'))).toEqual({ delta: 'abcde', offset: 0, reset: false });
    expect(assembly.early).toBeUndefined();
  });

  test('pieces that come too early are kept up to a bound', () => {
    const assembly = begun();
    for (let at = 1; at <= 1_000; at += 1) addLive(assembly, live('t', at, 'x'));
    expect(assembly.early?.length).toBe(64);
  });

  test('an older claim is void', () => {
    const assembly = begun();
    addLive(assembly, live('t', 0, 'new', 7));
    expect(addLive(assembly, live('t', 3, ' old', 6)).delta).toBe('');
    expect(assembly.text).toBe('new');
  });

  test('nothing comes after the end', () => {
    const assembly = begun();
    addLive(assembly, live('t', 0, 'Hello'));
    endText(assembly, 't');
    expect(addLive(assembly, live('t', 0, 'Hello', 9)).delta).toBe('');
    expect(addCheckpoint(assembly, 't', { delta: 'Hello', offset: 0 }).delta).toBe('');
  });

  test('a late delta of the turn before does not enter this one', () => {
    const assembly = begun('a');
    addLive(assembly, live('a', 0, 'first', 3));
    endText(assembly, 'a');
    beginText(assembly, 'b');
    addLive(assembly, live('b', 0, 'second', 4));
    endText(assembly, 'b');
    beginText(assembly, 'c');
    expect(addLive(assembly, live('a', 0, 'first', 3)).delta).toBe('');
  });

  test('a delta may come before the durable beginning of its turn', () => {
    const assembly = begun('a');
    endText(assembly, 'a');
    expect(addLive(assembly, live('b', 0, 'second', 4)).delta).toBe('second');
    beginText(assembly, 'b');
    expect(assembly.text).toBe('second');
  });
});

describe('another attempt', () => {
  test('voids the text when its first delta comes before the durable reset, once', () => {
    const assembly = begun();
    addLive(assembly, live('t', 0, 'Hal', 1));
    expect(addLive(assembly, live('t', 0, 'Hel', 2))).toEqual({ delta: 'Hel', offset: 0, reset: true });
    expect(resetText(assembly, 't')).toBe(false);
    expect(assembly.text).toBe('Hel');
  });

  test('voids the text when the reset comes first', () => {
    const assembly = begun();
    addLive(assembly, live('t', 0, 'Hal', 1));
    expect(resetText(assembly, 't')).toBe(true);
    expect(resetText(assembly, 'other')).toBe(false);
    expect(addCheckpoint(assembly, 't', { delta: 'He', offset: 0 }).delta).toBe('He');
  });

  test('whose first delta was lost does not go on where the old one stopped', () => {
    const assembly = begun();
    addLive(assembly, live('t', 0, 'Hal', 1));
    expect(addLive(assembly, live('t', 2, 'llo', 2))).toEqual({ delta: '', offset: 0, reset: true });
    expect(addCheckpoint(assembly, 't', { delta: 'He', offset: 0 })).toEqual({
      delta: 'Hello',
      offset: 0,
      reset: false,
    });
  });

  test('is not seen in the first delta of a claim after joining with a checkpoint', () => {
    const assembly = createTextAssembly();
    beginText(assembly, 't', 'Hel');
    expect(addLive(assembly, live('t', 3, 'lo', 8))).toEqual({ delta: 'lo', offset: 3, reset: false });
  });
});

test('any cut, order, doubling and loss of deltas gives the text of the checkpoints, each part once', () => {
  const plan = fc.record({
    text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    cuts: fc.array(fc.nat(60), { maxLength: 12 }),
    order: fc.array(fc.nat(1_000), { minLength: 30, maxLength: 30 }),
    lost: fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
  });
  fc.assert(
    fc.property(plan, ({ text, cuts, order, lost }) => {
      const at = [...new Set([0, ...cuts.filter((cut) => cut < text.length), text.length])].sort(
        (a, b) => a - b,
      );
      const deltas = at.slice(1).map((end, i) => live('t', at[i] ?? 0, text.slice(at[i], end)));
      const sent = [...deltas, ...deltas]
        .filter((_, i) => !lost[i])
        .map((delta, i) => ({ delta, rank: order[i] ?? 0 }))
        .sort((a, b) => a.rank - b.rank);
      const assembly = begun();
      let seen = '';
      for (const { delta } of sent) {
        const added = addLive(assembly, delta);
        if (added.delta !== '') expect(added.offset).toBe(seen.length);
        seen += added.delta;
        expect(text.startsWith(seen)).toBe(true);
      }
      seen += addCheckpoint(assembly, 't', { delta: text, offset: 0 }).delta;
      expect(seen).toBe(text);
      expect(assembly.text).toBe(text);
    }),
  );
});
