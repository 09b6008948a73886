import fc from 'fast-check';
import { easterSunday, holidays, nextHoliday, nthWeekday } from '../data/holidays.js';
import { readSource } from '../text/source.js';
import {
  addMonths,
  dayFromIso,
  daysInMonth,
  isoOf,
  mondayOf,
  onOrAfter,
  partsOf,
  realDay,
  seasonRange,
  weekdayOf,
} from './calendar.js';
import { recogniseDates } from './recognise.js';
import { recogniseDurations } from './durations.js';
import { weekendOf } from './holiday.js';

const today = '2026-11-21';
const day = (iso: string): number => dayFromIso(iso) ?? NaN;

/** Dates of a text as `start..end` or `[from..to]`. */
function dates(
  text: string,
  options: { language?: string; locale?: string; today?: string; asked?: string } = {},
): string[] {
  const { language = 'en', locale = 'en-US', asked } = options;
  const source = readSource(text, options.today ?? today, locale, language, asked);
  return recogniseDates(source).map(({ start, end, window }) =>
    window
      ? `[${isoOf(window.from)}..${isoOf(window.to)}]`
      : `${start === undefined ? '' : isoOf(start)}..${end === undefined ? '' : isoOf(end)}`,
  );
}

describe('calendar', () => {
  const days = fc.integer({ min: day('1900-01-01'), max: day('2200-01-01') });

  test('ISO dates and days are one to one', () => {
    fc.assert(fc.property(days, (value) => dayFromIso(isoOf(value)) === value));
  });

  test('a month later is in the next month', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -30, max: 30 }), (value, months) => {
        const before = partsOf(value);
        const after = partsOf(addMonths(value, months));
        expect(after.y * 12 + after.m - (before.y * 12 + before.m)).toBe(months);
        expect(after.d).toBe(Math.min(before.d, daysInMonth(after.y, after.m)));
      }),
    );
  });

  test('weeks begin on Monday', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 7 }), (value, weekday) => {
        expect(weekdayOf(mondayOf(value))).toBe(1);
        const next = onOrAfter(value, weekday);
        expect(weekdayOf(next)).toBe(weekday);
        expect(next - value).toBeGreaterThanOrEqual(0);
        expect(next - value).toBeLessThan(7);
      }),
    );
  });

  test.each(['2026-02-30', '2026-13-01', '26-01-01', 'x', ''])('%j is no date', (iso) => {
    expect(dayFromIso(iso)).toBeUndefined();
  });

  test('leap days are real in leap years only', () => {
    expect(realDay(2028, 2, 29)).toBe(day('2028-02-29'));
    expect(realDay(2027, 2, 29)).toBeUndefined();
  });

  test('winter runs over the year', () => {
    expect(isoOf(seasonRange(2026, 3).to)).toBe('2027-02-28');
  });
});

describe('holidays', () => {
  // Easter Sundays as published by the Astronomical Applications Department of the U.S. Naval Observatory.
  test.each(['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16', '2038-04-25'])(
    'Easter %s',
    (iso) => {
      expect(isoOf(easterSunday(Number(iso.slice(0, 4))))).toBe(iso);
    },
  );

  test.each([
    ['thanksgiving', '2026-11-26'],
    ['labor day', '2027-09-06'],
    ['memorial day', '2027-05-31'],
    ['christmas', '2026-12-25'],
    ['chinese new year', '2027-02-06'],
    ['mardi gras', '2027-02-09'],
    ['oktoberfest', '2027-09-18'],
  ])('the next %s is on %s', (name, iso) => {
    const holiday = holidays.find(({ names }) => names.split('|').includes(name));
    expect(holiday && isoOf(nextHoliday(holiday, day(today)))).toBe(iso);
  });

  test('a weekday of the month can be counted from both ends', () => {
    expect(isoOf(nthWeekday(2026, 11, 4, 4))).toBe('2026-11-26');
    expect(isoOf(nthWeekday(2027, 5, 1, -1))).toBe('2027-05-31');
  });
});

describe('dates in English', () => {
  test.each([
    ['on December 24th and on January 2nd', ['2026-12-24..', '2027-01-02..']],
    ['November 5', ['2027-11-05..']],
    ['November 5, 2024', ['2024-11-05..']],
    ['today', ['2026-11-21..']],
    ['24/7', []],
    ['3/4 day', []],
    ['12-15', []],
    ['version 1.2.3', []],
    ['31/2', []],
    ['Feb 29', ['2027-02-28..']],
    ['the first', []],
    ['May the force be with you', []],
    ['we may go', []],
    ['sat on the sun deck', []],
    ['in the spring', ['[2027-03-01..2027-05-31]']],
    ['hot springs', []],
    ['fall in love', []],
    ['Easter Island', []],
    ['Christmas markets', []],
    ['the weekend before Christmas', ['2026-12-19..2026-12-20']],
    ['the day after Thanksgiving', ['2026-11-27..']],
    ['next Christmas', ['[2026-12-23..2026-12-27]']],
    ['last week of March', ['[2027-03-25..2027-03-31]']],
    ['from Dec 30 to Jan 2, 2028', ['2027-12-30..2028-01-02']],
    ['10-12 March', ['2027-03-10..2027-03-12']],
    ['March 10–12', ['2027-03-10..2027-03-12']],
    ["'27", []],
  ])('%s', (text, expected) => expect(dates(text)).toEqual(expected));

  test('on a Wednesday, this and next Friday are a week apart', () => {
    expect(dates('this Friday', { today: '2026-11-18' })).toEqual(['2026-11-20..']);
    expect(dates('next Friday', { today: '2026-11-18' })).toEqual(['2026-11-27..']);
  });

  test.each([
    ['en-US', '2027-03-04..'],
    ['en-GB', '2027-04-03..'],
    ['en-AU', '2027-04-03..'],
    ['', '2027-03-04..'],
  ])('3/4/2027 under %j', (locale, expected) => expect(dates('3/4/2027', { locale })).toEqual([expected]));

  test('bare numbers are days where dates were asked for', () => {
    expect(dates('15 to 22', { asked: 'dates' })).toEqual(['2026-12-15..2026-12-22']);
    expect(dates('15 to 22')).toEqual([]);
  });
});

describe('dates in other languages', () => {
  test.each([
    ['de', 'vom 15. bis 22. Dezember', '2026-12-15..2026-12-22'],
    ['de', '15.12. - 22.12.', '2026-12-15..2026-12-22'],
    ['de', 'Mitte Juni', '[2027-06-11..2027-06-20]'],
    ['de', 'übernächstes Wochenende', '2026-12-05..2026-12-06'],
    ['fr', 'du 15 au 22 décembre', '2026-12-15..2026-12-22'],
    ['fr', 'la semaine prochaine', '[2026-11-23..2026-11-29]'],
    ['es', 'del 15 al 22 de diciembre', '2026-12-15..2026-12-22'],
    ['es', 'el lunes que viene', '2026-11-23..'],
    ['it', 'dal 15 al 22 dicembre', '2026-12-15..2026-12-22'],
    ['it', 'a metà ottobre', '[2027-10-11..2027-10-20]'],
    ['pt', 'de 15 a 22 de dezembro', '2026-12-15..2026-12-22'],
    ['pt', 'amanhã', '2026-11-22..'],
    ['nl', 'van 15 tot 22 december', '2026-12-15..2026-12-22'],
    ['nl', '15 t/m 22 december', '2026-12-15..2026-12-22'],
  ])('%s: %s', (language, text, expected) => expect(dates(text, { language })).toEqual([expected]));
});

describe('lengths', () => {
  const lengths = (text: string, asked?: string): string[] =>
    recogniseDurations(readSource(text, today, 'en-US', 'en', asked)).map(({ days, nights }) =>
      days === undefined ? `${nights}n` : `${days}d`,
    );

  test.each([
    ['5 days', ['5d']],
    ['a five-day trip', ['5d']],
    ['two weeks', ['14d']],
    ['10 nights', ['10n']],
    ['5 to 7 days', ['7d']],
    ['4 days and 3 nights', ['4d', '3n']],
    ['4 days in Rome and 3 in Florence', ['4d', '3d']],
    ['48 hours', ['2d']],
    ['$150 a night', []],
    ['a day trip to Nara', []],
    ['two days before', []],
    ['500 days', []],
    ['my 6 year old', []],
  ])('%s', (text, expected) => expect(lengths(text)).toEqual(expected));

  test('a bare number is a length where that was asked for', () => {
    expect(lengths('about 6', 'length')).toEqual(['6d']);
    expect(lengths('about 6')).toEqual([]);
  });
});

describe('what only looks like a date or a length', () => {
  test.each(['our 25th anniversary', 'her 40th birthday', 'for the 2nd time', 'the 3rd floor'])(
    '%s',
    (text) => {
      expect(dates(text)).toEqual([]);
    },
  );

  test.each(['a baby of 10 months', 'our baby is with us, 10 months old', 'baby 8 weeks'])('%s', (text) => {
    expect(recogniseDurations(readSource(text, today, 'en-US', 'en'))).toEqual([]);
  });
});

test('the weekend of a holiday on a Tuesday is the one before it', () => {
  const mardiGras = day('2027-02-09');
  expect(weekendOf(mardiGras)).toEqual({ from: day('2027-02-06'), to: day('2027-02-07') });
});
