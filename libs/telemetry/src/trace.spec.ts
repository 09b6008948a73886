import { traceIdOf, traceparentOf } from './trace.js';

describe('the trace of a turn', () => {
  it('has the digits of the turn, where that is a UUID', () => {
    expect(traceIdOf('01a22143-8107-7696-a3ac-76ea6d2d89b4')).toBe('01a2214381077696a3ac76ea6d2d89b4');
  });

  it.each(['', 'message 1', 'ünï', 'x'.repeat(1_000), '01A22143-8107-7696-A3AC-76EA6D2D89B4'])(
    'is of the same form whatever a client calls its turn (%.20s)',
    (turn) => {
      expect(traceIdOf(turn)).toMatch(/^[0-9a-f]{32}$/);
      expect(traceIdOf(turn)).toBe(traceIdOf(turn));
      expect(traceIdOf(`${turn}.`)).not.toBe(traceIdOf(turn));
    },
  );

  it('is passed on as Trace Context says, each hop under a parent of its own', () => {
    const [one, other] = [traceparentOf('a'), traceparentOf('a')];
    expect(one).toMatch(/^00-[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-01$/);
    expect(one.slice(0, 36)).toBe(other.slice(0, 36));
    expect(one).not.toBe(other);
  });
});
