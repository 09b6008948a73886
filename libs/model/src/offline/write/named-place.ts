import { type PlaceFacts } from '../../facts.js';

/** Words that half of all places have in their names. */
const common = new Set(
  'museum musée museo national palace royal park garden gardens temple shrine church cathedral basilica market tower bridge square street castle gallery house district quarter place river beach island central old town city'.split(
    ' ',
  ),
);

const fold = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The listed place a question names: by its whole name, or by a word that is its own. */
export function namedPlace(
  places: readonly PlaceFacts[],
  question: string,
  cities: readonly string[] = [],
): PlaceFacts | undefined {
  // "Notre-Dame de Paris" is not what "to Paris" asks about.
  const where = new Set(cities.flatMap((city) => fold(city).match(/[\p{L}\p{N}]+/gu) ?? []));
  const said = new Set(fold(question).match(/[\p{L}\p{N}]+/gu) ?? []);
  const whole = fold(question);
  return (
    places.find(({ name }) => whole.includes(fold(name))) ??
    places.find(({ name }) => ownWords(name).some((word) => said.has(word) && !where.has(word)))
  );
}

const ownWords = (name: string) =>
  (fold(name).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length >= 5 && !common.has(word));
