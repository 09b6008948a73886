import { type IsoDate, type PlanBlock } from '@travellite/protocol';
import { type Moment } from './itinerary.js';
import { offsetAt } from './zones.js';

const dayMs = 86_400_000;
const minuteMs = 60_000;

type Span = { starts: Moment; ends: Moment };

/**
 * When a block begins and ends. A plan made here says so with offset and zone; one from elsewhere only by the clock
 * (`9:00 AM - 11:30 AM`), which is then read as local time. Nothing when neither can be read.
 */
export function momentsOf(block: PlanBlock, date: IsoDate, zones: readonly string[]): Partial<Span> {
  return ownMoments(block, date, zones) ?? clockMoments(block.time, date) ?? {};
}

function ownMoments(block: PlanBlock, date: IsoDate, zones: readonly string[]): Span | undefined {
  const { starts, ends, zone, end_zone: endZone = zone } = block;
  if (starts === undefined || ends === undefined) return undefined;
  const [from, to] = [Date.parse(starts), Date.parse(ends)];
  // It belongs to this day, by some clock on earth, and lasts at most as long as the longest journey.
  if (Math.abs(from - Date.parse(`${date}T12:00:00Z`)) > 2 * dayMs) return undefined;
  if (to < from || to - from > 4 * dayMs) return undefined;
  return { starts: moment(starts, zones[zone ?? -1]), ends: moment(ends, zones[endZone ?? -1]) };
}

/** The zone only if its clock shows this time: what a client carried may fit another trip's zones. */
function moment(at: string, zone: string | undefined): Moment {
  const shown = zone === undefined ? undefined : offsetAt(zone, Date.parse(at));
  return shown !== undefined && shown === offsetOf(at) ? { at, zone } : { at };
}

/** Minutes east of UTC. */
export function offsetOf(at: string): number | undefined {
  if (at.endsWith('Z')) return 0;
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)$/.exec(at.slice(16)) ?? [];
  if (sign === undefined) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

const clocks = /^\s*(\d{1,2}):(\d\d)\s*([AP]M)?\s*[-–]\s*(\d{1,2}):(\d\d)\s*([AP]M)?\s*$/i;

function clockMoments(time: string, date: IsoDate): Span | undefined {
  const span = clockSpan(time);
  if (!span) return undefined;
  const start = Date.parse(`${date}T00:00:00Z`);
  const at = (minute: number) => ({ at: new Date(start + minute * minuteMs).toISOString().slice(0, 16) });
  return { starts: at(span.from), ends: at(span.to) };
}

/** Minutes since midnight; a span that seems to run backwards goes on over midnight. Nothing when `time` is no span. */
export function clockSpan(time: string): { from: number; to: number } | undefined {
  const [, h1, m1, half1, h2, m2, half2] = clocks.exec(time) ?? [];
  const to = minuteOf(h2, m2, half2);
  const from =
    half1 === undefined && half2 !== undefined ? halfless(h1, m1, half2, to) : minuteOf(h1, m1, half1);
  if (from === undefined || to === undefined) return undefined;
  return { from, to: to < from ? to + 1_440 : to };
}

/** `1:00 - 3:00 PM`: one half of the day for both, unless the first would then come after the second (`11:00 - 1:00 PM`). */
function halfless(hour = '', minute = '', half: string, end = 0): number | undefined {
  const same = minuteOf(hour, minute, half);
  // On a clock of 24 hours the number says it all.
  if (same === undefined) return minuteOf(hour, minute, undefined);
  const other = minuteOf(hour, minute, half.toUpperCase() === 'PM' ? 'AM' : 'PM');
  return same > end ? other : same;
}

function minuteOf(hour = '', minute = '', half: string | undefined): number | undefined {
  const [h, m] = [Number(hour), Number(minute)];
  if (hour === '' || m > 59 || h > (half === undefined ? 24 : 12)) return undefined;
  const afternoon = half?.toUpperCase() === 'PM';
  return (half === undefined ? h : (h % 12) + (afternoon ? 12 : 0)) * 60 + m;
}
