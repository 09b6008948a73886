import {
  type Itinerary,
  type ItineraryDay,
  type ItineraryEntry,
  type ItineraryPlace,
} from '../itinerary/itinerary.js';
import { type FileWords, fileWords, filled } from '../file-words.js';
import { inCurrency, longDate, mapLink } from '../words.js';
import { type Html, html } from './html.js';

export interface PageOptions {
  /** The address of the page after `/trips/`, and what else of its query must be kept (`userId=ann`). */
  id: string;
  query?: string;
}

/** The option as a page to read: plain HTML without a script, its style under `/trips/style.css`. */
export function toPage(itinerary: Itinerary, options: PageOptions): string {
  const { title, option, sample, days, language } = itinerary;
  const words = fileWords(language);
  const address = addresses(options);
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} – TravelLite</title>
        <link rel="icon" href="/favicon.svg" />
        <link rel="stylesheet" href="/trips/style.css" />
      </head>
      <body>
        <main>
          <header>
            <p class="brand">TravelLite</p>
            <h1>${title}</h1>
            ${optionNav(itinerary, address)}
            <p class="sum">${sumLine(option.cost, words)}</p>
            <p>${option.notes}</p>
            ${sample ? html`<p class="sample">${words.sample}</p>` : undefined}
            <p class="files">
              <a class="button" href="${address(option.number, '.ics')}">${words.calendar}</a>
              <a href="${address(option.number, '.md')}">${words.download}</a>
            </p>
          </header>
          ${days.map((day) => daySection(day, itinerary))}
          <footer><p>${words.notBooked}</p></footer>
        </main>
      </body>
    </html>`.text.concat('\n');
}

/** The sum in bold, whatever stands around it. */
function sumLine(cost: string, { everyone }: FileWords): Html {
  const [before = '', after = ''] = everyone.split('{x}');
  return html`${before}<strong>${cost}</strong>${after}`;
}

type Address = (option: number, ending?: string) => string;

const addresses =
  ({ id, query = '' }: PageOptions): Address =>
  (option, ending = '') =>
    `/trips/${id}${ending}?${query === '' ? '' : `${query}&`}option=${option}`;

function optionNav({ option, language }: Itinerary, address: Address): Html {
  const { number, of, name, names } = option;
  if (of === 1) return html`<p class="option">${name}</p>`;
  return html`<nav aria-label="${fileWords(language).options}">
    ${names.map((one, at) =>
      at + 1 === number
        ? html`<a href="${address(at + 1)}" aria-current="page">${one}</a> `
        : html`<a href="${address(at + 1)}">${one}</a> `,
    )}
  </nav>`;
}

function daySection(
  { number, date, title, entries, lodging }: ItineraryDay,
  { option: { currency }, language }: Itinerary,
): Html {
  const words = fileWords(language);
  const when = date === undefined ? '' : `, ${longDate(date, words.locale)}`;
  const price = lodging?.cost === undefined ? '' : `, ${inCurrency(lodging.cost, currency, language)}`;
  return html`<section>
    <h2><span>${filled(words.day, { n: number })}${when}</span>${title}</h2>
    <ol>
      ${entries.map((entry) => entryItem(entry, currency, language))}
    </ol>
    ${
      lodging
        ? html`<p class="night">${filled(words.night, { x: `${lodging.name}${price}` })}</p>`
        : undefined
    }
  </section>`;
}

function entryItem(
  { time, title, transport, places }: ItineraryEntry,
  currency: string | undefined,
  language: string,
): Html {
  const words = fileWords(language);
  const cost = transport?.cost === undefined ? '' : inCurrency(transport.cost, currency, language);
  const way = [transport?.words, cost].filter(Boolean).join(', ');
  return html`<li>
    <p class="time">${time}</p>
    <div>
      <p>${title}</p>
      ${way === '' ? undefined : html`<p class="quiet">${way}</p>`}
      ${places.map((place) => placeLine(place, words))}
    </div>
  </li>`;
}

function placeLine(
  { name, cost, hours, description, location, sample }: ItineraryPlace,
  words: FileWords,
): Html {
  const open = hours && filled(words.open, { x: hours });
  const facts = [cost, open, sample ? words.sample : undefined].filter(Boolean).join(', ');
  return html`<p class="quiet">
    <a href="${mapLink(location)}" rel="noreferrer">${name}</a>${facts === '' ? '' : `, ${facts}`}.
    ${description ?? ''}
  </p>`;
}
