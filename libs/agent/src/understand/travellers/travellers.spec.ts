import { readSource } from '../text/source.js';
import { readTravellers } from '../assemble/travellers.js';
import { recogniseTravellers } from './recognise.js';

const read = (text: string, language = 'en', asked?: string) =>
  readSource(text, '2026-11-21', 'en-US', language, asked);

/** `adults+children+infants (ages)` */
function people(...input: Parameters<typeof read>): string {
  const travellers = recogniseTravellers(read(...input), () => false)?.travellers;
  if (!travellers) return '';
  const { adults, children, infants, childAges } = travellers;
  return `${adults}+${children}+${infants ?? 0}${childAges ? ` (${childAges.join(',')})` : ''}`;
}

describe('travellers', () => {
  test.each([
    ['two of us', '2+0+0'],
    ['we are 4', '4+0+0'],
    ['family of five', '2+3+0'],
    ['family of 2', '2+0+0'],
    ['party of 8', '8+0+0'],
    ['a group of 6 friends', '6+0+0'],
    ['with 6 friends', '7+0+0'],
    ['me and my wife', '2+0+0'],
    ['my mother and I', '2+0+0'],
    ['with my parents', '3+0+0'],
    ['with my two kids', '1+2+0'],
    ['with our two kids', '2+2+0'],
    ['4 people including 2 children', '2+2+0'],
    ['2 adults and 2 children aged 4 and 6', '2+2+0 (4,6)'],
    ['2 adults, 1 infant', '2+0+1'],
    ['2 adults with a 1 year old', '2+0+1 (1)'],
    ['solo', '1+0+0'],
    ['as a couple', '2+0+0'],
    ['2 couples', '4+0+0'],
    ['me plus three', '4+0+0'],
    ['People: 3', '3+0+0'],
    ['Adults: 2, Children: 1', '2+1+0'],
    ['two parents and 2 kids', '2+2+0'],
    ['2 adults, our two teens, 13 and 16', '2+2+0 (13,16)'],
    ['three lads', '3+0+0'],
    ['for two, please', '2+0+0'],
    ['a dozen people', '12+0+0'],
    ['a couple of days', ''],
    ['visiting my parents', ''],
    ["my wife's birthday", ''],
    ['for two weeks', ''],
    ['2 person tent', ''],
    ['a person', ''],
  ])('%s', (text, expected) => expect(people(text)).toBe(expected));

  test.each([
    ['de', 'zu zweit', '2+0+0'],
    ['de', 'wir sind zu viert', '4+0+0'],
    ['de', '2 Erwachsene und 1 Kind', '2+1+0'],
    ['fr', 'nous sommes trois', '3+0+0'],
    ['fr', 'avec ma femme', '2+0+0'],
    ['es', 'somos cuatro', '4+0+0'],
    ['es', 'con mi esposa', '2+0+0'],
    ['it', 'siamo in tre', '3+0+0'],
    ['pt', 'com minha esposa', '2+0+0'],
    ['nl', 'met mijn vrouw', '2+0+0'],
  ])('%s: %s', (language, text, expected) => expect(people(text, language)).toBe(expected));

  test('a bare number counts where it was asked for', () => {
    expect(people('3', 'en', 'travellers')).toBe('3+0+0');
    expect(people('3')).toBe('');
  });

  test('somebody may join, and ages belong to the children known', () => {
    const after = (text: string, before: { adults: number; children: number }) => {
      const source = read(text);
      const span = recogniseTravellers(source, () => false);
      return span && readTravellers(source, span, before);
    };
    expect(after('my sister is coming too', { adults: 2, children: 0 })).toEqual({ adults: 3, children: 0 });
    expect(after('they are 4 and 6', { adults: 2, children: 2 })).toEqual({
      adults: 2,
      children: 2,
      childAges: [4, 6],
    });
    expect(after('only two of us', { adults: 4, children: 0 })).toEqual({ adults: 2, children: 0 });
  });
});
