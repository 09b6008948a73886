import { type Destination } from '@travellite/protocol';
import { type PlaceSpan } from '../places/recognise.js';
import { samePlace } from '../places/place.js';
import { Phrases } from '../text/phrases.js';
import { type Source } from '../text/source.js';

const reversing = new Phrases(
  'swap the order|reverse the order|switch the order|change the order|swap the cities|switch the cities|reverse the route|other way round|other way around|in reverse|in reverse order|reverse it|andersherum|andersrum|umgekehrt|dans l’autre sens|inverse l’ordre|ordre inverse|al revés|al contrario|ao contrário|andersom'
    .split('|')
    .map((phrase) => [phrase, true] as const),
);
const firsts = new Set(['first', 'zuerst', "d'abord", 'primero', 'prima', 'primeiro', 'eerst']);

/** "swap the order", "Lyon first": the same cities in another order; undefined when the message says nothing of the kind. */
export function reordered(
  source: Source,
  before: readonly Destination[],
  named: readonly PlaceSpan[],
): Destination[] | undefined {
  if (before.length < 2) return undefined;
  const [only, ...more] = named;
  if (!only)
    return source.tokens.some((_, i) => reversing.at(source.tokens, i)) ? [...before].reverse() : undefined;
  const known = before.find((place) => samePlace(place, only.place));
  if (!known || more.length > 0 || !firsts.has(source.tokens[only.to]?.low ?? '')) return undefined;
  return [known, ...before.filter((place) => place !== known)];
}
