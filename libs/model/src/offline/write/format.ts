const asUtc = (isoDate: string) => new Date(`${isoDate}T00:00:00Z`);

export function formatDate(isoDate: string, language: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-US' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(asUtc(isoDate));
}

/** `December 15 – 22, 2026`. */
export function formatRange(from: string, to: string, language: string): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-US' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  // ICU sets the dash between thin spaces, which some terminals and voices do not know.
  return format.formatRange(asUtc(from), asUtc(to)).replaceAll(/[\u2009\u202f]/g, ' ');
}

export const formatList = (items: readonly string[], language: string): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(items);

/** Each on a line of its own. */
export const inLines = (lines: readonly string[]): string => lines.join('\n');
