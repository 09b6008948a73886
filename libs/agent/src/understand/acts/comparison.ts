import { type Source, wordAt } from '../text/source.js';
import { countAt } from '../text/numbers.js';
import { phrasesOf } from '../text/phrases.js';
import { wordSet } from '../text/word-set.js';
import { sentences } from './sentences.js';

const comparing = phrasesOf<'compare'>({
  compare:
    'difference|differences|differ|compare|comparison|versus|vs|which one|which of|which is|which option|what distinguishes|unterschied|unterschiede|vergleiche|vergleich|welche ist|welcher ist|welches ist|différence|comparer|compare|lequel|laquelle|diferencia|compara|cuál|differenza|confronta|quale|diferença|comparar|qual|verschil|vergelijk|welke',
});
const option = wordSet(
  'option options plan plans itinerary itineraries proposal vorschlag variante proposition opción opciones propuesta opzione opzioni proposta opção opções optie voorstel one ones',
);

/** Options of the shown ones that the message names, from 0: "the first or the third", "option 1 and 2". */
export function namedOptions(source: Source, shown: number): number[] {
  const found = new Set<number>();
  for (let i = 0; i < source.tokens.length; i += 1) {
    const ordinal = wordAt(source, i, 'ordinal');
    const noun = option.has(source.tokens[i - 1]?.low ?? '');
    const count = ordinal ?? (noun || found.size > 0 ? countAt(source, i) : undefined);
    if (count && count.value >= 1 && count.value <= shown) found.add(count.value - 1);
  }
  return [...found];
}

/** "Which is cheaper, the first or the third?", "compare option 1 and 2": asks about the options and chooses none. */
export function comparesOptions(source: Source, shown: number): boolean {
  if (shown < 2) return false;
  const compares = source.tokens.some((_, i) => comparing.at(source.tokens, i) !== undefined);
  if (!compares) return false;
  const asks = sentences(source).some(({ question }) => question) || source.text.includes('?');
  return (
    namedOptions(source, shown).length > 1 ||
    (asks && source.tokens.some((token) => option.has(token.low))) ||
    source.tokens.some((token) => /^(?:compare|vergleiche|compara|confronta|vergelijk)$/.test(token.low))
  );
}
