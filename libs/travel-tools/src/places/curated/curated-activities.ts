import { refuseIfAborted } from '../../search-options.js';
import { type PlaceSearch } from '../port.js';

/** Kinds that are done rather than looked at, with somebody to book with. */
const doneKinds = /boat|cruise|class|show|ride|theatre|club|concert|spa|bath|theme park|stadium|tour/;

/** The bookable ones among known sights: boat trips, shows, classes, baths. */
export function createCuratedActivities(places: PlaceSearch): PlaceSearch {
  return {
    source: places.source,
    async attractions(query, options) {
      const all = await places.attractions({ ...query, limit: 1_000 }, options);
      const done = all.filter(({ kind, price }) => doneKinds.test(kind) && price.amountMinor > 0);
      return done.slice(0, query.limit ?? 60);
    },
    async restaurants(_query, options) {
      refuseIfAborted(options);
      return [];
    },
  };
}
