import { offsetAt } from '../itinerary/zones.js';
import { utcStamp } from './content-line.js';

const dayMs = 86_400_000;
const minuteMs = 60_000;

/**
 * A VTIMEZONE (RFC 5545, 3.6.5) that is right from one day before `from` to one day after `to` (Unix ms): every change of the
 * clocks in between is written out, so that zones without a yearly rule are right as well, and by the same tables the plan was made with.
 */
export function timeZoneLines(zone: string, from: number, to: number): string[] {
  const begin = from - dayMs;
  const first = offsetAt(zone, begin) ?? 0;
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...observance('STANDARD', begin, first, first),
    ...changesOf(zone, begin, to + dayMs).flatMap(({ at, before, after }) =>
      observance(after > before ? 'DAYLIGHT' : 'STANDARD', at, before, after),
    ),
    'END:VTIMEZONE',
  ];
}

interface Change {
  /** Unix ms. */
  at: number;
  /** Minutes east of UTC. */
  before: number;
  after: number;
}

function changesOf(zone: string, begin: number, end: number): Change[] {
  const changes: Change[] = [];
  for (let day = begin; day < end; day += dayMs) {
    const [before, after] = [offsetAt(zone, day) ?? 0, offsetAt(zone, day + dayMs) ?? 0];
    if (before !== after) changes.push({ at: firstMinuteOf(zone, after, day), before, after });
  }
  return changes;
}

/** The minute within the day from which on the offset is `offset`. */
function firstMinuteOf(zone: string, offset: number, day: number): number {
  let [low, high] = [0, 1_440];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, day + middle * minuteMs) === offset) high = middle;
    else low = middle;
  }
  return day + high * minuteMs;
}

/** The clocks as they go from an instant on. `DTSTART` is by the clock before. */
function observance(name: 'STANDARD' | 'DAYLIGHT', at: number, before: number, after: number): string[] {
  return [
    `BEGIN:${name}`,
    `DTSTART:${utcStamp(at + before * minuteMs).slice(0, -1)}`,
    `TZOFFSETFROM:${offset(before)}`,
    `TZOFFSETTO:${offset(after)}`,
    `END:${name}`,
  ];
}

/** `+0900` */
function offset(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
}
