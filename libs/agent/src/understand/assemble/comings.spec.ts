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

  test.each([
    ['Mia is joining us', 5, 'en-US'],
    ['Emma and Noah are coming', 6, 'en-US'],
    ['I just heard that Zoe is coming', 5, 'en-US'],
    ['Oscar stays home', 3, 'en-US'],
    ['Jonas und Mia kommen leider nicht', 2, 'de-DE'],
    ['Jonas hat abgesagt', 3, 'de-DE'],
    ['Hugo vient avec nous', 5, 'fr-FR'],
    ['Pablo viene también', 5, 'es-ES'],
    ['Giulia non viene', 3, 'it-IT'],
    ['Marco viene con noi', 5, 'it-IT'],
    ['A Ana não vem', 3, 'pt-BR'],
    ['João vem conosco', 5, 'pt-BR'],
    ['Bram komt niet mee', 3, 'nl-NL'],
    ['Sanne kan niet komen', 3, 'nl-NL'],
  ])('%s: of four are %i (%s)', (text, left, locale) => expect(adultsAfter(text, 4, locale)).toBe(left));

  test.each([
    ['Dubrovnik is out of the way', 'en-US'],
    ['Christmas is coming', 'en-US'],
    ['Is Tom a name?', 'en-US'],
    ['Monday works for me', 'en-US'],
    ['Rain is coming on Saturday', 'en-US'],
    ['Payday is coming soon, so $3000 is fine', 'en-US'],
    ['Breakfast does not need to join the dinner plan', 'en-US'],
    ['Lufthansa cancelled our flight', 'en-US'],
    ['Prices dropped a lot', 'en-US'],
    ['Lunch is out of the question', 'en-US'],
    ['Everyone is coming', 'en-US'],
    ['Der zweite Vorschlag kommt nicht in Frage', 'de-DE'],
    ['Dieser Preis kommt nicht in Frage', 'de-DE'],
    ['Hotels und Hostels kommen nicht in Frage', 'de-DE'],
    ['Die Rechnung kommt später', 'de-DE'],
    ['Regen kommt am Samstag', 'de-DE'],
    ['Niemand kommt mit', 'de-DE'],
    ['Personne ne vient', 'fr-FR'],
    ['La météo ne vient pas de nous', 'fr-FR'],
    ['Nadie viene', 'es-ES'],
    ['Creo que no viene al caso', 'es-ES'],
    ['Nessuno viene con noi', 'it-IT'],
    ['Forse non viene bene', 'it-IT'],
    ['A chuva vem no sábado', 'pt-BR'],
    ['Ninguém vem', 'pt-BR'],
    ['Regen komt zaterdag', 'nl-NL'],
    ['Vrijdag komt niet goed uit', 'nl-NL'],
    ['雨が来ます', 'ja-JP'],
  ])('%s changes nobody (%s)', (text, locale) => expect(adultsAfter(text, 4, locale)).toBe(4));

  test('a name one has heard of is a person wherever it stands', () => {
    const { request } = understand('Rain kommt am Samstag', '2026-11-21', 'de-DE', {
      request: before(2),
      people: ['Rain'],
    });
    expect(request.travellers?.adults).toBe(3);
  });
});
