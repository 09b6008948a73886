/** ISO 639-1 of the text. */
export function detectLanguage(text: string, locale: string): string {
  if (/[\u3040-\u30ff]/.test(text)) return 'ja';
  return locale === '' ? 'en' : 'en';
}
