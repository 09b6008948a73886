import { unitsText } from '@travellite/protocol';

/** Words that more than one kind of file uses. */

/** `$1,204.50`, as the language writes it; a bare number when nobody knows the currency. */
export function inCurrency(units: number, currency: string | undefined, language: string): string {
  if (currency === undefined) return String(Math.round(units * 100) / 100);
  return unitsText(units, currency, language);
}

export function mapLink({ lat, lng }: { lat: number; lng: number }): string {
  const [y, x] = [lat.toFixed(5), lng.toFixed(5)];
  return `https://www.openstreetmap.org/?mlat=${y}&mlon=${x}#map=16/${y}/${x}`;
}

/** `Tuesday, 15 December 2026` */
export const longDate = (date: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
