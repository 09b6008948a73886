import fc from 'fast-check';
import { pathOf, readQuery } from './query.js';

const userIdOf = (url: string) => {
  const query = readQuery(url);
  return query.fault === undefined ? query.values.get('userId') : query.fault;
};

describe('readQuery', () => {
  test.each([
    ['/ws', undefined],
    ['/ws?', undefined],
    ['/ws?userId=ada', 'ada'],
    ['/ws?a=b&userId=ada&&c', 'ada'],
    ['/ws?userId=', ''],
    ['/ws?userId', ''],
    ['/ws?userId=a%20b', 'a b'],
    ['/ws?userId=a+b', 'a b'],
    ['/ws?userId=a%2Bb', 'a+b'],
    ['/ws?userId=%E2%9C%88%C3%A9', '✈é'],
    ['/ws?userId=a=b', 'a=b'],
    ['/ws?userId=a.*>b', 'a.*>b'],
    ['/ws?userId=%EF%BF%BD', '\ufffd'],
  ])('%s: %j', (url, userId) => {
    expect(userIdOf(url)).toBe(userId);
  });

  test.each([
    ['%', /broken/],
    ['%E2%9C', /broken/],
    ['%FF', /broken/],
    ['%zz', /broken/],
    ['%C0%80', /broken/],
    ['%ED%A0%80', /broken/],
    ['\u00e9', /not percent-encoded/],
    ['a&userId=b', /given twice/],
  ])('refuses userId=%s', (value, fault) => {
    expect(readQuery(`/ws?userId=${value}`).fault).toMatch(fault);
  });

  test('any well-formed name comes through both usual encoders, and no two names become one', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(name, (userId) => {
        expect(userIdOf(`/ws?userId=${encodeURIComponent(userId)}`)).toBe(userId);
        expect(userIdOf(`/ws?${new URLSearchParams({ userId }).toString()}`)).toBe(userId);
      }),
    );
  });

  test('never throws on any address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (url) => {
        const query = readQuery(`/ws?${url}`);
        expect(query.fault === undefined).toBe('values' in query);
      }),
    );
  });
});

test.each([
  ['/ws?userId=a', '/ws'],
  ['/ws', '/ws'],
  ['/ws/chat?a?b', '/ws/chat'],
])('pathOf(%s)', (url, path) => {
  expect(pathOf(url)).toBe(path);
});
