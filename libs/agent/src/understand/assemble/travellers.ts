import { type Travellers } from '@travellite/protocol';
import { type Source } from '../text/source.js';
import { wordSet } from '../text/word-set.js';
import { type TravellerSpan } from '../travellers/recognise.js';

const joins = wordSet(
  'too also additionally joining joins join add adding another extra auch aussi también anche também ook bringing',
);

/** Who travels after the message: named anew, or joining those who were known. */
export function readTravellers(
  source: Source,
  span: TravellerSpan,
  before: Travellers | undefined,
): Travellers {
  if (!before) return span.travellers;
  if (span.onlyAges && before.children > 0) return { ...before, childAges: span.travellers.childAges };
  const { joining } = span;
  if (!joining || !source.tokens.some((token) => joins.has(token.low))) return span.travellers;
  const infants = (before.infants ?? 0) + (joining.infants ?? 0);
  const ages = [...(before.childAges ?? []), ...(span.travellers.childAges ?? [])];
  return {
    adults: before.adults + joining.adults,
    children: before.children + joining.children,
    ...(infants > 0 ? { infants } : {}),
    ...(ages.length > 0 ? { childAges: ages } : {}),
  };
}
