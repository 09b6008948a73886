import { type FlightOffer, type Money, toTravelError } from '@travellite/protocol';
import { fromMoney } from '../../currency/money.js';
import { euroRate } from '../../currency/table/sample-price.js';
import { type FlightSearch } from '../port.js';

/**
 * Asks several providers at once and puts their offers together, cheapest first. A provider that fails is passed over
 * while another answers; a query that is wrong, or an abort, fails as it does with one.
 */
export function createCombinedFlights(searches: readonly [FlightSearch, ...FlightSearch[]]): FlightSearch {
  return {
    source: searches.map(({ source }) => source).join(', '),
    async search(query, options) {
      const outcomes = await Promise.allSettled(searches.map((one) => one.search(query, options)));
      const answers = outcomes.filter((outcome) => outcome.status === 'fulfilled').map(({ value }) => value);
      const failures = outcomes
        .filter((outcome) => outcome.status === 'rejected')
        .map(({ reason }) => toTravelError(reason));
      const decisive = failures.find(
        ({ code }) => code === 'cancelled' || code === 'invalid' || code === 'not_found',
      );
      if (decisive) throw decisive;
      if (answers.length === 0) throw failures[0]!;
      return answers
        .flat()
        .sort((a: FlightOffer, b: FlightOffer) => euros(a.price) - euros(b.price))
        .slice(0, query.limit ?? 12);
    },
  };
}

/** For the order only: providers may answer in different currencies. */
const euros = (price: Money): number => fromMoney(price) * (euroRate(price.currency) ?? 1);
