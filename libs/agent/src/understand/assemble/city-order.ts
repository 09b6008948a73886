import { type Destination } from '@travellite/protocol';
import { type PlaceSpan } from '../places/recognise.js';
import { samePlace } from '../places/place.js';
import { Phrases } from '../text/phrases.js';
import { type Source } from '../text/source.js';

const phrases = (list: string): Phrases<true> =>
  new Phrases(list.split('|').map((phrase) => [phrase, true] as const));

const reversing = phrases(
  'swap the order|reverse the order|switch the order|change the order|swap the cities|switch the cities|reverse the route|other way round|other way around|in reverse|in reverse order|reverse it|andersherum|andersrum|in umgekehrter reihenfolge|reihenfolge umdrehen|dans l autre sens|dans le sens inverse|inverse l ordre|inversez l ordre|ordre inverse|en orden inverso|cambia el orden|in ordine inverso|inverti l ordine|na ordem inversa|inverte a ordem|in omgekeerde volgorde|andersom',
);
/** They reverse the cities when they are the whole wish; before another they only contradict: "al contrario, preferimos playa". */
const contrary = phrases('umgekehrt|al revés|al contrario|ao contrário|al rovescio|omgekeerd');
const firsts = phrases(
  'first|zuerst|als erstes|d abord|en premier|primero|en primer lugar|prima|per prima|per primo|primeiro|em primeiro|eerst|als eerste',
);

/** Words that a sentence with nothing but the contrary in it may have beside it. */
const mostBeside = 4;

function reverses(source: Source): boolean {
  const words = source.tokens.filter((token) => token.kind !== 'mark').length;
  return source.tokens.some((_, i) => {
    if (reversing.at(source.tokens, i)) return true;
    const hit = contrary.at(source.tokens, i);
    const closes = hit !== undefined && source.tokens.slice(hit.to).every((token) => token.kind === 'mark');
    return closes && words - (hit.to - i) <= mostBeside;
  });
}

/** "swap the order", "Lyon first": the same cities in another order; undefined when the message says nothing of the kind. */
export function reordered(
  source: Source,
  before: readonly Destination[],
  named: readonly PlaceSpan[],
): Destination[] | undefined {
  if (before.length < 2) return undefined;
  const [only, ...more] = named;
  if (!only) return reverses(source) ? [...before].reverse() : undefined;
  const known = before.find((place) => samePlace(place, only.place));
  if (!known || more.length > 0 || !firsts.at(source.tokens, only.to)) return undefined;
  return [known, ...before.filter((place) => place !== known)];
}
