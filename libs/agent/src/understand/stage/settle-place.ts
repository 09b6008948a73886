import { type Destination, type PlaceRef, type TripRequest } from '@travellite/protocol';
import { type Understanding } from '../understanding.js';

/** Two or more places a name could mean, as they were offered to the person. */
export interface PlaceChoice {
  candidates: PlaceRef[];
}

const fold = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
const countryNames = new Intl.DisplayNames('en', { type: 'region' });

/** Where a place lies, in words: its region, else its country. */
export const whereabouts = ({ region, country }: PlaceRef): string | undefined =>
  region ?? (country === undefined ? undefined : countryNames.of(country));

const ordinals = ['first', 'second', 'third', 'fourth'];

/** The candidate the answer means: named by where it lies, or by its place in the list. */
export function chosenPlace(answer: string, { candidates }: PlaceChoice): PlaceRef | undefined {
  const words = ` ${fold(answer).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const named = candidates.filter((place) => {
    const where = whereabouts(place);
    return where !== undefined && words.includes(` ${fold(where)} `);
  });
  if (named.length === 1) return named[0];
  const counted = ordinals.findIndex((ordinal) => words.includes(` ${ordinal} `));
  return named.length === 0 ? candidates[counted] : undefined;
}

/**
 * What the answer to "which of these?" says: one place of the trip made precise. The rules alone would take "Illinois" for a new
 * destination; everything else the message says stays as they read it.
 */
export function settlePlace(read: Understanding, before: TripRequest, chosen: PlaceRef): Understanding {
  const settled: Destination = { ...chosen };
  const known = before.destinations.some(({ name }) => name === chosen.name);
  const destinations = known
    ? before.destinations.map((place) => (place.name === chosen.name ? { ...place, ...settled } : place))
    : [...before.destinations, settled];
  const asOrigin = !known && before.origin?.name === chosen.name;
  const set = asOrigin ? { origin: settled } : { destinations };
  const value = [chosen.name, whereabouts(chosen)].filter(Boolean).join(', ');
  const { ambiguous: _settled, ...rest } = read;
  return {
    ...rest,
    patch: { ...read.patch, set: { ...read.patch.set, destinations: before.destinations, ...set } },
    request: { ...read.request, destinations: before.destinations, ...set },
    acts: ['change'],
    intents: [
      { intent: 'Points_Of_Interest', action: 'modify', value },
      ...read.intents.filter(({ intent }) => intent === 'Schedule_Requirement'),
    ],
  };
}
