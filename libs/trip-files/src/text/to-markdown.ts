import {
  type Itinerary,
  type ItineraryDay,
  type ItineraryEntry,
  type ItineraryPlace,
} from '../itinerary/itinerary.js';
import { inCurrency, longDate, mapLink, notBooked, sampleLine } from '../words.js';

/** The option as Markdown (CommonMark), one heading a day. */
export function toMarkdown(itinerary: Itinerary): string {
  const { title, option, sample, days } = itinerary;
  return [
    `# ${escape(title)}`,
    '',
    `**${escape(option.name)}**, ${escape(option.cost)} for everyone`,
    '',
    ...(option.notes === '' ? [] : [escape(option.notes), '']),
    ...(sample ? [`> ${sampleLine}`, ''] : []),
    ...days.flatMap((day) => [...dayLines(day, itinerary), '']),
    `_${notBooked}_`,
    '',
  ].join('\n');
}

/** Marks that could mean something to a Markdown reader, and no others: people read these files as they are, too. */
const escape = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>~]|&(?=[#\w]+;)|:(?=\/\/)/g, (mark) => `\\${mark}`)
    .replace(/^[#+=-]/, (mark) => `\\${mark}`)
    .replace(/^(\d+)([.)])/, '$1\\$2');

function dayLines(day: ItineraryDay, itinerary: Itinerary): string[] {
  const when = day.date === undefined ? '' : `, ${longDate(day.date)}`;
  const { currency } = itinerary.option;
  return [
    `## Day ${day.number}${when}: ${escape(day.title)}`,
    '',
    ...day.entries.flatMap((entry) => entryLines(entry, currency)),
    ...(day.lodging
      ? [
          '',
          `Night: ${escape(day.lodging.name)}${day.lodging.cost === undefined ? '' : `, ${escape(inCurrency(day.lodging.cost, currency))}`}`,
        ]
      : []),
  ];
}

function entryLines(
  { time, title, transport, places }: ItineraryEntry,
  currency: string | undefined,
): string[] {
  const cost = transport?.cost === undefined ? '' : inCurrency(transport.cost, currency);
  const way = [transport?.words, cost].filter(Boolean).join(', ');
  return [
    `- **${escape(time)}** ${escape(title)}${way === '' ? '' : ` (${escape(way)})`}`,
    ...places.map((place) => `  - ${placeLine(place)}`),
  ];
}

function placeLine({ name, cost, hours, location, sample }: ItineraryPlace): string {
  const facts = [cost, hours && `open ${hours}`, sample ? sampleLine : undefined].filter(Boolean).join(', ');
  return `[${escape(name)}](${mapLink(location)})${facts === '' ? '' : ` ${escape(facts)}`}`;
}
