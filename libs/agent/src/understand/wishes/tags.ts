import { type InterestTag, type RoomType } from '@travellite/protocol';
import { cuisineNames } from '@travellite/model';
import { noteWords } from '../data/notes.js';
import { interestWords } from '../data/interests.js';
import {
  cabinWords,
  cuisineWords,
  dietWords,
  directWords,
  eatingWords,
  lodgingWords,
  paceWords,
  roomWords,
  ruleWords,
  sights,
  transportWords,
  walkingWords,
} from '../data/wishes.js';
import { type Hit, phrasesOf, Phrases } from '../text/phrases.js';
import { wordSet } from '../text/word-set.js';
import { markAt, saidBetween, type Source } from '../text/source.js';

/** A wish that has a field of its own in the trip request. */
export type WishKind =
  | 'interest'
  | 'cuisine'
  | 'diet'
  | 'room'
  | 'rule'
  | 'lodging'
  | 'transport'
  | 'cabin'
  | 'direct'
  | 'pace'
  | 'sight'
  /** A place of a shown option, of which only the kind was said. */
  | 'shown'
  /** Much walking. */
  | 'walking'
  | 'note';

export interface WishSpan {
  kind: WishKind;
  from: number;
  to: number;
  said: string;
  value: string;
  /** What the words would stand for if they did not mean a shown place. */
  interest?: InterestTag;
}

/** German and Dutch bend their adjectives ("äthiopischem", "Ethiopische"); the others have one for men and things, too ("italiano"). */
function inflected(name: string, language: string): string[] {
  if (language === 'de') return ['', 'e', 'em', 'en', 'er', 'es'].map((ending) => name + ending);
  if (language === 'nl') return [name, `${name}e`];
  return name.endsWith('a') ? [name, `${name.slice(0, -1)}o`, `${name}s`] : [name];
}

const interests = phrasesOf<InterestTag>(interestWords);
const cuisines = phrasesOf(cuisineWords);
for (const [name, cuisine, language] of cuisineNames)
  for (const form of inflected(name, language)) cuisines.add(form, cuisine);
const eating = new Phrases(eatingWords.split('|').map((word) => [word, true] as const));
const tables: [WishKind, Phrases<string>][] = [
  ['diet', phrasesOf(dietWords)],
  ['room', phrasesOf(roomWords)],
  ['rule', phrasesOf(ruleWords)],
  ['lodging', phrasesOf(lodgingWords)],
  ['transport', phrasesOf(transportWords)],
  ['cabin', phrasesOf(cabinWords)],
  ['direct', new Phrases(directWords.split('|').map((word) => [word, 'direct'] as const))],
  ['pace', phrasesOf(paceWords)],
  ['walking', new Phrases(walkingWords.split('|').map((words) => [words, 'much'] as const))],
  ['note', phrasesOf(noteWords)],
  ['interest', interests],
  ['sight', new Phrases(sights.split('|').map((name) => [name, name] as const))],
];

/** The interest that the words at `i` stand for. */
export const interestAt = (source: Source, i: number): InterestTag | undefined =>
  interests.at(source.tokens, i)?.value;

/** Whether a word of eating stands within eight tokens of the same sentence. */
function nearEating(source: Source, i: number): boolean {
  const edge = (at: number): boolean => {
    const token = source.tokens[at];
    return token === undefined || (token.kind === 'mark' && '.!?;'.includes(token.low));
  };
  for (let at = i; at >= i - 8 && !edge(at); at -= 1) if (eating.at(source.tokens, at)) return true;
  for (let at = i; at <= i + 10 && !edge(at); at += 1) if (eating.at(source.tokens, at)) return true;
  return false;
}

const roomKinds: Record<string, RoomType> = {
  private: 'private_room',
  entire: 'entire_home',
  whole: 'entire_home',
  shared: 'shared_room',
};
const roomNouns = wordSet(
  'room rooms accommodation accommodations lodging lodgings place places apartment stay stays',
);
const predicates = wordSet(
  'is are be being must should to need needs has have can would will ideally preferably type kind the all a an',
);

/** "The rooms should be private", "room type: entire": the kind stands behind what it is said of. */
function roomSaidOf(source: Source, i: number): Hit<string> | undefined {
  const value = roomKinds[source.tokens[i]?.low ?? ''];
  if (value === undefined) return undefined;
  let at = i - 1;
  while (at >= 0 && i - at <= 6 && isPredicate(source, at)) at -= 1;
  return at < i - 1 && roomNouns.has(source.tokens[at]?.low ?? '') ? { value, to: i + 1 } : undefined;
}

const isPredicate = (source: Source, at: number): boolean =>
  markAt(source, at, ':') || predicates.has(source.tokens[at]?.low ?? '');

/** Foods that name a cuisine by themselves. */
const dishes = wordSet(
  'sushi ramen pizza pasta tapas paella dim curry tacos pho kebab seafood bbq barbecue steak steakhouse pad ceviche tempura udon izakaya tex falafel',
);

/** "a Thai place". */
const eateries = wordSet('place places spot spots joint joints table buffet takeaway');

function cuisineAt(source: Source, i: number): Hit<string> | undefined {
  const hit = cuisines.at(source.tokens, i);
  if (!hit) return undefined;
  return dishes.has(source.tokens[i]?.low ?? '') ||
    eateries.has(source.tokens[hit.to]?.low ?? '') ||
    nearEating(source, i)
    ? hit
    : undefined;
}

/** Every wish word, the longest reading at each place; `taken` tokens belong to dates, money or places. */
export function recogniseWishes(source: Source, taken: (i: number) => boolean): WishSpan[] {
  const spans: WishSpan[] = [];
  for (let i = 0; i < source.tokens.length;) {
    const span = taken(i) ? undefined : wishAt(source, i);
    if (span) spans.push(span);
    i = span?.to ?? i + 1;
  }
  return spans;
}

function wishAt(source: Source, i: number): WishSpan | undefined {
  let best: { kind: WishKind; hit: Hit<string> } | undefined;
  const said = roomSaidOf(source, i);
  if (said) best = { kind: 'room', hit: said };
  const cuisine = cuisineAt(source, i);
  if (cuisine) best = { kind: 'cuisine', hit: cuisine };
  for (const [kind, table] of tables) {
    const hit = table.at(source.tokens, i);
    if (hit && (!best || hit.to > best.hit.to)) best = { kind, hit };
  }
  return (
    best && {
      kind: best.kind,
      from: i,
      to: best.hit.to,
      said: saidBetween(source, i, best.hit.to),
      value: best.hit.value,
    }
  );
}
