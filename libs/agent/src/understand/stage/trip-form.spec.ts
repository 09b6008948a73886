import { formInWords, groundedForm, type TripForm } from './trip-form.js';

const message = 'Take us to Lyon for a long weekend, about 900 euro, two adults';
const today = '2026-11-21';
const full: TripForm = {
  destinations: [
    { name: 'Lyon', quote: 'to Lyon' },
    { name: 'Atlantis', quote: 'to Atlantis' },
  ],
  origin: { name: 'Paris', quote: 'from Paris' },
  dates: { start: '2026-12-04', nights: 3, quote: 'a long  weekend' },
  budget: { amount: 900, currency: 'EUR', scope: 'total', quote: 'about 900 EURO' },
  travellers: { adults: 2, children: 0, quote: 'two adults' },
  interests: [{ tag: 'food', quote: '' }],
};

describe('a form that a model filled', () => {
  it('keeps only what the message says', () => {
    const grounded = groundedForm(full, message, today);
    expect(grounded.destinations).toEqual([{ name: 'Lyon', quote: 'to Lyon' }]);
    expect(Object.keys(grounded).toSorted()).toEqual(['budget', 'dates', 'destinations', 'travellers']);
  });

  it.each([
    ['in the past', { start: '2026-11-20', quote: 'weekend' }],
    ['that do not exist', { start: '2027-02-30', quote: 'weekend' }],
    ['that end before they begin', { start: '2026-12-05', end: '2026-12-04', quote: 'weekend' }],
  ])('drops dates %s', (_why, dates) => {
    expect(groundedForm({ dates }, message, today)).toEqual({});
  });

  it('becomes plain English', () => {
    expect(formInWords(groundedForm(full, message, today))).toBe(
      'A trip to Lyon, from 2026-12-04 for 3 nights, for 2 adults, budget 900 EUR total',
    );
    expect(formInWords({})).toBe('');
  });
});
