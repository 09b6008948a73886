/** `\b` knows only English letters: "possível" has an edge before its "í" and none at its end. This end of a word knows all letters. */
const edge = String.raw`(?:(?<=[\p{L}\p{N}_])(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}_])(?=[\p{L}\p{N}_]))`;

/** The same pattern with every `\b` at the edges of words of any alphabet, and `\w` (not to stand in brackets) for their letters. */
export const wholeWords = ({ source, flags }: RegExp): RegExp =>
  new RegExp(
    source.replaceAll(String.raw`\b`, edge).replaceAll(String.raw`\w`, String.raw`[\p{L}\p{N}_]`),
    flags.includes('u') ? flags : `${flags}u`,
  );
