import { dayOf } from '../dates/calendar.js';
import { dayIn, fromTable, orthodoxEaster, weekdayFrom } from './calendars.js';
import { type Holiday } from './holiday.js';

/**
 * Diwali (Lakshmi Puja) and Holi from 2024 on, month and day, as the Government of India lists them among its holidays
 * (later years from the dates of the new and full moon they fall on).
 */
const diwali =
  '1031 1020 1108 1029 1017 1105 1026 1114 1102 1022 1110 1030 1018 1107 1027 1017 1104 1025 1112'.split(' ');
const holi =
  '0325 0314 0304 0322 0311 0301 0320 0309 0327 0316 0305 0324 0312 0302 0321 0311 0329 0318 0306'.split(' ');

/**
 * First day of the Chinese lunar year from 2024 on, month and day (Hong Kong Observatory, Gregorian-Lunar Calendar
 * Conversion Table).
 */
const lunarNewYears =
  '0210 0129 0217 0206 0126 0213 0203 0123 0211 0131 0219 0208 0128 0215 0204 0124 0212 0201 0122'.split(' ');

const fixed = (month: number, day: number) => (year: number) => dayOf(year, month, day);

/** Feasts of other calendars, and those known by their own names abroad. */
export const feasts: Holiday[] = [
  {
    names:
      'chinese new year|lunar new year|spring festival|tet|seollal|losar|chinesisches neujahr|chinesischen neujahr|nouvel an chinois|nouvel an lunaire|año nuevo chino|año nuevo lunar|capodanno cinese|ano novo chinês|ano novo lunar|chinees nieuwjaar|春節|旧正月',
    day: (year) => fromTable(2024, lunarNewYears, year),
    around: [0, 6],
  },
  {
    names: 'ramadan|ramadhan|ramazan|ramadán|ramadã|ラマダン',
    day: (year) => dayIn('islamic-umalqura', '9 1', year),
    around: [0, 28],
  },
  {
    names:
      'eid|eid al fitr|eid ul fitr|id al fitr|aïd el fitr|aid el fitr|end of ramadan|zuckerfest|suikerfeest|ramazan bayrami|hari raya|lebaran',
    day: (year) => dayIn('islamic-umalqura', '10 1', year),
    around: [0, 2],
  },
  {
    names:
      'eid al adha|eid ul adha|id al adha|bakrid|aïd el kebir|aid el kebir|aïd el adha|kurban bayrami|opferfest|offerfeest|fiesta del cordero|tabaski',
    day: (year) => dayIn('islamic-umalqura', '12 10', year),
    around: [0, 3],
  },
  {
    names: 'hanukkah|chanukah|hanukka|chanukka|hanouka|januca|januká',
    day: (year) => dayIn('hebrew', 'Kislev 25', year),
    around: [1, 7],
  },
  {
    names: 'passover|pesach|pessach|pessah|pésaj',
    day: (year) => dayIn('hebrew', 'Nisan 15', year),
    around: [1, 6],
  },
  {
    names: 'rosh hashanah|rosch haschana|jewish new year',
    day: (year) => dayIn('hebrew', 'Tishri 1', year),
    around: [1, 1],
  },
  { names: 'yom kippur|jom kippur', day: (year) => dayIn('hebrew', 'Tishri 10', year), around: [0, 0] },
  { names: 'sukkot', day: (year) => dayIn('hebrew', 'Tishri 15', year), around: [0, 6] },
  {
    names: 'diwali|deepavali|divali|diwali festival',
    day: (year) => fromTable(2024, diwali, year),
    around: [2, 2],
  },
  { names: 'holi|holi festival', day: (year) => fromTable(2024, holi, year), around: [1, 0] },
  { names: 'songkran|songkran festival|thai new year', day: fixed(4, 13), around: [0, 2] },
  { names: 'nowruz|norooz|persian new year', day: fixed(3, 20), around: [0, 3] },
  {
    names:
      'mid autumn festival|moon festival|mooncake festival|chuseok|mondfest|fête de la lune|中秋節|中秋の名月',
    day: (year) => dayIn('chinese', '8 15', year),
    around: [1, 1],
  },
  {
    names:
      'orthodox easter|greek easter|orthodoxe ostern|orthodoxes ostern|pâques orthodoxe|pascua ortodoxa|pasqua ortodossa|páscoa ortodoxa',
    day: orthodoxEaster,
    around: [2, 1],
  },
  { names: 'day of the dead|día de muertos|día de los muertos', day: fixed(11, 2), around: [2, 0] },
  { names: 'midsummer|midsommar|juhannus', day: (year) => weekdayFrom(year, 6, 19, 5), around: [0, 2] },
  { names: 'kings day|king’s day|koningsdag|königstag', day: fixed(4, 27), around: [1, 0] },
  { names: 'san fermin|running of the bulls|sanfermines', day: fixed(7, 6), around: [0, 8] },
  { names: 'inti raymi', day: fixed(6, 24), around: [0, 0] },
];
