const marks = /\p{M}/gu;
/** Joiners, direction marks and other characters nobody sees. */
const invisible = /\p{Cf}/gu;
const letters: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ð: 'd',
  þ: 'th',
};

/** The form in which words are looked up: lower case, no accents, no apostrophes. Kana keep their voicing marks. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z0-9]*$/.test(lower)) return lower;
  if (/[\u3040-\u30ff]/.test(lower)) return lower.normalize('NFC');
  return lower
    .normalize('NFD')
    .replace(marks, '')
    .replace(invisible, '')
    .replace(/['’]/g, '')
    .replace(/[ßøđłæœıðþ]/g, (letter) => letters[letter] ?? letter);
}

const sameWidth: Record<string, string> = {
  '’': "'",
  '‘': "'",
  '´': "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '〜': '~',
  '～': '~',
  '→': '>',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
  '\t': ' ',
  '、': ',',
  '，': ',',
  '。': '.',
  '：': ':',
  '／': '/',
  '￥': '¥',
  '＄': '$',
};

const controls = /\u001b\[[0-9;]{0,16}[A-Za-z]|[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** Letters and digits as wide as a kanji. */
const isFullWidth = (code: number): boolean =>
  (code >= 0xff10 && code <= 0xff19) ||
  (code >= 0xff21 && code <= 0xff3a) ||
  (code >= 0xff41 && code <= 0xff5a);

/** The zeros of Arabic, Persian and Devanagari digits. */
const zeros = [0x0660, 0x06f0, 0x0966];

/**
 * One spelling for quotes, dashes, spaces, digits of other scripts and full-width letters; control characters (and the colours of
 * terminals, `ESC[31m`) become spaces. Every code unit is replaced by one code unit,
 * so positions in the result are positions in the input.
 */
export function levelPunctuation(text: string): string {
  const visible = text.replace(controls, (hidden) => ' '.repeat(hidden.length));
  return visible.replace(/[^\u0000-\u007e]/g, (char) => {
    const code = char.charCodeAt(0);
    if (isFullWidth(code)) return String.fromCharCode(code - 0xfee0);
    const zero = zeros.find((first) => code >= first && code <= first + 9);
    if (zero !== undefined) return String.fromCharCode(code - zero + 48);
    return sameWidth[char] ?? char;
  });
}
