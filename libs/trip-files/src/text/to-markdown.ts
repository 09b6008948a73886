import {
  type Itinerary,
  type ItineraryDay,
  type ItineraryEntry,
  type ItineraryPlace,
} from '../itinerary/itinerary.js';
import { type FileWords, fileWords, filled } from '../file-words.js';
import { inCurrency, longDate, mapLink } from '../words.js';

/** The option as Markdown (CommonMark), one heading a day. */
export function toMarkdown(itinerary: Itinerary): string {
  const { title, option, sample, days, language } = itinerary;
  const words = fileWords(language);
  return [
    `# ${escape(title)}`,
    '',
    `**${escape(option.name)}**, ${escape(filled(words.everyone, { x: option.cost }))}`,
    '',
    ...(option.notes === '' ? [] : [escape(option.notes), '']),
    ...(sample ? [`> ${words.sample}`, ''] : []),
    ...days.flatMap((day) => [...dayLines(day, itinerary), '']),
    `_${words.notBooked}_`,
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
  const words = fileWords(itinerary.language);
  const when = day.date === undefined ? '' : `, ${longDate(day.date, words.locale)}`;
  const { currency } = itinerary.option;
  const cost = day.lodging?.cost;
  const night = [
    day.lodging?.name ?? '',
    ...(cost === undefined ? [] : [inCurrency(cost, currency, itinerary.language)]),
  ].join(', ');
  return [
    `## ${filled(words.day, { n: day.number })}${when}: ${escape(day.title)}`,
    '',
    ...day.entries.flatMap((entry) => entryLines(entry, itinerary)),
    ...(day.lodging ? ['', escape(filled(words.night, { x: night }))] : []),
  ];
}

function entryLines(
  { time, title, transport, places }: ItineraryEntry,
  { option, language }: Itinerary,
): string[] {
  const cost = transport?.cost === undefined ? '' : inCurrency(transport.cost, option.currency, language);
  const way = [transport?.words, cost].filter(Boolean).join(', ');
  return [
    `- **${escape(time)}** ${escape(title)}${way === '' ? '' : ` (${escape(way)})`}`,
    ...places.map((place) => `  - ${placeLine(place, fileWords(language))}`),
  ];
}

function placeLine({ name, cost, hours, location, sample }: ItineraryPlace, words: FileWords): string {
  const open = hours && filled(words.open, { x: hours });
  const facts = [cost, open, sample ? words.sample : undefined].filter(Boolean).join(', ');
  return `[${escape(name)}](${mapLink(location)})${facts === '' ? '' : ` ${escape(facts)}`}`;
}
