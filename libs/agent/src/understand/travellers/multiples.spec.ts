import { readSource } from '../text/source.js';
import { recogniseTravellers } from './recognise.js';

/** `adults+children+infants (ages)` */
function people(text: string, language = 'en'): string {
  const source = readSource(text, '2026-11-21', 'en-US', language);
  const travellers = recogniseTravellers(source, () => false)?.travellers;
  if (!travellers) return '';
  const { adults, children, infants, childAges } = travellers;
  return `${adults}+${children}+${infants ?? 0}${childAges ? ` (${childAges.join(',')})` : ''}`;
}

describe('twins and triplets', () => {
  test.each([
    ['two adults, twins aged 7 and a baby', 'en', '2+2+1 (7,7)'],
    ['2 adults, twins aged 7, baby 10 months', 'en', '2+2+1 (7,7)'],
    ['my wife and I with our twin girls (5)', 'en', '2+2+0 (5,5)'],
    ['our 7-year-old twins and us two', 'en', '2+2+0 (7,7)'],
    ['triplets aged 4 plus the two of us', 'en', '2+3+0 (4,4,4)'],
    ['zwei Erwachsene und Zwillinge (3 Jahre)', 'de', '2+2+0 (3,3)'],
    ['deux adultes et des jumeaux', 'fr', '2+2+0'],
  ])('%s', (text, language, expected) => expect(people(text, language)).toBe(expected));

  test('a team is nobody who travels', () => expect(people('we love the Minnesota Twins')).toBe(''));
});
