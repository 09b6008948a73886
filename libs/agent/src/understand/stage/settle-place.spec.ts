import { emptyTripRequest } from '@travellite/protocol';
import { type Understanding } from '../understanding.js';
import { chosenPlace, settlePlace } from './settle-place.js';

const springfield = (region: string) =>
  ({ name: 'Springfield', kind: 'city', country: 'US', region }) as const;
const candidates = [springfield('Massachusetts'), springfield('Missouri'), springfield('Illinois')];
const york = [
  { name: 'York', kind: 'city', country: 'GB' },
  { name: 'York', kind: 'city', country: 'US', region: 'Pennsylvania' },
] as const;

describe('the answer to which place is meant', () => {
  it.each([
    ['Illinois', 'Illinois'],
    ['the one in missouri, please', 'Missouri'],
    ['The second one', 'Missouri'],
    ['Springfield, Massachusetts', 'Massachusetts'],
  ])('%j is %s', (answer, region) => {
    expect(chosenPlace(answer, { candidates })?.region).toBe(region);
  });

  it.each(['Ohio', 'Illinois or Missouri', 'why?', 'fourth'])('%j is none of them', (answer) => {
    expect(chosenPlace(answer, { candidates })).toBeUndefined();
  });

  it('knows countries by their names', () => {
    expect(chosenPlace('in the United Kingdom', { candidates: [...york] })?.country).toBe('GB');
  });

  it('makes the place precise and leaves the rest as it was read', () => {
    const before = {
      ...emptyTripRequest(),
      destinations: [{ ...springfield('Massachusetts'), nights: 2 }, york[0]],
    };
    const read: Understanding = {
      patch: { set: { travellers: { adults: 2, children: 0 } }, remove: [] },
      request: {
        ...before,
        destinations: [{ name: 'Illinois', kind: 'state' }],
        travellers: { adults: 2, children: 0 },
      },
      intents: [{ intent: 'Points_Of_Interest', action: 'add', value: 'Illinois' }],
      acts: ['change'],
      confidence: 1,
      language: 'en',
      wishes: [],
    };
    const settled = settlePlace(read, before, candidates[2]!);
    expect(settled.request.destinations).toEqual([{ ...candidates[2], nights: 2 }, york[0]]);
    expect(settled.request.travellers).toEqual({ adults: 2, children: 0 });
    expect(settled.intents).toEqual([
      { intent: 'Points_Of_Interest', action: 'modify', value: 'Springfield, Illinois' },
    ]);
    expect(settlePlace(read, { ...emptyTripRequest(), origin: york[0] }, york[1]).request.origin).toEqual(
      york[1],
    );
  });
});
