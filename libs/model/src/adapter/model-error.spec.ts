import { TravelError } from '@travellite/protocol';
import { retryAfterMs, toModelError } from './model-error.js';

const http = (status: number) => Object.assign(new Error(`status ${status}`), { status });

describe('errors of a model', () => {
  it.each([
    [400, false],
    [401, false],
    [403, false],
    [404, false],
    [408, true],
    [429, true],
    [500, true],
    [503, true],
  ])('HTTP %d may succeed later: %s', (status, retryable) => {
    expect(toModelError(http(status))).toMatchObject({ code: 'provider_unavailable', retryable });
  });

  it('knows a time limit, a broken connection and a stop', () => {
    const late = Object.assign(new Error('late'), { name: 'TimeoutError' });
    expect(toModelError(late).code).toBe('timeout');
    expect(toModelError(new TypeError('fetch failed'))).toMatchObject({
      code: 'provider_unavailable',
      retryable: true,
    });
    expect(toModelError(new Error('whatever'), AbortSignal.abort()).code).toBe('cancelled');
  });

  it('leaves our own errors as they are', () => {
    const own = new TravelError('budget_exceeded', 'enough');
    expect(toModelError(own, AbortSignal.abort())).toBe(own);
  });

  it('reads how long to wait, in seconds or as a date', () => {
    const now = Date.UTC(2026, 10, 21, 12, 0, 0);
    const asked = (value: string) => ({ headers: new Headers({ 'retry-after': value }) });
    expect(retryAfterMs(asked('2'), now)).toBe(2_000);
    expect(retryAfterMs(asked('Sat, 21 Nov 2026 12:00:05 GMT'), now)).toBe(5_000);
    expect(retryAfterMs(asked('Sat, 21 Nov 2026 11:00:00 GMT'), now)).toBe(0);
    expect(retryAfterMs({ headers: { 'retry-after': '1' } }, now)).toBe(1_000);
    expect(retryAfterMs(asked('soon'), now)).toBeUndefined();
    expect(retryAfterMs(new Error('no headers'), now)).toBeUndefined();
  });
});
