import { emptyTripRequest, type IsoDate, type TripRequest } from '@travellite/protocol';
import { type Understand } from '../understand/understanding.js';
import { type ReadEntry } from './edit-requirements.js';
import { wishLines } from './wish-lines.js';

/** Longest entry that is read for its meaning; a longer one is an essay, kept as it is. */
const longestEntry = 300;

/** The request that one entry of the list stands for, read like a message of its own. */
export function requestOfEntry(understand: Understand, today: IsoDate, description: string): TripRequest {
  if (description.length > longestEntry) return emptyTripRequest();
  return understand(description, today, 'en', { request: emptyTripRequest() }).request;
}

/** Reads entries for what they are about; each entry once. */
export function entryReader(understand: Understand, today: IsoDate): ReadEntry {
  const known = new Map<string, readonly string[]>();
  return (description) => {
    const read = known.get(description) ?? keysOf(requestOfEntry(understand, today, description));
    known.set(description, read);
    return read;
  };
}

const keysOf = (request: TripRequest) => wishLines(request).map(({ key }) => key);
