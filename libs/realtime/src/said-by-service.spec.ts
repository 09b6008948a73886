import fc from 'fast-check';
import { saidByService } from './said-by-service.js';

it('words of a service are a line of bounded length, and short ones stay as they are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (words) => {
      const said = saidByService(words);
      expect(said.length).toBeLessThanOrEqual(200);
      expect(said).not.toMatch(/\p{Cc}/u);
    }),
  );
  expect(saidByService('The room is not yours.')).toBe('The room is not yours.');
  expect(saidByService(`a${'b'.repeat(1_000_000)}`)).toHaveLength(200);
  expect(saidByService('one\r\ntwo')).toBe('one two');
});
