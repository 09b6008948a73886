import fc from 'fast-check';
import { dayIn, orthodoxEaster } from '../data/calendars.js';
import { easterSunday, holidays } from '../data/holidays.js';
import { readSource } from '../text/source.js';
import { isoOf, partsOf, weekdayOf } from './calendar.js';
import { recogniseDates } from './recognise.js';

/** Dates of a text said on Saturday 21 November 2026, as `start..end` or `[from..to]`. */
const dates = (text: string, language = 'en'): string[] =>
  recogniseDates(readSource(text, '2026-11-21', 'en-US', language)).map(({ start, end, window }) =>
    window
      ? `[${isoOf(window.from)}..${isoOf(window.to)}]`
      : `${start === undefined ? '' : isoOf(start)}..${end === undefined ? '' : isoOf(end)}`,
  );

describe('feasts of other calendars', () => {
  test.each([
    ['during Ramadan', '[2027-02-08..2027-03-08]'],
    ['over Eid', '[2027-03-09..2027-03-11]'],
    ['for Diwali', '[2027-10-27..2027-10-31]'],
    ['over Hanukkah', '[2026-12-04..2026-12-12]'],
    ['for Lunar New Year', '[2027-02-06..2027-02-12]'],
    ['over Orthodox Easter', '[2027-04-30..2027-05-03]'],
    ['for Songkran', '[2027-04-13..2027-04-15]'],
    ['over Feb half term', '[2027-02-13..2027-02-21]'],
  ])('%s', (text, expected) => expect(dates(text)).toEqual([expected]));

  test('Orthodox Easter is a Sunday, never before the Western one, and at most five weeks after it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2099 }), (year) => {
        const [west, east] = [easterSunday(year), orthodoxEaster(year)];
        expect(weekdayOf(east)).toBe(7);
        expect(east - west).toBeGreaterThanOrEqual(0);
        expect(east - west).toBeLessThanOrEqual(35);
      }),
    );
  });

  test.each([2024, 2027, 2031, 2050])('every feast of %i lies in that year', (year) => {
    for (const holiday of holidays) expect(partsOf(holiday.day(year)).y).toBe(year);
  });

  test('a date of another calendar is found once a year at least', () =>
    expect(isoOf(dayIn('hebrew', 'Kislev 25', 2026))).toBe('2026-12-05'));
});

describe('beside and between feasts', () => {
  test.each([
    ['between Christmas and New Year', 'en', '[2026-12-26..2027-01-01]'],
    ['between xmas and nye', 'en', '[2026-12-26..2026-12-31]'],
    ['zwischen Weihnachten und Neujahr', 'de', '[2026-12-26..2027-01-01]'],
    ['entre Noël et le jour de l’an', 'fr', '[2026-12-26..2027-01-01]'],
    ['entre o Natal e o Ano Novo', 'pt', '[2026-12-26..2027-01-01]'],
    ['after New Year’s', 'en', '[2027-01-02..2027-01-31]'],
    ['kurz nach Neujahr', 'de', '[2027-01-02..2027-01-08]'],
    ['après le Nouvel An', 'fr', '[2027-01-02..2027-01-31]'],
    ['después de Año Nuevo', 'es', '[2027-01-02..2027-01-31]'],
    ['right after Eid', 'en', '[2027-03-12..2027-03-18]'],
    ['Pinksterweekend', 'nl', '2027-05-15..2027-05-17'],
    ['Easter weekend', 'en', '2027-03-26..2027-03-29'],
  ])('%s', (text, language, expected) => expect(dates(text, language)).toEqual([expected]));
});

describe('quarters', () => {
  test.each([
    ['in Q2', 'en', '[2027-04-01..2027-06-30]'],
    ['Q1 2028', 'en', '[2028-01-01..2028-03-31]'],
    ['in q4', 'en', '[2026-11-21..2026-12-31]'],
    ['the third quarter', 'en', '[2027-07-01..2027-09-30]'],
    ['im zweiten Quartal', 'de', '[2027-04-01..2027-06-30]'],
    ['au deuxième trimestre', 'fr', '[2027-04-01..2027-06-30]'],
  ])('%s', (text, language, expected) => expect(dates(text, language)).toEqual([expected]));

  test.each(['Q5', 'Q 2', 'Q2x'])('%s is none', (text) => expect(dates(text)).toEqual([]));
});

test('a day without month is of the month named just before', () =>
  expect(dates('am 7. Juni hin und am 14. zurück', 'de')).toEqual(['2027-06-07..2027-06-14']));

test('the first week of a month that is over is that of next year', () =>
  expect(dates('la primera semana de noviembre', 'es')).toEqual(['[2027-11-01..2027-11-07]']));
