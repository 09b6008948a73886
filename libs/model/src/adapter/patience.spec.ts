import { once } from 'node:events';
import { createPatience } from './patience.js';

const never = () => new AbortController().signal;

describe('patience with a provider', () => {
  it('ends with silence, and says that it was silence', async () => {
    const patience = createPatience(never(), 20);
    await once(patience.signal, 'abort');
    expect(patience.late).toMatchObject({ code: 'timeout' });
    expect(patience.signal.reason).toBe(patience.late);
  });

  it('begins anew with every piece: the longer silence counts from the last', async () => {
    const patience = createPatience(never(), 40);
    let heardAt = performance.now();
    for (let piece = 0; piece < 3; piece += 1) {
      await new Promise(setImmediate);
      patience.heard();
      heardAt = performance.now();
    }
    await once(patience.signal, 'abort');
    // Timers may fire a millisecond early.
    expect(performance.now() - heardAt).toBeGreaterThanOrEqual(39);
  });

  it('passes the caller’s stop on, and does not call it silence', () => {
    const stop = new AbortController();
    const patience = createPatience(stop.signal, 10_000);
    stop.abort('enough');
    expect(patience.signal.reason).toBe('enough');
    expect(patience.late).toBeUndefined();
    patience.end();
    const before = createPatience(AbortSignal.abort('before'), 10_000);
    expect(before.signal.reason).toBe('before');
    before.end();
  });

  it('is over when the answer is: a request that still runs is ended, and nothing is late any more', () => {
    const stop = new AbortController();
    const patience = createPatience(stop.signal, 10_000);
    patience.end();
    expect(patience.signal.aborted).toBe(true);
    stop.abort('too late to matter');
    expect(patience.signal.reason).not.toBe('too late to matter');
    expect(patience.late).toBeUndefined();
  });
});
