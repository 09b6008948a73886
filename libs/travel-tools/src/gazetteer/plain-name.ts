/** A name as people may type it, for comparing: no accents, no case, one space between words, no punctuation. */
export function plainName(name: string): string {
  return withoutAccents(name)
    .toLowerCase()
    .replace(/\bsaint\b/g, 'st')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const ascii = /^[ -~]*$/;

function withoutAccents(name: string): string {
  // Most names are plain already, and thousands are compared when the tables are indexed.
  if (ascii.test(name)) return name;
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ø/giu, 'o')
    .replace(/ł/giu, 'l')
    .replace(/ß/gu, 'ss')
    .replace(/ı/gu, 'i');
}
