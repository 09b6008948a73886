import { type Travellers } from '@travellite/protocol';
import { type Source } from '../text/source.js';
import { wordSet } from '../text/word-set.js';
import { countedOut, staysHome } from './comings.js';
import { type TravellerSpan } from '../travellers/recognise.js';

const joins = wordSet(
  'too also additionally joining joins join comes come coming add adding another extra auch aussi también anche também ook bringing kommt kommen mitkommen vient viennent viene vienen vengono vem vêm komt komen mee',
);

/** Who travels after the message: named anew, or joining those who were known. */
export function readTravellers(
  source: Source,
  span: TravellerSpan,
  before: Travellers | undefined,
): Travellers | undefined {
  if (!before) return span.joining && staysHome(source) ? undefined : span.travellers;
  if (span.onlyAges && before.children > 0) return { ...before, childAges: span.travellers.childAges };
  const [only, ...others] = span.parts;
  if (only && others.length === 0 && !span.joining && countedOut(source, only.to))
    return withoutThem(before, span.travellers);
  const { joining } = span;
  if (joining && staysHome(source)) return withoutThem(before, joining);
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

/** Those who are left, at least one. */
function withoutThem(before: Travellers, gone: Travellers): Travellers {
  const { childAges: _ages, infants: babies = 0, ...rest } = before;
  const infants = Math.max(0, babies - (gone.infants ?? 0));
  return {
    ...rest,
    adults: Math.max(1, before.adults - gone.adults),
    children: Math.max(0, before.children - gone.children),
    ...(infants > 0 ? { infants } : {}),
    ...(gone.children === 0 && before.childAges ? { childAges: before.childAges } : {}),
  };
}
