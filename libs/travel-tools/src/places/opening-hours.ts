import { type OpeningHours, type OpeningSpan } from '@travellite/protocol';

/**
 * Reads the part of OpenStreetMap's `opening_hours` notation that the data set uses and that most venues need:
 * rules parted by `;`, each `<days> <spans>`, days `Mo-Fr,Su` (or none: every day), spans `09:00-12:30,14:00-26:00`
 * (past midnight: `22:00-02:00` or `22:00-26:00`), `off` closes, a later rule replaces an earlier one for its days.
 * `24/7` alone is always open.
 */

const dayNames = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
const everyDay: Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const dayMinutes = 1440;

function parseDay(name: string): Weekday | undefined {
  const index = dayNames.findIndex((day) => day === name);
  return index < 0 ? undefined : ((index + 1) as Weekday);
}

function parseDays(text: string): Weekday[] | undefined {
  const days: Weekday[] = [];
  for (const part of text.split(',')) {
    const ends = part.split('-').map((name) => parseDay(name.trim()));
    const [from, to] = [ends[0], ends.at(-1)];
    if (from === undefined || to === undefined || ends.length > 2) return undefined;
    for (let step = 0; step <= (to - from + 7) % 7; step += 1) {
      days.push((((from - 1 + step) % 7) + 1) as Weekday);
    }
  }
  return days;
}

function parseTime(text: string): number | undefined {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  if (!match) return undefined;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  return hours <= 48 && minutes < 60 ? hours * 60 + minutes : undefined;
}

function parseSpan(text: string): OpeningSpan | undefined {
  const [open, end, ...rest] = text.split('-').map(parseTime);
  if (open === undefined || end === undefined || rest.length > 0 || open >= dayMinutes) return undefined;
  const close = end <= open ? end + dayMinutes : end;
  return close - open <= dayMinutes ? { open, close } : undefined;
}

function parseSpans(text: string): OpeningSpan[] | undefined {
  if (text === 'off' || text === 'closed') return [];
  const spans = text.split(',').map(parseSpan);
  if (!spans.every((span) => span !== undefined)) return undefined;
  return [...spans].sort((a, b) => a.open - b.open);
}

function parseRule(rule: string): { days: Weekday[]; spans: OpeningSpan[] } | undefined {
  const match = /^((?:Mo|Tu|We|Th|Fr|Sa|Su)[A-Za-z,\s-]*?)?\s*(off|closed|\d.*)$/.exec(rule);
  if (!match) return undefined;
  const days = match[1] === undefined ? everyDay : parseDays(match[1].trim());
  const spans = parseSpans(match[2]!.trim());
  return days && spans && { days, spans };
}

/**
 * Opening hours by weekday; `always` for `24/7`; `undefined` when the text says something this reader does not know,
 * so that a caller can leave it out instead of guessing.
 */
export function parseOpeningHours(text: string): OpeningHours | 'always' | undefined {
  if (text.trim() === '24/7') return 'always';
  const hours: OpeningHours = {};
  for (const part of text.split(';').map((rule) => rule.trim())) {
    if (part === '') continue;
    const rule = parseRule(part);
    if (!rule) return undefined;
    for (const day of rule.days) {
      if (rule.spans.length === 0) delete hours[day];
      else hours[day] = rule.spans;
    }
  }
  return Object.keys(hours).length > 0 ? hours : undefined;
}

const clock = (minutes: number): string => {
  const inDay = minutes % dayMinutes;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
};
const spansText = (spans: readonly OpeningSpan[]): string =>
  spans.map(({ open, close }) => `${clock(open)}-${clock(close)}`).join(',');

/** The hours as text in the same notation, equal days joined: `Mo 09:00-18:00; We-Su 09:00-18:00`. */
export function formatOpeningHours(hours: OpeningHours | undefined): string {
  if (!hours) return '24/7';
  const rules: { from: Weekday; to: Weekday; spans: string }[] = [];
  for (const day of everyDay) {
    const spans = hours[day] && spansText(hours[day]);
    if (!spans) continue;
    const last = rules.at(-1);
    if (last && last.to === day - 1 && last.spans === spans) last.to = day;
    else rules.push({ from: day, to: day, spans });
  }
  const name = (day: Weekday): string => dayNames[day - 1]!;
  return rules
    .map(({ from, to, spans }) => `${from === to ? name(from) : `${name(from)}-${name(to)}`} ${spans}`)
    .join('; ');
}
