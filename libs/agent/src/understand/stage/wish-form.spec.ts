import { interestTags } from '@travellite/protocol';
import fc from 'fast-check';
import { groundedForm, tripForm } from './trip-form.js';
import { wishesOfForm } from './wish-form.js';

const today = '2026-11-21';
const message =
  'nothing hectic please, no getting on a plane, our poodle comes along, mum cannot have wheat, and we have to see the Prado but not the bullring';
const full = tripForm.schema.parse({
  pace: { value: 'relaxed', quote: 'nothing hectic' },
  diets: [{ value: 'gluten-free', quote: 'cannot have wheat' }],
  cuisines: [{ value: 'spanish', quote: 'tapas' }],
  room: { value: 'entire_home', quote: 'a place for ourselves' },
  mustAllow: [{ value: 'pets', quote: 'our POODLE comes along' }],
  transportRefused: [{ value: 'flight', quote: 'no getting on a plane' }],
  transportWanted: [{ value: 'train', quote: '' }],
  mustSee: [{ name: 'Prado', quote: 'see the Prado' }],
  avoid: [{ name: 'Bullring', quote: 'not the bullring' }],
});

describe('wishes that a model read', () => {
  it('become parts of the request, as far as the message says them', () => {
    expect(wishesOfForm(groundedForm(full, message, today))).toEqual({
      pace: 'relaxed',
      diets: ['gluten-free'],
      lodging: { allow: ['pets'] },
      transport: { refused: ['flight'] },
      mustSee: ['Prado'],
      avoid: ['Bullring'],
    });
  });

  it('are nothing when there are none', () => {
    expect(wishesOfForm(groundedForm({}, message, today))).toEqual({});
  });

  it('never rest on words that are not in the message, whatever the model writes', () => {
    const quoted = fc.record({ tag: fc.constantFrom(...interestTags), quote: fc.string() });
    const named = fc.record({ name: fc.string({ minLength: 2 }), quote: fc.string() });
    fc.assert(
      fc.property(fc.array(quoted), fc.array(named), fc.string(), (interests, mustSee, said) => {
        const grounded = groundedForm({ interests, mustSee }, said, today);
        const folded = said.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ');
        for (const { quote } of [...(grounded.interests ?? []), ...(grounded.mustSee ?? [])]) {
          expect(quote.trim()).not.toBe('');
          expect(folded).toContain(quote.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim());
        }
      }),
    );
  });

  it.each([
    ['a value nobody knows', { pace: { value: 'frantic', quote: 'hectic' } }],
    ['a made-up kitchen', { cuisines: [{ value: 'klingon', quote: 'food' }] }],
    ['a value without words', { room: { value: 'entire_home' } }],
  ])('are refused with %s', (_what, form) => {
    expect(tripForm.schema.safeParse(form).success).toBe(false);
  });
});
