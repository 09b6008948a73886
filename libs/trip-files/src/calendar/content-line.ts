/** Content lines of iCalendar (RFC 5545): one property each. */

/** Longest line in octets, its end not counted (RFC 5545, 3.1). */
const longestLine = 75;

/** A value of type TEXT (3.3.11). The text holds no control characters but line ends. */
export const escapeText = (text: string): string =>
  text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r\n|\r|\n/g, '\\n');

/** A line cut into pieces of at most 75 octets, never within a character (3.1). */
export function fold(line: string): string {
  // A UTF-16 code unit is at most three octets.
  if (line.length * 3 <= longestLine) return line;
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) ?? 0);
    if (octets + size > longestLine) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** Of a code point in UTF-8. */
const octetsOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);

/** Lines as a file: folded, each with its end. */
export const toFile = (lines: readonly string[]): string => lines.map((line) => `${fold(line)}\r\n`).join('');

/** `20261215T090000` of `2026-12-15T09:00…`. */
export const localStamp = (at: string): string => `${at.slice(0, 16).replaceAll(/[-:]/g, '')}00`;

/** `20261215T080000Z` */
export const utcStamp = (unixMs: number): string =>
  new Date(unixMs).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');

/** `20261215` */
export const dateStamp = (date: string): string => date.replaceAll('-', '');
