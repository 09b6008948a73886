export {
  type Itinerary,
  type ItineraryDay,
  type ItineraryEntry,
  type ItineraryPlace,
  type Moment,
  optionCount,
  toItinerary,
  usualOption,
} from './itinerary/itinerary.js';
export { type CalendarOptions, toCalendar } from './calendar/to-calendar.js';
export { toMarkdown } from './text/to-markdown.js';
export { toJson } from './text/to-json.js';
export { createShareLinks, type OpenedLink, type ShareLinks, tripIdOf } from './share/share-links.js';
export { type PageOptions, toPage } from './page/to-page.js';
export { pageStyle } from './page/page-style.js';
