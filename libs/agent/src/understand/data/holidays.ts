import { feasts } from './feasts.js';
import { type Holiday } from './holiday.js';
import { type Day, dayOf, daysInMonth, onOrAfter, partsOf, weekdayOf } from '../dates/calendar.js';

/** Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}

/** The `n`th weekday of a month; counted from the end when negative. */
export function nthWeekday(year: number, month: number, weekday: number, n: number): Day {
  if (n > 0) return onOrAfter(dayOf(year, month, 1), weekday) + (n - 1) * 7;
  const last = dayOf(year, month, daysInMonth(year, month));
  return last - ((weekdayOf(last) - weekday + 7) % 7) + (n + 1) * 7;
}

const fixed = (month: number, day: number) => (year: number) => dayOf(year, month, day);

export const holidays: Holiday[] = [
  ...feasts,
  {
    names:
      'christmas|xmas|x mas|christmas holidays|christmas break|holiday season|christmas time|christmastime|the holidays|weihnachten|noel|navidad|navidades|natale|natal|kerst|kerstmis|クリスマス',
    day: fixed(12, 25),
    around: [2, 2],
  },
  {
    names: 'christmas day|1. weihnachtstag|erster weihnachtstag|eerste kerstdag',
    day: fixed(12, 25),
    around: [0, 0],
  },
  {
    names: 'christmas eve|heiligabend|nochebuena|vigilia di natale|veille de noel',
    day: fixed(12, 24),
    around: [0, 0],
  },
  { names: 'boxing day|st stephens day', day: fixed(12, 26), around: [0, 0] },
  {
    names:
      'new years eve|new year’s eve|nye|silvester|nochevieja|capodanno|reveillon|saint sylvestre|oud en nieuw|大晦日',
    day: fixed(12, 31),
    around: [1, 2],
  },
  {
    names:
      'new year|new years|new year’s|new years day|new year’s day|neujahr|nouvel an|jour de l an|jour de l’ an|ano nuevo|ano novo|nieuwjaar|お正月|正月',
    day: fixed(1, 1),
    around: [2, 1],
  },
  {
    names: 'valentines day|valentine’s day|valentines|san valentin|saint valentin',
    day: fixed(2, 14),
    around: [0, 0],
  },
  {
    names: 'st patricks day|saint patrick’s day|st paddys day|st pattys day',
    day: fixed(3, 17),
    around: [0, 0],
  },
  {
    names: 'easter|ostern|paques|pascua|pasqua|pascoa|pasen',
    day: easterSunday,
    around: [2, 1],
    weekends: 'osterwochenende|paasweekend',
  },
  { names: 'easter sunday|ostersonntag', day: easterSunday, around: [0, 0] },
  { names: 'easter monday|ostermontag|pasquetta', day: (y) => easterSunday(y) + 1, around: [0, 0] },
  {
    names: 'good friday|karfreitag|vendredi saint|viernes santo',
    day: (y) => easterSunday(y) - 2,
    around: [0, 0],
  },
  { names: 'holy week|semana santa', day: (y) => easterSunday(y) - 7, around: [0, 7] },
  { names: 'mardi gras|fat tuesday|shrove tuesday', day: (y) => easterSunday(y) - 47, around: [0, 0] },
  {
    names: 'carnival|karneval|fasching|carnaval|carnevale',
    day: (y) => easterSunday(y) - 47,
    around: [4, 0],
    weekends: 'karnevalswochenende|faschingswochenende|carnavalsweekend',
  },
  {
    names: 'ascension day|ascension|himmelfahrt|hemelvaart',
    day: (y) => easterSunday(y) + 39,
    around: [0, 3],
    weekends: 'himmelfahrtswochenende|hemelvaartsweekend|hemelvaartweekend',
  },
  {
    names: 'pentecost|whitsun|pfingsten|pentecote|pinksteren|pentecostes|pentecoste',
    day: (y) => easterSunday(y) + 49,
    around: [1, 1],
    weekends: 'pfingstwochenende|pinksterweekend',
  },
  { names: 'mlk day|martin luther king day|mlk weekend', day: (y) => nthWeekday(y, 1, 1, 3), around: [2, 0] },
  {
    names: 'presidents day|president’s day|washingtons birthday',
    day: (y) => nthWeekday(y, 2, 1, 3),
    around: [2, 0],
  },
  { names: 'mothers day|mother’s day', day: (y) => nthWeekday(y, 5, 7, 2), around: [1, 0] },
  { names: 'memorial day', day: (y) => nthWeekday(y, 5, 1, -1), around: [2, 0] },
  { names: 'juneteenth', day: fixed(6, 19), around: [0, 0] },
  { names: 'fathers day|father’s day', day: (y) => nthWeekday(y, 6, 7, 3), around: [1, 0] },
  { names: 'canada day', day: fixed(7, 1), around: [0, 0] },
  {
    names: 'independence day|4th of july|fourth of july|july 4th|july fourth',
    day: fixed(7, 4),
    around: [0, 0],
  },
  { names: 'bastille day', day: fixed(7, 14), around: [0, 0] },
  { names: 'ferragosto|assumption day', day: fixed(8, 15), around: [0, 0] },
  { names: 'labor day|labour day', day: (y) => nthWeekday(y, 9, 1, 1), around: [2, 0] },
  { names: 'oktoberfest', day: (y) => nthWeekday(y, 10, 7, 1) - 15, around: [0, 15] },
  { names: 'columbus day|indigenous peoples day', day: (y) => nthWeekday(y, 10, 1, 2), around: [2, 0] },
  { names: 'halloween', day: fixed(10, 31), around: [0, 0] },
  { names: 'veterans day', day: fixed(11, 11), around: [0, 0] },
  { names: 'thanksgiving|thanksgiving break', day: (y) => nthWeekday(y, 11, 4, 4), around: [1, 3] },
  { names: 'thanksgiving day', day: (y) => nthWeekday(y, 11, 4, 4), around: [0, 0] },
  { names: 'black friday', day: (y) => nthWeekday(y, 11, 4, 4) + 1, around: [0, 0] },
  { names: 'golden week|ゴールデンウィーク', day: fixed(4, 29), around: [0, 6] },
  { names: 'obon|お盆', day: fixed(8, 13), around: [0, 3] },
  { names: 'cherry blossom season|sakura season', day: fixed(3, 25), around: [0, 15] },
  { names: 'spring break', day: (y) => nthWeekday(y, 3, 1, 2), around: [2, 12] },
  { names: 'summer holidays|summer break|summer vacation', day: fixed(7, 1), around: [0, 61] },
  { names: 'winter break|winter holidays', day: fixed(12, 20), around: [0, 14] },
  {
    names: 'february half term|feb half term',
    day: (y) => nthWeekday(y, 2, 1, 3),
    around: [2, 6],
  },
  { names: 'may half term', day: (y) => nthWeekday(y, 5, 1, -1), around: [2, 6] },
  {
    names: 'october half term|oct half term|autumn half term',
    day: (y) => nthWeekday(y, 10, 1, -1),
    around: [2, 6],
  },
  { names: 'fall break|autumn break', day: (y) => nthWeekday(y, 10, 1, 2), around: [2, 6] },
];

/** The next occurrence that is not over on `today`, or that of `year`. */
export function nextHoliday(holiday: Holiday, today: Day, year?: number): Day {
  if (year !== undefined) return holiday.day(year);
  const first = partsOf(today).y;
  for (const candidate of [first - 1, first]) {
    const day = holiday.day(candidate);
    if (day + holiday.around[1] >= today) return day;
  }
  return holiday.day(first + 1);
}
