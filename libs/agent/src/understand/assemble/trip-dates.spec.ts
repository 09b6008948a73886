import { emptyTripRequest, type TripDates } from '@travellite/protocol';
import { understand } from '../understand.js';

/** A Saturday late in November. */
const today = '2026-11-21';
const dates = (text: string, locale: string): TripDates | undefined =>
  understand(text, today, locale, { request: emptyTripRequest() }).request.dates;

describe('a stay longer than what is left of the days named', () => {
  test.each([
    ['two weeks in November in Rome', 'en-US'],
    ['zwei Wochen im November in Rom', 'de-DE'],
    ['deux semaines en novembre à Rome', 'fr-FR'],
    ['dos semanas en noviembre en Roma', 'es-ES'],
  ])('%s: a month by its name is that of next year', (text, locale) =>
    expect(dates(text, locale)?.window).toEqual({ from: '2027-11-01', to: '2027-11-30' }),
  );

  test.each([
    ['5 days this week in Rome', 'en-US', '2026-11-25'],
    ['two weeks this November in Rome', 'en-US', '2026-12-04'],
    ['5 Tage diese Woche in Rom', 'de-DE', '2026-11-25'],
    ['zwei Wochen diesen Monat in Rom', 'de-DE', '2026-12-04'],
    ['deux semaines à Rome ce mois-ci', 'fr-FR', '2026-12-04'],
    ['12 días este mes en Roma', 'es-ES', '2026-12-02'],
    ['12 giorni questo mese a Roma', 'it-IT', '2026-12-02'],
    ['12 dias este mês em Roma', 'pt-BR', '2026-12-02'],
    ['12 dagen deze maand in Rome', 'nl-NL', '2026-12-02'],
    ['今月12日間ローマ', 'ja-JP', '2026-12-02'],
  ])('%s: from today on, beyond them', (text, locale, to) =>
    expect(dates(text, locale)?.window).toEqual({ from: today, to }),
  );

  test('one that fits stays within them', () =>
    expect(dates('A week in Rome this month', 'en-US')?.window).toEqual({ from: today, to: '2026-11-30' }));

  test('no trip begins yesterday', () =>
    expect(dates('3 days this weekend in Rome', 'en-US')).toMatchObject({ start: today, end: '2026-11-23' }));
});
