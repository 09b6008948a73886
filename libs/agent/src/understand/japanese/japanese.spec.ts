import { japaneseReference } from './wishes.js';
import { isoOf } from '../dates/calendar.js';
import { japanesePlaceAt } from './names.js';
import { japaneseNumber } from './numbers.js';
import { readJapanese } from './recognise.js';

const today = '2026-11-21';

describe('numbers', () => {
  test.each([
    ['20万', 200_000],
    ['三十五', 35],
    ['1万5千', 15_000],
    ['十', 10],
    ['二百', 200],
    ['1,500', 1500],
    ['1.5万', 15_000],
    ['円', undefined],
  ])('%s', (text, value) => expect(japaneseNumber(text)).toBe(value));
});

describe('places', () => {
  test.each([
    ['東京', 'Tokyo'],
    ['パリ', 'Paris'],
    ['ニューヨーク', 'New York'],
    ['ホーチミン', 'Ho Chi Minh City'],
    ['イタリア', 'Italy'],
  ])('%s', (text, name) => expect(japanesePlaceAt(text, 0)?.places[0]?.name).toBe(name));

  test('take the longest name', () => expect(japanesePlaceAt('バリ島へ', 0)?.name).toBe('バリ島'));

  test('have their part in the trip', () => {
    const { places } = readJapanese('東京から京都へ', today);
    expect(places.map(({ name, role }) => [name, role])).toEqual([
      ['東京', 'origin'],
      ['京都', 'destination'],
    ]);
  });
});

describe('dates, lengths, money, people', () => {
  const when = (text: string): string =>
    readJapanese(text, today)
      .dates.map(({ start, end, window }) =>
        window
          ? `[${isoOf(window.from)}..${isoOf(window.to)}]`
          : `${isoOf(start ?? 0)}..${end === undefined ? '' : isoOf(end)}`,
      )
      .join(' ');

  test.each([
    ['12月15日から22日まで', '2026-12-15..2026-12-22'],
    ['12月30日から1月3日', '2026-12-30..2027-01-03'],
    ['2025年3月3日', '2025-03-03..'],
    ['来年3月', '[2027-03-01..2027-03-31]'],
    ['5月上旬', '[2027-05-01..2027-05-10]'],
    ['明日', '2026-11-22..'],
    ['来週末', '2026-11-28..2026-11-29'],
    ['来月', '[2026-12-01..2026-12-31]'],
    ['来年のゴールデンウィーク', '[2027-04-29..2027-05-05]'],
    ['13月40日', ''],
  ])('%s', (text, expected) => expect(when(text)).toBe(expected));

  test.each([
    ['3泊4日', [{ nights: 3, days: 4 }]],
    ['5日間', [{ days: 5 }]],
    ['2週間', [{ days: 14 }]],
  ])('%s', (text, expected) => expect(readJapanese(text, today).durations).toMatchObject(expected));

  test.each([
    ['予算は20万円', { amount: 200_000, currency: 'JPY', bound: 'max' }],
    ['約30万円', { amount: 300_000, bound: 'about' }],
    ['1人5万円以内', { amount: 50_000, scope: 'per_person' }],
    ['500ドル', { amount: 500, currency: 'USD' }],
  ])('%s', (text, expected) => expect(readJapanese(text, today).money[0]).toMatchObject(expected));

  test.each([
    ['大人2人と子供1人', { adults: 2, children: 1 }],
    ['4人', { adults: 4, children: 0 }],
    ['夫婦で', { adults: 2, children: 0 }],
    ['一人旅', { adults: 1, children: 0 }],
  ])('%s', (text, expected) => expect(readJapanese(text, today).travellers).toEqual(expected));

  test('nothing said is nothing read', () => {
    expect(readJapanese('こんにちは', today)).toEqual({
      places: [],
      dates: [],
      durations: [],
      money: [],
      travellers: undefined,
    });
  });
});

describe('options that were shown', () => {
  test.each<[string, number | undefined]>([
    ['プラン2がいいです', 1],
    ['案３でお願いします', 2],
    ['三番目にします', 2],
    ['東京プラン3日間でお願いします', undefined],
    ['旅行プラン2人で京都', undefined],
    ['プラン1週間で考えて', undefined],
    ['プラン3泊', undefined],
    ['プラン2万円以内', undefined],
    ['プラン2名', undefined],
    ['プラン12', undefined],
  ])('%s', (text, option) => expect(japaneseReference(text, 3)?.option).toBe(option));

  test('nothing is chosen when nothing was shown', () =>
    expect(japaneseReference('プラン2がいいです', 0)).toBeUndefined());
});
