const plain = new Set(
  'a an the of to in on for and or with no not any some my our is be must should would like want wants please about trip'.split(
    ' ',
  ),
);

/** The words that carry meaning: folded, without the little ones, without a plural s. */
function tokens(text: string): Set<string> {
  const folded = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const all = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(all.filter((word) => !plain.has(word)).map((word) => word.replace(/(?<=.{3})s$/, '')));
}

/** How far two wishes speak of the same, 0 to 1: shared words over those of the shorter one. */
export function likeness(one: string, other: string): number {
  const [a, b] = [tokens(one), tokens(other)];
  const fewer = Math.min(a.size, b.size);
  if (fewer === 0) return 0;
  return [...a].filter((word) => b.has(word)).length / fewer;
}
