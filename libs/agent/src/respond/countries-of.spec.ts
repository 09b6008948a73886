import { emptyTripRequest, type TripRequest } from '@travellite/protocol';
import { Talk } from '../testing/talk.js';
import { emptyTripState } from '../trip-state/trip-state.js';
import { countriesOf } from './countries-of.js';

const to = (name: string, kind: 'country' | 'state'): TripRequest => ({
  ...emptyTripRequest(),
  destinations: [{ name, kind }],
});
const work = (now: TripRequest, before: TripRequest) => ({
  state: { ...emptyTripState(), request: now },
  before: { ...emptyTripState(), request: before },
});

it('knows countries of the trip as it is and was, the trip as it is first', () => {
  expect(countriesOf(work(to('Georgia', 'state'), to('Japan', 'country')))).toEqual(['Japan']);
  expect(countriesOf(work(to('Georgia', 'state'), to('Georgia', 'country')))).toEqual([]);
  expect(countriesOf(work(to('Georgia', 'country'), to('Georgia', 'state')))).toEqual(['Georgia']);
});

it.each([
  ['Eine Reise nach Georgia, USA', /Georgia/, /Georgien/],
  ['Eine Reise nach Georgien', /Georgien/, /Georgia/],
])('%j is answered with the place that is meant', async (words, told, not) => {
  const { text } = await new Talk().say(words);
  expect(text).toMatch(told);
  expect(text).not.toMatch(not);
});
