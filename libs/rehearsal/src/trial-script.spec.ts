import fc from 'fast-check';
import { parseTrialScript } from './trial-script.js';

describe('parseTrialScript', () => {
  test('a plain message does what is usual', () => {
    expect(parseTrialScript('hello')).toEqual({ steps: 1, chunks: 4, length: 80, takesMs: 0, ends: 'ok' });
  });

  test('every word counts, wherever it stands', () => {
    expect(parseTrialScript('ends=failed and takesMs=200, then steps=3 chunks=0 length=5')).toEqual({
      steps: 3,
      chunks: 0,
      length: 5,
      takesMs: 200,
      ends: 'failed',
    });
  });

  test.each(['ends=maybe', 'steps=-1', 'steps=1e9', 'steps=x', 'speed=9', 'steps ='])(
    '%s is no instruction',
    (text) => {
      expect(parseTrialScript(text)).toEqual(parseTrialScript(''));
    },
  );

  test('no text asks for more than the agent does at most', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.string(), (steps, length, more) => {
        const script = parseTrialScript(`steps=${steps} length=${length} ${more.replaceAll('=', '')}`);
        expect(script.steps).toBe(Math.min(steps, 100));
        expect(script.length).toBe(Math.min(length, 1_000_000));
      }),
    );
  });
});
