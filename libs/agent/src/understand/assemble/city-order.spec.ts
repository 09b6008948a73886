import { emptyTripRequest, type TripRequest } from '@travellite/protocol';
import { understand } from '../understand.js';

const before: TripRequest = {
  ...emptyTripRequest(),
  destinations: [
    { name: 'Rome', kind: 'city', country: 'IT' },
    { name: 'Naples', kind: 'city', country: 'IT' },
  ],
};
const after = (text: string, locale: string): string[] =>
  understand(text, '2026-11-21', locale, { request: before }).request.destinations.map(({ name }) => name);

describe('the order of cities', () => {
  test.each([
    ['Naples first', 'en-US'],
    ['the other way round please', 'en-US'],
    ['Neapel zuerst', 'de-DE'],
    ['Neapel als erstes', 'de-DE'],
    ['Lieber umgekehrt', 'de-DE'],
    ["Naples d'abord", 'fr-FR'],
    ['Naples en premier', 'fr-FR'],
    ['dans l’autre sens', 'fr-FR'],
    ['Nápoles primero', 'es-ES'],
    ['mejor al contrario', 'es-ES'],
    ['Napoli per prima', 'it-IT'],
    ['Nápoles primeiro', 'pt-BR'],
    ['melhor ao contrário', 'pt-BR'],
    ['Napels eerst', 'nl-NL'],
  ])('%s (%s) turns it round', (text, locale) => expect(after(text, locale)).toEqual(['Naples', 'Rome']));

  test.each([
    ['Al contrario, preferimos playa', 'es-ES'],
    ['Al contrario, ci piace camminare', 'it-IT'],
    ['Ao contrário, queremos praia', 'pt-BR'],
    ['Umgekehrt wäre es am Strand schöner', 'de-DE'],
    ['first we need a hotel', 'en-US'],
    ["D'abord, nous voulons une plage", 'fr-FR'],
  ])('%s (%s) leaves it as it was', (text, locale) =>
    expect(after(text, locale)).toEqual(['Rome', 'Naples']),
  );
});
