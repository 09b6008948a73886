import { fileLanguages } from '../file-words.js';
import { timeIn, wayIn } from './local-words.js';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

it.each([
  ['9:00 AM - 11:30 AM', 'de', '09:00–11:30'],
  ['1:00 - 3:00 PM', 'fr', '13:00–15:00'],
  ['10:00 PM - 1:00 AM', 'ja', '22:00–01:00'],
  ['9:00 AM - 11:30 AM', 'en', '9:00 AM - 11:30 AM'],
  ['in the morning', 'de', 'in the morning'],
])('the time %j is in %s %s', (time, language, shown) => expect(timeIn(time, language)).toBe(shown));

it.each([
  [{ method: 'walk', duration: '12m' }, 'de', 'zu Fuß, 12 Min.'],
  [{ method: 'self driving', duration: '2h 05m' }, 'es', 'coche, 2 h 5 min'],
  [{ method: 'Train', duration: '3h' }, 'it', 'treno, 3 h'],
  [{ method: 'walk', duration: '12m' }, 'en', 'walk, 12m'],
  [{ method: 'camel', duration: 'all day' }, 'de', 'camel, all day'],
  [{ method: 'constructor' }, 'de', 'constructor'],
  [{}, 'de', ''],
])('the way %j is in %s %s', (way, language, shown) => expect(plain(wayIn(way, language))).toBe(shown));

it('every language has words of its own for a walk and a transport of the town', () => {
  for (const language of fileLanguages.filter((one) => one !== 'en'))
    for (const method of ['walk', 'transit', 'self driving', 'unknown'])
      expect(wayIn({ method }, language)).not.toBe(method);
});
