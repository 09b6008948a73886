import { type Stay } from '@travellite/protocol';
import { type DayWeather } from '@travellite/travel-tools';
import { offerLines } from './offer-lines.js';

const stay = (kind: string): Stay => ({
  ...{ source: 'sample', fetchedAt: 0, sample: true, id: 's1', name: 'Haus am See', city: 'Rome', kind },
  ...{ pricePerNight: { amountMinor: 9_000, currency: 'CAD' }, roomType: 'entire_home', forbids: [] },
  ...{ minNights: 1, capacity: 2, location: { lat: 0, lng: 0 } },
});
const line = (kind: string, language: string) =>
  offerLines({ name: 'searchStays', args: {} }, [stay(kind)], language)?.lines[0]?.replaceAll(/\s/gu, ' ');

it.each([
  ['apartment', 'en', 'apartment'],
  ['apartment', 'de', 'Ferienwohnung'],
  ['guesthouse', 'it', 'pensione'],
  ['hostel', 'ja', 'ホステル'],
  ['tree_house', 'fr', 'tree house'],
  ['constructor', 'de', 'constructor'],
])('a %s is called in %s %s, and its price tells its currency', (kind, language, called) => {
  expect(line(kind, language)).toContain(called);
  expect(line(kind, language)).toMatch(/CA\$|\$CA|CAD/);
});

it.each([
  ['en', 'Lisbon: usually 14 to 24 °C'],
  ['de', 'Lissabon: '],
  ['ja', 'リスボン: '],
])('weather says in %s which city it is of', (language, begin) => {
  const day: DayWeather = {
    ...{ source: 'climate', fetchedAt: 0, sample: true, date: '2027-05-10', basis: 'normal' },
    ...{ lowC: 14, highC: 24, rainChance: 0.3, summary: 'mostly dry' },
  };
  const [line] = offerLines({ name: 'getWeather', args: { city: 'Lisbon' } }, [day], language)?.lines ?? [];
  expect(line?.startsWith(begin)).toBe(true);
});
