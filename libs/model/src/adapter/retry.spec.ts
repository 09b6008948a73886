import { TravelError } from '@travellite/protocol';
import { type RetryPolicy, withRetries } from './retry.js';

function policy(waits: number[]): RetryPolicy {
  return {
    retries: 2,
    baseDelayMs: 100,
    maxDelayMs: 1_000,
    now: () => 0,
    wait: async (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  };
}

const http = (status: number, headers: Record<string, string> = {}) =>
  Object.assign(new Error(`status ${status}`), { status, headers: new Headers(headers) });

async function run(...outcomes: (Error | string)[]) {
  const waits: number[] = [];
  let attempts = 0;
  const attempt = async (): Promise<string> => {
    const outcome = outcomes[attempts++] ?? 'too often';
    if (outcome instanceof Error) throw outcome;
    return Promise.resolve(outcome);
  };
  const result = await withRetries(attempt, policy(waits), new AbortController().signal).catch(
    (error: unknown) => error,
  );
  return { result, attempts, waits };
}

describe('repeating a request', () => {
  it('waits longer each time', async () => {
    expect(await run(http(500), http(503), 'ok')).toEqual({ result: 'ok', attempts: 3, waits: [100, 200] });
  });

  it('gives up after the last repeat', async () => {
    const { result, attempts } = await run(http(500), http(500), http(502), 'never');
    expect(result).toMatchObject({ status: 502 });
    expect(attempts).toBe(3);
  });

  it('waits as long as it is asked to, but not longer than a person would', async () => {
    expect((await run(http(429, { 'retry-after': '1' }), 'ok')).waits).toEqual([1_000]);
    const patience = await run(http(429, { 'retry-after': '60' }), 'ok');
    expect(patience).toMatchObject({ attempts: 1, waits: [], result: { status: 429 } });
  });

  it('does not repeat what cannot succeed', async () => {
    expect((await run(http(401), 'ok')).attempts).toBe(1);
    expect((await run(new TravelError('timeout', 'late'), 'ok')).attempts).toBe(1);
  });
});
