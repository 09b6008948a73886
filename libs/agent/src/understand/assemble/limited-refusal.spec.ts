import { emptyTripRequest } from '@travellite/protocol';
import { understand } from '../understand.js';

const set = (text: string) =>
  understand(text, '2026-11-28', 'en-GB', { request: emptyTripRequest() }).patch.set;

describe('what is refused for a time only', () => {
  it.each([
    ['no museums on Mondays', 'no museums on Mondays'],
    ['No nightlife on the last evening', 'No nightlife on the last evening'],
    ["We don't want any museums on Sundays", "don't want any museums on Sundays"],
    ['Bitte ohne Museen am Samstag', 'ohne Museen am Samstag'],
    ['pas de musées le lundi', 'pas de musées le lundi'],
    ['please no shopping in the morning', 'no shopping in the morning'],
    ['keine Museen am Montag', 'keine Museen am Montag'],
  ])('%j is kept in words', (text, note) => {
    expect(set(text)).toEqual({ notes: [note] });
  });

  it.each([
    ['no museums', ['museums']],
    ['no museums in Rome', ['museums']],
    ['no beaches on this trip', ['beaches']],
  ])('%j is for always', (text, avoidInterests) => {
    expect(set(text)).toMatchObject({ avoidInterests });
  });

  it.each(['nothing on Sunday afternoon', 'Nothing planned on Friday'])('%j sets no date', (text) => {
    expect(set(text).dates).toBeUndefined();
  });
});

describe('much walking', () => {
  it.each([
    "we don't want to walk much",
    "We'd rather not walk a lot",
    'without too much walking',
    'Not too much walking, please',
    'little walking please',
    'Wir möchten nicht viel laufen',
    'on ne veut pas beaucoup marcher',
    'no queremos caminar mucho',
  ])('%j is to be taken easy', (text) => {
    expect(set(text)).toMatchObject({ pace: 'relaxed' });
  });

  it.each(['we love to walk a lot', 'lots of walking is fine'])('%j asks for no pace', (text) => {
    expect(set(text).pace).toBeUndefined();
  });
});
