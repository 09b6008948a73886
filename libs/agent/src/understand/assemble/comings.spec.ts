import { emptyTripRequest, type TripRequest } from '@travellite/protocol';
import { understand } from '../understand.js';

const before = (adults: number): TripRequest => ({
  ...emptyTripRequest(),
  destinations: [{ name: 'Split', kind: 'city', country: 'HR' }],
  travellers: { adults, children: 0 },
});
const adultsAfter = (text: string, adults: number, locale = 'en-US'): number | undefined =>
  understand(text, '2026-11-21', locale, { request: before(adults) }).request.travellers?.adults;

describe('people by name who come or stay at home', () => {
  test.each([
    ["Tom can't come", 4, 3],
    ['Tom and Lisa dropped out', 4, 2],
    ["Julia isn't joining us", 4, 3],
    ['Ben is coming after all', 4, 5],
    ['two people dropped out', 6, 4],
    ['Anna kann nicht mitkommen', 5, 4, 'de-DE'],
    ['Claire ne vient pas', 4, 3, 'fr-FR'],
    ['Marta no viene', 4, 3, 'es-ES'],
    ["Tom can't come", 1, 1],
  ])('%s: of %i are %i', (text, adults, left, locale = 'en-US') =>
    expect(adultsAfter(text, adults, locale)).toBe(left),
  );

  test.each(['Dubrovnik is out of the way', 'Christmas is coming', 'Is Tom a name?', 'Monday works for me'])(
    '%s changes nobody',
    (text) => expect(adultsAfter(text, 4)).toBe(4),
  );
});
