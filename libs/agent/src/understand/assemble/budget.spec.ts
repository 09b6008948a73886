import { emptyTripRequest, type TripRequest } from '@travellite/protocol';
import { understand } from '../understand.js';

const before: TripRequest = {
  ...emptyTripRequest(),
  destinations: [{ name: 'Rome', kind: 'city', country: 'IT' }],
  budget: { max: { amountMinor: 200_000, currency: 'EUR' }, scope: 'total', kind: 'max' },
};
const after = (text: string, locale: string): number | undefined =>
  understand(text, '2026-11-21', locale, { request: before }).request.budget?.max.amountMinor;

describe('a percentage of the budget', () => {
  test.each([
    ['spend 10% less', 'en-US', 180_000],
    ['raise the budget by 20%', 'en-US', 240_000],
    ['raise it by 20%', 'en-US', 240_000],
    ['make it 10% cheaper please', 'en-US', 180_000],
    ['gib 10 % weniger aus', 'de-DE', 180_000],
    ['20 % mehr Budget', 'de-DE', 240_000],
    ['20 % moins cher', 'fr-FR', 160_000],
    ['gastar 20 % menos', 'es-ES', 160_000],
    ['20 % más de presupuesto', 'es-ES', 240_000],
    ['spendere il 20% in meno', 'it-IT', 160_000],
    ['20% mais de orçamento', 'pt-BR', 240_000],
    ['20% minder uitgeven', 'nl-NL', 160_000],
  ])('%s (%s): of 2000 € %i cents', (text, locale, cents) => expect(after(text, locale)).toBe(cents));
});

describe('a percentage of something else', () => {
  test.each([
    ["I'd like 50% more museums", 'en-US'],
    ['We walk 20% less please', 'en-US'],
    ['our budget is fine, but 50% more museums', 'en-US'],
    ['spend 20% less time in museums', 'en-US'],
    ['20 % mehr Museen', 'de-DE'],
    ['30 % moins de marche', 'fr-FR'],
    ['un 20 % más de playa', 'es-ES'],
    ['20 % in meno di camminate', 'it-IT'],
    ['20% menos caminhadas', 'pt-BR'],
    ['20% meer musea', 'nl-NL'],
  ])('%s (%s) leaves it as it was', (text, locale) => expect(after(text, locale)).toBe(200_000));
});
