import { type TransportMode, type TransportWish } from '@travellite/protocol';
import { type Source } from '../text/source.js';
import { wordSet } from '../text/word-set.js';
import { type Polarity } from '../wishes/polarity.js';
import { type WishSpan } from '../wishes/tags.js';
import { isNegative, place, without } from './wish-lists.js';
import { isAcceptedAfter } from '../wishes/aftermath.js';

const preferring = wordSet(
  'prefer only rather use using take taking love mainly mostly just want wants preferably like taken lieber bevorzugen préférons préfère préférerions plutôt prefiero preferimos preferisco preferiamo prefiro preferimos liever nehmen prendre prendere coger tomar nemen',
);
const prepositions = wordSet('by via on with mit en in per de con com met avec le la a');
const articles = wordSet('dem der den het de le la el il lo o the');
const classes = wordSet('class');
const alwaysWanted =
  /^(?:rent|road|rental|hire|interrail|eurail|shinkansen|bullet|amtrak|eurostar|own|car|roadtrip)/;
const drives = /^(?:drive|driving)$/;

/** A preference for one way, from the words before it. */
function isPreferred(source: Source, span: WishSpan): boolean {
  const before = source.tokens[span.from - 1]?.low ?? '';
  const near = source.tokens.slice(Math.max(0, span.from - 3), span.from).map((token) => token.low);
  if (span.value === 'flight') return before === 'by' || near.some((one) => flightPreferring.has(one));
  // "mit dem Zug", "con el tren": an article stands between.
  const by = articles.has(before) ? (source.tokens[span.from - 2]?.low ?? '') : before;
  return (
    near.some((one) => preferring.has(one)) ||
    prepositions.has(before) ||
    prepositions.has(by) ||
    classes.has(before) ||
    near.includes('by')
  );
}

/** "flights from Boston" says nothing about how one likes to travel; "by train" and "we prefer to fly" do. */
function prefers(source: Source, span: WishSpan, polarity: Polarity): boolean {
  const word = source.tokens[span.from]?.low ?? '';
  const next = source.tokens[span.to]?.low ?? '';
  if (span.value === 'flight') return isPreferred(source, span);
  if (polarity === 'must' || isItem(source, span)) return true;
  if (drives.test(word)) return !outings.has(next) && source.tokens[span.from - 1]?.low !== 'the';
  return word === 'by' || alwaysWanted.test(word) || following.has(next) || isPreferred(source, span);
}

const isBound = (source: Source, i: number): boolean =>
  source.tokens[i] === undefined || source.tokens[i]?.kind === 'mark';

/** "6 days, train, under $1500": an item of its own in a list of wishes. */
const isItem = (source: Source, span: WishSpan): boolean =>
  span.from > 0 && source.tokens.length > 3 && isBound(source, span.from - 1) && isBound(source, span.to);

const flightPreferring = wordSet('prefer only rather');
const outings = wordSet('distance time tour');
const following = wordSet('only from to between ticket tickets');

/** "avoid long flights" is about the flights, not against flying. */
const limited = wordSet('long early late overnight connecting expensive red eye short many');

const accepting = wordSet('allow could can would ok okay fine alright lets permit accept ill well');

/** "ok, flying is fine then", "allow flights": a refusal that is taken back. */
const isAccepted = (source: Source, span: WishSpan, polarity: Polarity): boolean =>
  !isNegative(polarity) &&
  (isAcceptedAfter(source, span.to) ||
    source.tokens.slice(Math.max(0, span.from - 4), span.from).some((token) => accepting.has(token.low)));

/** The transport wishes after one more. */
export function transport(
  source: Source,
  span: WishSpan,
  polarity: Polarity,
  before: TransportWish | undefined,
): TransportWish | undefined {
  const mode = span.value as TransportMode;
  if (before?.refused?.includes(mode) === true && isAccepted(source, span, polarity))
    return { ...before, refused: without(before.refused, mode) };
  if (isNegative(polarity) && limited.has(source.tokens[span.from - 1]?.low ?? '')) return before;
  if (!isNegative(polarity) && !prefers(source, span, polarity)) return before;
  const { wanted, refused } = place(before?.wanted, before?.refused, mode, polarity);
  return { ...before, wanted, refused };
}
