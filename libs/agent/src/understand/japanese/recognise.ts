import { type TripDates, type Travellers } from '@travellite/protocol';
import { type DateSpan } from '../dates/recognise.js';
import {
  addMonths,
  type Day,
  dayFromIso,
  monthRange,
  mondayOf,
  partsOf,
  realDay,
  seasonRange,
} from '../dates/calendar.js';
import { type DurationSpan } from '../dates/durations.js';
import { holidays, nextHoliday } from '../data/holidays.js';
import { type MoneySpan } from '../money/recognise.js';
import { type Role } from '../assemble/roles.js';
import { type Place } from '../places/place.js';
import { japanesePlaceAt } from './names.js';
import { japaneseNumber } from './numbers.js';

/** What a Japanese message says, with positions in its text instead of tokens. */
export interface JapaneseReading {
  places: { at: number; name: string; places: Place[]; role: Role }[];
  dates: DateSpan[];
  durations: DurationSpan[];
  money: MoneySpan[];
  travellers?: Travellers;
}

/** Digits or kanji; longer runs are no number anybody means. */
const number = '[0-9一二三四五六七八九十百千万,.]{1,12}';
const pattern = (body: string): RegExp => new RegExp(body.replaceAll('N', `(${number})`), 'gu');

const originAfter = /^(?:市|県|都)?(?:から|発|出発)/u;

/** Places with their part in the trip: から follows where it begins. */
function readPlaces(text: string): JapaneseReading['places'] {
  const found: JapaneseReading['places'] = [];
  for (let at = 0; at < text.length;) {
    const hit = japanesePlaceAt(text, at);
    if (!hit) {
      at += 1;
      continue;
    }
    const rest = text.slice(at + hit.name.length, at + hit.name.length + 6);
    found.push({ at, ...hit, role: originAfter.test(rest) ? 'origin' : 'destination' });
    at += hit.name.length;
  }
  return found;
}

interface Found<T> {
  at: number;
  to: number;
  value: T;
}

function* matches<T>(
  text: string,
  expression: RegExp,
  read: (match: RegExpExecArray) => T | undefined,
): Generator<Found<T>> {
  for (const match of text.matchAll(expression)) {
    const value = read(match);
    if (value !== undefined) yield { at: match.index, to: match.index + match[0].length, value };
  }
}

const value = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : japaneseNumber(text);

const fullDate = pattern(
  '(?:(\\d{4})年)?(?:(来年|今年)の?)?N月N日(?:\\s*(?:から|~|-|〜|より)\\s*(?:(\\d{4})年)?(?:N月)?N日)?',
);

function nextDay(today: Day, m: number, d: number, year?: number): Day | undefined {
  if (year !== undefined) return realDay(year, m, d);
  const { y } = partsOf(today);
  const day = realDay(y, m, d);
  return day !== undefined && day >= today ? day : realDay(y + 1, m, d);
}

function readDate(match: RegExpExecArray, today: Day): Pick<DateSpan, 'start' | 'end'> | undefined {
  const [, y, relative, m, d, , m2, d2] = match;
  const year = y ? Number(y) : relative === '来年' ? partsOf(today).y + 1 : undefined;
  const month = value(m) ?? 0;
  const start = nextDay(today, month, value(d) ?? 0, year);
  if (start === undefined) return undefined;
  const last = value(d2);
  if (last === undefined) return { start };
  return { start, end: nextDay(start, value(m2) ?? month, last, undefined) };
}

const monthOnly = pattern(
  '(?:(\\d{4})年)?(?:(来年|今年)の?)?N月(?![0-9一二三四五六七八九十]{1,4}日)の?(上旬|中旬|下旬|初め|末|半ば)?',
);
const dayOfMonth = pattern('(来月|今月|再来月)の?N日(?!間)(?:\\s*(?:から|~|-|〜|より)\\s*N日(?!間))?');

/** 「来月の10日」「来月10日から13日」. */
function readDayOfMonth(match: RegExpExecArray, today: Day): Pick<DateSpan, 'start' | 'end'> | undefined {
  const [, which, d, d2] = match;
  const ahead = { 今月: 0, 来月: 1, 再来月: 2 }[which ?? ''] ?? 0;
  const { y, m } = partsOf(addMonths(today - partsOf(today).d + 1, ahead));
  const start = realDay(y, m, value(d) ?? 0);
  const end = d2 === undefined ? undefined : realDay(y, m, value(d2) ?? 0);
  return start === undefined ? undefined : { start, ...(end === undefined ? {} : { end }) };
}

const seasonOnly = /(来年の?)?(春|夏|秋|冬)(?:休み)?(?:に|の|、|頃|ごろ|は|から)/gu;

/** 「夏に」「来年の春に」. */
function readSeason(match: RegExpExecArray, today: Day): Pick<DateSpan, 'window'> | undefined {
  const season = '春夏秋冬'.indexOf(match[2] ?? '');
  const { y } = partsOf(today);
  const range = [match[1] ? y + 1 : y - 1, match[1] ? y + 1 : y, y + 1]
    .map((year) => seasonRange(year, season))
    .find(({ to }) => to >= today);
  return range && { window: { from: Math.max(today, range.from), to: range.to } };
}

const parts = { 上旬: 'early', 初め: 'early', 中旬: 'mid', 半ば: 'mid', 下旬: 'late', 末: 'late' } as const;

function readMonth(match: RegExpExecArray, today: Day): Pick<DateSpan, 'window'> | undefined {
  const m = value(match[3]);
  if (m === undefined || m < 1 || m > 12) return undefined;
  const now = partsOf(today);
  const rolled = m < now.m ? now.y + 1 : now.y;
  const y = match[1] ? Number(match[1]) : match[2] === '来年' ? now.y + 1 : rolled;
  const part = parts[match[4] as keyof typeof parts];
  const range = monthRange(y, m, part);
  return { window: { from: match[1] ? range.from : Math.max(range.from, today), to: range.to } };
}

const relative = /明後日|あさって|明日|あした|今日|再来週|来週末|今週末|週末|来週|来月|今月/gu;

function readRelative(
  word: string,
  today: Day,
): Pick<DateSpan, 'start' | 'end' | 'window' | 'stay'> | undefined {
  const monday = mondayOf(today);
  if (/明後日|あさって/.test(word)) return { start: today + 2 };
  if (/明日|あした/.test(word)) return { start: today + 1 };
  if (word === '今日') return { start: today };
  if (word === '来週末') return { start: monday + 12, end: monday + 13, stay: true };
  if (word.endsWith('週末')) return { start: Math.max(today, monday + 5), end: monday + 6, stay: true };
  if (word === '来週') return { window: { from: monday + 7, to: monday + 13 } };
  if (word === '再来週') return { window: { from: monday + 14, to: monday + 20 } };
  const { y, m } = partsOf(today);
  const month = word === '来月' ? (m % 12) + 1 : m;
  const range = monthRange(month < m ? y + 1 : y, month);
  return { window: { from: Math.max(today, range.from), to: range.to } };
}

/** Holidays by their Japanese names. */
const festivals = holidays
  .flatMap((holiday) => holiday.names.split('|').map((name) => ({ name, holiday })))
  .filter(({ name }) => /[\u3040-\u30ff\u4e00-\u9fff]/.test(name));
const festival = new RegExp(`(来年の)?(${festivals.map(({ name }) => name).join('|')})`, 'gu');

function readFestival(match: RegExpExecArray, today: Day): Pick<DateSpan, 'window' | 'feast'> | undefined {
  const holiday = festivals.find(({ name }) => name === match[2])?.holiday;
  if (!holiday) return undefined;
  const next = nextHoliday(holiday, today, match[1] ? partsOf(today).y + 1 : undefined);
  return {
    window: { from: Math.max(today, next - holiday.around[0]), to: next + holiday.around[1] },
    feast: true,
  };
}

function readDates(text: string, today: Day): { spans: DateSpan[]; rest: string } {
  let rest = text;
  const spans: DateSpan[] = [];
  const take = (found: Found<Partial<DateSpan>>): void => {
    const said = rest.slice(found.at, found.to);
    spans.push({ kind: 'date', from: found.at, to: found.to, said, ...found.value });
  };
  const readings: [RegExp, (match: RegExpExecArray) => Partial<DateSpan> | undefined][] = [
    [fullDate, (match) => readDate(match, today)],
    [dayOfMonth, (match) => readDayOfMonth(match, today)],
    [festival, (match) => readFestival(match, today)],
    [monthOnly, (match) => readMonth(match, today)],
    [seasonOnly, (match) => readSeason(match, today)],
    [relative, (match) => readRelative(match[0], today)],
  ];
  for (const [expression, read] of readings) {
    const found = [...matches(rest, expression, read)];
    for (const one of found) take(one);
    for (const one of found) rest = rest.slice(0, one.at) + '・'.repeat(one.to - one.at) + rest.slice(one.to);
  }
  return { spans, rest };
}

const nightsDays = pattern('N泊(?:N日)?');
const daysOnly = pattern('N(日間|週間|日)(?!発|本)');

function readDurations(text: string): DurationSpan[] {
  const spans: DurationSpan[] = [];
  const add = (found: Found<{ days?: number; nights?: number }>): void => {
    spans.push({
      kind: 'duration',
      from: found.at,
      to: found.to,
      said: text.slice(found.at, found.to),
      ...found.value,
    });
  };
  for (const found of matches(text, nightsDays, ([, n, d]) => ({ nights: value(n), days: value(d) })))
    add(found);
  if (spans.length > 0) return spans;
  for (const found of matches(text, daysOnly, ([, n, unit]) => {
    const count = value(n);
    return count === undefined || count > 400 ? undefined : { days: unit === '週間' ? count * 7 : count };
  })) {
    add(found);
  }
  return spans;
}

const yen = pattern(
  '(一人(?:あたり)?|1人(?:あたり)?)?\\s*(約|およそ)?\\s*N\\s*(円|ドル|ユーロ|ポンド|元|ウォン)\\s*(以内|以下|まで|くらい|ぐらい|程度|前後)?',
);
const currencies: Record<string, string> = {
  円: 'JPY',
  ドル: 'USD',
  ユーロ: 'EUR',
  ポンド: 'GBP',
  元: 'CNY',
  ウォン: 'KRW',
};

function readMoney(text: string): MoneySpan[] {
  const spans: MoneySpan[] = [];
  for (const { at, to, value: span } of matches(text, yen, ([, each, about, n, unit, bound]) => {
    const amount = value(n);
    if (amount === undefined) return undefined;
    const near = about !== undefined || /くらい|ぐらい|程度|前後/.test(bound ?? '');
    return {
      amount,
      currency: currencies[unit ?? '円'],
      bound: near ? ('about' as const) : ('max' as const),
      scope: each === undefined ? undefined : ('per_person' as const),
    };
  })) {
    spans.push({ kind: 'money', from: at, to, said: text.slice(at, to), ...span });
  }
  return spans;
}

const adultsSaid = pattern('大人N?(?:人|名)?');
const childrenSaid = pattern('(?:子供|子ども|こども|小人)N?(?:人|名)?');
const peopleSaid = pattern('N(?:人|名)');

function readTravellers(text: string): Travellers | undefined {
  const count = (expression: RegExp): number => {
    const [first] = matches(text, expression, (match) => value(match[1]) ?? 1);
    return first?.value ?? 0;
  };
  const adults = count(adultsSaid);
  const children = count(childrenSaid);
  if (adults > 0 || children > 0) return { adults: Math.max(1, adults), children };
  if (/一人旅|ひとり旅|一人で|ひとりで/u.test(text)) return { adults: 1, children: 0 };
  if (/ふたり|二人|夫婦|妻と|夫と|彼女と|彼氏と|カップル|新婚旅行|ハネムーン/u.test(text))
    return { adults: 2, children: 0 };
  const people = count(peopleSaid);
  return people > 0 && people < 100 ? { adults: people, children: 0 } : undefined;
}

/** 「一人30万円」 says nothing about how many travel. */
const withoutMoney = (text: string): string => text.replaceAll(yen, '・');

/** Reads a Japanese message for places, dates, money and travellers. `today` is the person's day. */
export function readJapanese(text: string, today: TripDates['start']): JapaneseReading {
  const day = dayFromIso(today ?? '') ?? 0;
  const { spans, rest } = readDates(text, day);
  return {
    places: readPlaces(text),
    dates: spans,
    durations: readDurations(rest),
    money: readMoney(rest),
    travellers: readTravellers(withoutMoney(rest)),
  };
}
