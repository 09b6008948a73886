import { retryAfterMs } from './retry-after.js';
import { TtlCache } from './ttl-cache.js';

const headers = (values: Record<string, string>) => (name: string) => values[name] ?? null;
const now = Date.UTC(2026, 10, 21, 12, 0, 0);

test.each<[Record<string, string>, number | undefined]>([
  [{ 'retry-after': '3' }, 3_000],
  [{ 'retry-after': '0.5' }, 500],
  [{ 'retry-after': 'Sat, 21 Nov 2026 12:00:07 GMT' }, 7_000],
  [{ 'retry-after': 'Sat, 21 Nov 2026 11:00:00 GMT' }, 0],
  [{ 'ratelimit-reset': 'Sat, 21 Nov 2026 12:00:30 GMT' }, 30_000],
  [{ 'retry-after': '999999' }, 600_000],
  [{ 'retry-after': 'soon' }, undefined],
  [{ 'retry-after': '' }, undefined],
  [{}, undefined],
])('retry after %j is %s ms', (values, expected) => {
  expect(retryAfterMs(headers(values), now)).toBe(expected);
});

test('a full cache forgets what was used longest ago', () => {
  const cache = new TtlCache(2, () => 0);
  cache.set('a', 1, 10);
  cache.set('b', 2, 10);
  expect(cache.get('a')).toEqual({ value: 1 });
  cache.set('c', 3, 10);
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([{ value: 1 }, undefined, { value: 3 }]);
  expect(cache.size).toBe(2);
});

test('a stale value is gone, an undefined one is a value', () => {
  let time = 0;
  const cache = new TtlCache(5, () => time);
  cache.set('a', undefined, 10);
  expect(cache.get('a')).toEqual({ value: undefined });
  time = 10;
  expect(cache.get('a')).toBeUndefined();
  cache.set('b', 1, 0);
  expect(cache.get('b')).toBeUndefined();
});
