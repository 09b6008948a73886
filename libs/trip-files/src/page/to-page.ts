import {
  type Itinerary,
  type ItineraryDay,
  type ItineraryEntry,
  type ItineraryPlace,
} from '../itinerary/itinerary.js';
import { inCurrency, longDate, mapLink, notBooked, sampleLine } from '../words.js';
import { type Html, html } from './html.js';

export interface PageOptions {
  /** The address of the page after `/trips/`, and what else of its query must be kept (`userId=ann`). */
  id: string;
  query?: string;
}

/** The option as a page to read: plain HTML without a script, its style under `/trips/style.css`. */
export function toPage(itinerary: Itinerary, options: PageOptions): string {
  const { title, option, sample, days } = itinerary;
  const address = addresses(options);
  return html`<!doctype html>
    <html lang="en">
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
            <p class="sum"><strong>${option.cost}</strong> for everyone</p>
            <p>${option.notes}</p>
            ${sample ? html`<p class="sample">${sampleLine}</p>` : undefined}
            <p class="files">
              <a class="button" href="${address(option.number, '.ics')}">Add to calendar</a>
              <a href="${address(option.number, '.md')}">Download</a>
            </p>
          </header>
          ${days.map((day) => daySection(day, option.currency))}
          <footer><p>${notBooked}</p></footer>
        </main>
      </body>
    </html>`.text.concat('\n');
}

type Address = (option: number, ending?: string) => string;

const addresses =
  ({ id, query = '' }: PageOptions): Address =>
  (option, ending = '') =>
    `/trips/${id}${ending}?${query === '' ? '' : `${query}&`}option=${option}`;

function optionNav({ option }: Itinerary, address: Address): Html {
  const { number, of, name, names } = option;
  if (of === 1) return html`<p class="option">${name}</p>`;
  return html`<nav aria-label="Options">
    ${names.map((one, at) =>
      at + 1 === number
        ? html`<a href="${address(at + 1)}" aria-current="page">${one}</a> `
        : html`<a href="${address(at + 1)}">${one}</a> `,
    )}
  </nav>`;
}

function daySection(
  { number, date, title, entries, lodging }: ItineraryDay,
  currency: string | undefined,
): Html {
  return html`<section>
    <h2><span>Day ${number}${date === undefined ? '' : `, ${longDate(date)}`}</span>${title}</h2>
    <ol>
      ${entries.map((entry) => entryItem(entry, currency))}
    </ol>
    ${
      lodging
        ? html`<p class="night">
            Night:
            ${lodging.name}${lodging.cost === undefined ? '' : `, ${inCurrency(lodging.cost, currency)}`}
          </p>`
        : undefined
    }
  </section>`;
}

function entryItem({ time, title, transport, places }: ItineraryEntry, currency: string | undefined): Html {
  const cost = transport?.cost === undefined ? '' : inCurrency(transport.cost, currency);
  const way = [transport?.words, cost].filter(Boolean).join(', ');
  return html`<li>
    <p class="time">${time}</p>
    <div>
      <p>${title}</p>
      ${way === '' ? undefined : html`<p class="quiet">${way}</p>`} ${places.map(placeLine)}
    </div>
  </li>`;
}

function placeLine({ name, cost, hours, description, location, sample }: ItineraryPlace): Html {
  const facts = [cost, hours && `open ${hours}`, sample ? sampleLine : undefined].filter(Boolean).join(', ');
  return html`<p class="quiet">
    <a href="${mapLink(location)}" rel="noreferrer">${name}</a>${facts === '' ? '' : `, ${facts}`}.
    ${description ?? ''}
  </p>`;
}
