import fc from 'fast-check';
import ICAL from 'ical.js';
import { offsetAt } from '../itinerary/zones.js';
import { toFile } from './content-line.js';
import { timeZoneLines } from './time-zone.js';

const zones = Intl.supportedValuesOf('timeZone');
const hour = 3_600_000;

/** The wall clock of the zone, as a time of the zone that the lines define. */
function instantOf(lines: readonly string[], zone: string, unixMs: number): number {
  const file = toFile(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR']);
  const root = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const wall = new Date(unixMs + (offsetAt(zone, unixMs) ?? 0) * 60_000);
  const time = ICAL.Time.fromDateTimeString(wall.toISOString().slice(0, 19));
  time.zone = new ICAL.Timezone(root.getFirstSubcomponent('vtimezone')!);
  return time.toUnixTime() * 1000;
}

describe('the definition of a zone', () => {
  it('gives every clock time its instant, in every zone there is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2024, 0) / hour, max: Date.UTC(2032, 0) / hour }),
        fc.integer({ min: 0, max: 24 * 60 }),
        (zone, from, hours) => {
          const [start, end] = [from * hour, (from + hours) * hour];
          const lines = timeZoneLines(zone, start, end);
          for (const at of [start, end, start + Math.floor(hours / 2) * hour]) {
            // An hour that comes twice has two instants, and a file cannot say which.
            const twice = [-hour, hour].some((by) => offsetAt(zone, at + by) !== offsetAt(zone, at));
            if (!twice) expect(instantOf(lines, zone, at)).toBe(at);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('writes the changes of the clocks out', () => {
    const lines = timeZoneLines('Europe/Paris', Date.UTC(2026, 9, 20), Date.UTC(2026, 9, 30));
    expect(lines.slice(-6)).toEqual([
      'BEGIN:STANDARD',
      'DTSTART:20261025T030000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'END:VTIMEZONE',
    ]);
  });
});
