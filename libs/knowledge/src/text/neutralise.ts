/** Line ends of all kinds, so that one kind remains. */
const lineEnds = /\r\n|[\r\u0085\u2028\u2029]/gu;

/**
 * Control, format, surrogate and private-use characters (Unicode general categories Cc, Cf, Cs, Co) and supplementary
 * variation selectors: they carry hidden text or turn its direction. Kept: new line, tab, and the two joiners that
 * Indic and Persian words and emoji need.
 */
const hidden = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u{E0100}-\u{E01EF}]/gu;

/** The start of a tag, of a chat template's token (`<|im_start|>`, `<<SYS>>`) or of a comment. */
const tagStart = /<(?=[\p{L}/!?|<])/gu;

/** Llama-style turn marks. */
const turnMark = /\[(?=\/?(?:INST|SYS)\])/giu;

/**
 * Text of others as plain, bounded data: well-formed NFC, nothing hidden, and no bracket that a prompt template,
 * page or tool parser could take for its own. What it says is left as it is.
 */
export function neutralise(text: string, maxChars: number): string {
  const plain = text
    .slice(0, maxChars * 4)
    .replace(lineEnds, '\n')
    .replace(hidden, '')
    .normalize('NFC')
    .replace(tagStart, '‹')
    .replace(turnMark, '(')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
  return cut(plain, maxChars);
}

/** The first `maxChars` code units, not ending inside a character. */
export function cut(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const end = /[\uD800-\uDBFF]/u.test(text.charAt(maxChars - 1)) ? maxChars - 1 : maxChars;
  return text.slice(0, end).trimEnd();
}

/** An http(s) address without credentials, or nothing. */
export function safeUrl(url: string | undefined, maxChars: number): string | undefined {
  if (url === undefined || url.length > maxChars || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  const web = parsed.protocol === 'https:' || parsed.protocol === 'http:';
  return web && parsed.username === '' && parsed.password === '' ? parsed.href : undefined;
}

/** One spelling for comparing names: lower case, no accents, single spaces. */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
