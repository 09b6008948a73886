/** Anything a file or a terminal could take for a command: controls, and characters that turn the direction of what follows. */
const unwanted = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** Text of unknown origin as one line of at most `maxLength` UTF-16 code units. */
export function plain(text: string, maxLength: number): string {
  // What shrinks to less than it may be is cut all the same: nobody writes that much white space in good faith.
  const line = text
    .slice(0, maxLength * 4)
    .toWellFormed()
    .replace(unwanted, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (line.length <= maxLength) return line;
  // Not between the halves of a pair.
  const end = /[\ud800-\udbff]/.test(line.charAt(maxLength - 2)) ? maxLength - 2 : maxLength - 1;
  return `${line.slice(0, end).trimEnd()}…`;
}
