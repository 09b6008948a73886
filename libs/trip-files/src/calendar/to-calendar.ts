import {
  type Itinerary,
  type ItineraryDay,
  type ItineraryEntry,
  type Moment,
} from '../itinerary/itinerary.js';
import { dateStamp, escapeText, localStamp, toFile, utcStamp } from './content-line.js';
import { type FileWords, fileWords, filled } from '../file-words.js';
import { detailsOf } from './details.js';
import { nightsOf } from './nights.js';
import { timeZoneLines } from './time-zone.js';

export interface CalendarOptions {
  /** Names the trip in the ids of its events: the same for the same trip, and telling nobody whose it is. Letters, digits, `-`, `_`. */
  tripId: string;
}

/** Most events of a calendar. */
const mostEvents = 2_000;

/**
 * The option as an iCalendar file (RFC 5545): an event for each block and each stay. Nothing of it is booked, so every event is
 * tentative. A block keeps its UID as long as the plan has a block in that place; SEQUENCE grows with every change of the plan.
 * `undefined` when no day of the option has a date.
 */
export function toCalendar(itinerary: Itinerary, { tripId }: CalendarOptions): string | undefined {
  const { title, option, sample, language } = itinerary;
  const words = fileWords(language);
  if (itinerary.days.every(({ date }) => date === undefined)) return undefined;
  const uid = (part: string) => `${tripId}-${keyOf(itinerary)}-${part}@travellite`;
  const events = [
    ...itinerary.days.flatMap((day) => dayEvents(day, itinerary, uid)),
    ...nightsOf(itinerary.days).map((stay, index) => [
      ...head(uid(`night${index + 1}`), itinerary),
      `DTSTART;VALUE=DATE:${dateStamp(stay.from)}`,
      `DTEND;VALUE=DATE:${dateStamp(stay.to)}`,
      text('SUMMARY', labelled(filled(words.stay, { x: stay.name }), sample, words)),
      text('DESCRIPTION', detailsOf.stay(stay, itinerary)),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
  ].slice(0, mostEvents);
  const name = `${title} – ${option.name}${sample ? ` (${words.sampleShort})` : ''}`;
  return toFile([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//TravelLite//Trip//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // The name of the calendar: RFC 7986, and what was used before it.
    text('NAME', name),
    text('X-WR-CALNAME', name),
    text('DESCRIPTION', `${option.cost}. ${option.notes}`),
    // How often a subscriber may ask again (RFC 7986, and before it).
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...zoneLines(itinerary),
    ...events.flat(),
    'END:VCALENDAR',
  ]);
}

type Uid = (part: string) => string;

/** The same option of a changed plan may stand in another place, so its name counts; ASCII, because ids travel far. */
function keyOf({ option }: Itinerary): string {
  const name = option.name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '');
  return name === '' || name === 'option' ? `option${option.number}` : name;
}

const text = (name: string, value: string) => `${name}:${escapeText(value)}`;

const labelled = (title: string, sample: boolean, { sampleShort }: FileWords) =>
  sample && !title.toLowerCase().includes(sampleShort.toLowerCase()) ? `${title} (${sampleShort})` : title;

const head = (uid: string, { revision, changedAt }: Itinerary): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `DTSTAMP:${utcStamp(changedAt)}`,
  `LAST-MODIFIED:${utcStamp(changedAt)}`,
  `SEQUENCE:${revision}`,
  'STATUS:TENTATIVE',
];

function dayEvents(day: ItineraryDay, itinerary: Itinerary, uid: Uid): string[][] {
  return day.entries.flatMap((entry, index) => {
    const { starts, ends, kind } = entry;
    // The rest of a leg has no times of its own; neither has what nobody can read.
    if (!starts || !ends) return [];
    const sample = itinerary.sample && kind === 'travel';
    return [
      [
        ...head(uid(`day${day.number}-${index + 1}`), itinerary),
        `DTSTART${stamp(starts)}`,
        `DTEND${stamp(ends)}`,
        text('SUMMARY', labelled(entry.title, sample, fileWords(itinerary.language))),
        text('DESCRIPTION', detailsOf.entry(entry, itinerary)),
        ...placeLines(entry),
        'TRANSP:OPAQUE',
        'END:VEVENT',
      ],
    ];
  });
}

/** With its zone; as an instant where only the offset is known; as local time wherever the reader is where nothing is. */
function stamp({ at, zone }: Moment): string {
  if (zone !== undefined) return `;TZID=${zone}:${localStamp(at)}`;
  return at.length > 16 ? `:${utcStamp(Date.parse(at))}` : `:${localStamp(at)}`;
}

function placeLines({ places: [place, ...others] }: ItineraryEntry): string[] {
  if (!place || others.length > 0) return [];
  const { lat, lng } = place.location;
  return [
    text('LOCATION', [place.name, place.address].filter((part) => part !== undefined).join(', ')),
    `GEO:${lat.toFixed(6)};${lng.toFixed(6)}`,
  ];
}

/** One VTIMEZONE a zone, over the time the calendar uses it. */
function zoneLines({ days }: Itinerary): string[] {
  const spans = new Map<string, { from: number; to: number }>();
  for (const { starts, ends } of days.flatMap(({ entries }) => entries)) {
    for (const moment of [starts, ends]) {
      if (moment?.zone === undefined) continue;
      const at = Date.parse(moment.at);
      const known = spans.get(moment.zone) ?? { from: at, to: at };
      spans.set(moment.zone, { from: Math.min(known.from, at), to: Math.max(known.to, at) });
    }
  }
  return [...spans].flatMap(([zone, { from, to }]) => timeZoneLines(zone, from, to));
}
