const marks = /\p{M}/gu;
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

/**
 * One spelling for quotes, dashes, spaces and full-width digits. Every code unit is replaced by one code unit,
 * so positions in the result are positions in the input.
 */
export function levelPunctuation(text: string): string {
  return text.replace(/[^\u0000-\u007e]/g, (char) => {
    const code = char.charCodeAt(0);
    if (code >= 0xff10 && code <= 0xff19) return String.fromCharCode(code - 0xff10 + 48);
    return sameWidth[char] ?? char;
  });
}
