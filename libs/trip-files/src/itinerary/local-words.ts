import { fileWords } from '../file-words.js';
import { clockSpan } from './moments.js';

/** `9:00 AM - 11:30 AM` by the clock of the language, `09:00–11:30`; English, and what is no span of time, as the plan has it. */
export function timeIn(time: string, language: string): string {
  const span = language === 'en' ? undefined : clockSpan(time);
  return span ? `${dayClock(span.from)}–${dayClock(span.to % (24 * 60))}` : time;
}

const dayClock = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** `walk, 12m` in the words of the language; what nobody has words for stays as the plan has it. */
export function wayIn(
  { method = '', duration = '' }: { method?: string | undefined; duration?: string | undefined },
  language: string,
): string {
  const { modes } = fileWords(language);
  const mode = method.trim().toLowerCase().replaceAll(' ', '_');
  const named = language !== 'en' && Object.hasOwn(modes, mode) ? modes[mode as keyof typeof modes] : method;
  return [named, durationIn(duration, language)].filter((part) => part !== '').join(', ');
}

function durationIn(duration: string, language: string): string {
  const [, hours, minutes] = /^(?:(\d{1,3})h)?\s*(?:(\d{1,2})m)?$/.exec(duration.trim()) ?? [];
  if (language === 'en' || (hours === undefined && minutes === undefined)) return duration;
  const { locale } = fileWords(language);
  const counted = (count: string | undefined, unit: 'hour' | 'minute') =>
    count === undefined
      ? []
      : [new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(Number(count))];
  return [...counted(hours, 'hour'), ...counted(minutes, 'minute')].join(' ');
}
