import { type Stay } from '@travellite/protocol';
import { offerLines } from './offer-lines.js';

const stay = (kind: string): Stay => ({
  ...{ source: 'sample', fetchedAt: 0, sample: true, id: 's1', name: 'Haus am See', city: 'Rome', kind },
  ...{ pricePerNight: { amountMinor: 9_000, currency: 'CAD' }, roomType: 'entire_home', forbids: [] },
  ...{ minNights: 1, capacity: 2, location: { lat: 0, lng: 0 } },
});
const line = (kind: string, language: string) =>
  offerLines('searchStays', [stay(kind)], language)?.lines[0]?.replaceAll(/\s/gu, ' ');

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
