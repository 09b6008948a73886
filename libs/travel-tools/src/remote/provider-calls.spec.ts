import { createCounters } from '@travellite/telemetry';
import { type CallLimits, ProviderCalls } from './provider-calls.js';
import { faultOfStatus, type ProviderFault } from './provider-fault.js';
import { TtlCache } from './ttl-cache.js';

/** A world with a clock that moves only when somebody waits. */
function world(limits: Partial<CallLimits> = {}) {
  let now = 1_000_000;
  const waits: number[] = [];
  const counters = createCounters();
  const calls = new ProviderCalls(
    'test',
    'flight search',
    {
      now: () => now,
      random: () => 0,
      wait: async (ms) => {
        waits.push(ms);
        now += ms;
      },
      cache: new TtlCache(10, () => now),
      counters,
    },
    { backoffMs: 100, ...limits },
  );
  return { calls, waits, counters, pass: (ms: number) => (now += ms) };
}

const fails = (...faults: ProviderFault[]) => {
  let attempts = 0;
  return {
    attempt: async () => {
      const fault = faults[attempts];
      attempts += 1;
      if (fault) throw fault;
      return `answer ${attempts}`;
    },
    attempts: () => attempts,
  };
};
const down = () => faultOfStatus(503);
const ask = (attempt: (signal: AbortSignal) => Promise<string>, key = 'q', ttlMs = 0) => ({
  key,
  ttlMs,
  attempt,
});

describe('retries', () => {
  test('an outage is tried again after growing waits', async () => {
    const { calls, waits } = world();
    const { attempt } = fails(down(), down());
    expect(await calls.call(ask(attempt))).toBe('answer 3');
    expect(waits).toEqual([100, 200]);
  });

  test('after the last attempt it is a TravelError in words', async () => {
    const { calls } = world({ attempts: 2 });
    const { attempt, attempts } = fails(down(), down(), down());
    await expect(calls.call(ask(attempt))).rejects.toMatchObject({
      name: 'TravelError',
      code: 'provider_unavailable',
      message: 'The flight search is down.',
      retryable: true,
    });
    expect(attempts()).toBe(2);
  });

  test.each([
    [400, 'tool_failed', false],
    [404, 'tool_failed', false],
    [422, 'tool_failed', false],
    [401, 'provider_unavailable', false],
    [403, 'provider_unavailable', false],
  ])('%d is not tried again', async (status, code, retryable) => {
    const { calls } = world();
    const { attempt, attempts } = fails(faultOfStatus(status));
    await expect(calls.call(ask(attempt))).rejects.toMatchObject({ code, retryable });
    expect(attempts()).toBe(1);
  });

  test('a provider may ask not to repeat a 500', async () => {
    const { calls } = world();
    const { attempt, attempts } = fails(faultOfStatus(500, { mayRetry: false }));
    await expect(calls.call(ask(attempt))).rejects.toMatchObject({ code: 'provider_unavailable' });
    expect(attempts()).toBe(1);
  });

  test('Retry-After is kept to when it fits the budget', async () => {
    const { calls, waits } = world();
    const { attempt } = fails(faultOfStatus(429, { retryAfterMs: 2_000 }));
    expect(await calls.call(ask(attempt))).toBe('answer 2');
    expect(waits).toEqual([2_000]);
  });

  test('a Retry-After beyond the budget ends it, and nobody calls before it is over', async () => {
    const { calls, pass } = world({ budgetMs: 5_000 });
    const { attempt, attempts } = fails(faultOfStatus(429, { retryAfterMs: 60_000 }));
    await expect(calls.call(ask(attempt))).rejects.toMatchObject({ code: 'provider_unavailable' });
    await expect(calls.call(ask(attempt))).rejects.toMatchObject({
      message: expect.stringContaining('left alone'),
    });
    expect(attempts()).toBe(1);
    pass(60_000);
    expect(await calls.call(ask(attempt))).toBe('answer 2');
  });

  test('the budget ends retries even when attempts are left', async () => {
    const { calls, waits } = world({ attempts: 50, budgetMs: 1_000, breaker: { threshold: 99, coolMs: 1 } });
    const { attempt } = fails(...Array.from({ length: 50 }, down));
    await expect(calls.call(ask(attempt))).rejects.toMatchObject({ code: 'provider_unavailable' });
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(1_000);
  });

  test('what is not a fault of the provider becomes tool_failed, its cause kept', async () => {
    const { calls } = world();
    const bug = new TypeError('x is not a function');
    const error: unknown = await calls
      .call(ask(() => Promise.reject(bug)))
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'TravelError', code: 'tool_failed' });
    expect(((error as Error).cause as Error).cause).toBe(bug);
  });
});

describe('time limits', () => {
  test('an attempt that hangs is given up, also when it ignores its signal', async () => {
    const { calls } = world({ attemptMs: 5, attempts: 1 });
    await expect(calls.call(ask(() => new Promise(() => undefined)))).rejects.toMatchObject({
      code: 'provider_unavailable',
      message: 'The flight search does not answer in time.',
    });
  });

  test('the signal of a hanging attempt is aborted', async () => {
    const { calls } = world({ attemptMs: 5, attempts: 1 });
    let seen: AbortSignal | undefined;
    await calls.call(ask((signal) => ((seen = signal), new Promise(() => undefined)))).catch(() => undefined);
    expect(seen?.aborted).toBe(true);
  });
});

describe('circuit', () => {
  const limits = { attempts: 1, breaker: { threshold: 2, coolMs: 1_000 } };

  test('opens after outages in a row and lets one probe through when it has cooled', async () => {
    const { calls, pass } = world(limits);
    const { attempt, attempts } = fails(down(), down());
    await calls.call(ask(attempt)).catch(() => undefined);
    expect(calls.state).toBe('closed');
    await calls.call(ask(attempt)).catch(() => undefined);
    expect(calls.state).toBe('open');
    await expect(calls.call(ask(attempt))).rejects.toMatchObject({ code: 'provider_unavailable' });
    expect(attempts()).toBe(2);
    pass(1_000);
    expect(calls.state).toBe('half_open');
    expect(await calls.call(ask(attempt))).toBe('answer 3');
    expect(calls.state).toBe('closed');
  });

  test('a failed probe opens it again', async () => {
    const { calls, pass } = world(limits);
    const { attempt } = fails(down(), down(), down());
    for (let at = 0; at < 2; at += 1) await calls.call(ask(attempt)).catch(() => undefined);
    pass(1_000);
    await calls.call(ask(attempt)).catch(() => undefined);
    expect(calls.state).toBe('open');
  });

  test('while one probes, others are refused', async () => {
    const { calls, pass } = world(limits);
    const { attempt } = fails(down(), down());
    for (let at = 0; at < 2; at += 1) await calls.call(ask(attempt)).catch(() => undefined);
    pass(1_000);
    const probe = calls.call(ask(attempt, 'a'));
    await expect(calls.call(ask(attempt, 'b'))).rejects.toMatchObject({
      message: expect.stringContaining('left alone'),
    });
    expect(await probe).toBe('answer 3');
  });

  test('refused requests do not open it: the provider is well', async () => {
    const { calls } = world(limits);
    const { attempt } = fails(...Array.from({ length: 5 }, () => faultOfStatus(400)));
    for (let at = 0; at < 5; at += 1) await calls.call(ask(attempt)).catch(() => undefined);
    expect(calls.state).toBe('closed');
  });

  test('a caller who leaves during the probe does not lock it', async () => {
    const { calls, pass } = world(limits);
    const { attempt } = fails(down(), down());
    for (let at = 0; at < 2; at += 1) await calls.call(ask(attempt)).catch(() => undefined);
    pass(1_000);
    const controller = new AbortController();
    const probe = calls.call(
      ask(() => new Promise(() => undefined), 'a'),
      { signal: controller.signal },
    );
    controller.abort();
    await expect(probe).rejects.toMatchObject({ code: 'cancelled' });
    await new Promise(setImmediate);
    expect(await calls.call(ask(attempt, 'b'))).toBe('answer 3');
  });
});

describe('sharing', () => {
  test('an answer is kept for its time and no longer', async () => {
    const { calls, pass, counters } = world();
    const { attempt, attempts } = fails();
    expect(await calls.call(ask(attempt, 'q', 1_000))).toBe('answer 1');
    expect(await calls.call(ask(attempt, 'q', 1_000))).toBe('answer 1');
    pass(1_000);
    expect(await calls.call(ask(attempt, 'q', 1_000))).toBe('answer 2');
    expect(attempts()).toBe(2);
    expect(counters.read()['provider_cache_hits']).toBe(1);
  });

  test('a failure is not kept', async () => {
    const { calls } = world({ attempts: 1 });
    const { attempt } = fails(down());
    await calls.call(ask(attempt, 'q', 1_000)).catch(() => undefined);
    expect(await calls.call(ask(attempt, 'q', 1_000))).toBe('answer 2');
  });

  test('equal questions at the same time are asked once', async () => {
    const { calls } = world();
    const { attempt, attempts } = fails();
    const answers = await Promise.all([
      calls.call(ask(attempt)),
      calls.call(ask(attempt)),
      calls.call(ask(attempt, 'other')),
    ]);
    expect(answers).toEqual(['answer 1', 'answer 1', 'answer 2']);
    expect(attempts()).toBe(2);
  });

  test('one who leaves does not take the answer from the others', async () => {
    const { calls } = world();
    const controller = new AbortController();
    const { promise, resolve } = Promise.withResolvers<string>();
    const leaving = calls.call(
      ask(() => promise),
      { signal: controller.signal },
    );
    const staying = calls.call(ask(() => promise));
    controller.abort();
    await expect(leaving).rejects.toMatchObject({ code: 'cancelled' });
    resolve('for you');
    expect(await staying).toBe('for you');
  });

  test('when the last one left, the attempt is aborted and the next asks afresh', async () => {
    const { calls } = world();
    const controller = new AbortController();
    let seen: AbortSignal | undefined;
    const leaving = calls.call(
      ask((signal) => ((seen = signal), new Promise(() => undefined))),
      {
        signal: controller.signal,
      },
    );
    controller.abort();
    await expect(leaving).rejects.toMatchObject({ code: 'cancelled' });
    expect(seen?.aborted).toBe(true);
    const { attempt } = fails();
    expect(await calls.call(ask(attempt))).toBe('answer 1');
  });

  test('who comes with an aborted signal starts nothing that lasts', async () => {
    const { calls } = world();
    await expect(calls.call(ask(fails().attempt), { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});
