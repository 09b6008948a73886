import { emptyTripRequest } from '@travellite/protocol';
import { understand } from '../understand.js';

const places = (text: string, locale = 'en-US'): string[] =>
  understand(text, '2026-11-21', locale, { request: emptyTripRequest() }).request.destinations.map(
    ({ name }) => name,
  );

describe('a place that corrects the one before', () => {
  test.each([
    ['Vienna, or rather Budapest', 'en-US', 'Budapest'],
    ['Oslo — rather Bergen', 'en-US', 'Bergen'],
    ['to Boston, no, Chicago', 'en-US', 'Chicago'],
    ['Vienna actually Budapest', 'en-US', 'Budapest'],
    ['Nach Berlin, nein, nach Hamburg', 'de-DE', 'Hamburg'],
    ['Nous allons à Lyon... non, à Paris', 'fr-FR', 'Paris'],
    ['Quiero ir a Sevilla, perdón, Granada', 'es-ES', 'Granada'],
    ['Andiamo a Torino, anzi no, a Genova', 'it-IT', 'Genoa'],
    ['Quero ir ao Porto, não, a Lisboa', 'pt-BR', 'Lisbon'],
    ['Naar Gent, nee, Brugge', 'nl-NL', 'Bruges'],
  ])('%s (%s): %s', (text, locale, place) => expect(places(text, locale)).toEqual([place]));
});

describe('a place beside the one before', () => {
  test.each([
    ['Plan Rome and actually also Naples', 'en-US', ['Rome', 'Naples']],
    ['Rome, wait, how about Florence and Venice as well?', 'en-US', ['Rome', 'Florence', 'Venice']],
    ["Let's do Lisbon. Wait, Porto too", 'en-US', ['Lisbon', 'Porto']],
    ['Rome is actually near Naples so do both', 'en-US', ['Rome', 'Naples']],
    ['Wir wollen Wien und eigentlich auch Prag sehen', 'de-DE', ['Vienna', 'Prague']],
    ['Lyon, pardon, et aussi Annecy', 'fr-FR', ['Lyon', 'Annecy']],
    ['Sevilla, espera, también Granada', 'es-ES', ['Seville', 'Granada']],
    ['Andiamo a Pisa e anzi anche a Lucca', 'it-IT', ['Pisa', 'Lucca']],
    ['Lisboa, espera, e também o Porto', 'pt-BR', ['Lisbon', 'Porto']],
    ['Wij willen naar Delft en eigenlijk ook naar Leiden', 'nl-NL', ['Delft', 'Leiden']],
  ])('%s: both are kept', (text, locale, expected) => expect(places(text, locale)).toEqual(expected));

  test('an origin is not corrected by where the trip leads', () => {
    const { origin, destinations } = understand('from Boston, actually to Rome', '2026-11-21', 'en-US', {
      request: emptyTripRequest(),
    }).request;
    expect([origin?.name, destinations[0]?.name]).toEqual(['Boston', 'Rome']);
  });
});

describe('a place that is refused corrects nothing', () => {
  test.each([
    ["We'd like to visit Rome rather than Paris", 'en-US', 'Rome'],
    ['3 days in Vienna rather than Prague', 'en-US', 'Vienna'],
    ['We want Rome, not Milan', 'en-US', 'Rome'],
    ['Wir möchten Köln, nicht Bonn', 'de-DE', 'Cologne'],
    ['Je voudrais Lyon, non Paris', 'fr-FR', 'Lyon'],
    ['Nous préférons Nantes plutôt que Rennes', 'fr-FR', 'Nantes'],
    ['Queremos Sevilla, no Granada', 'es-ES', 'Seville'],
    ['Vogliamo vedere Roma, non Milano', 'it-IT', 'Rome'],
    ['Queremos Lisboa, não Porto', 'pt-BR', 'Lisbon'],
    ['We willen Gent, niet Brugge', 'nl-NL', 'Ghent'],
  ])('%s (%s): %s', (text, locale, place) => expect(places(text, locale)).toEqual([place]));
});

describe('a trip that is known', () => {
  const lisbon = {
    ...emptyTripRequest(),
    destinations: [{ name: 'Lisbon', kind: 'city' as const, country: 'PT' }],
  };
  test.each([
    ['wait, Porto too', 'en-US', ['Lisbon', 'Porto']],
    ['no, Porto', 'en-US', ['Porto']],
    ['Non je voulais dire Porto', 'fr-FR', ['Porto']],
    ['nee, Porto', 'nl-NL', ['Porto']],
  ])('after Lisbon "%s"', (text, locale, expected) =>
    expect(
      understand(text, '2026-11-21', locale, { request: lisbon }).request.destinations.map(
        ({ name }) => name,
      ),
    ).toEqual(expected),
  );
});
