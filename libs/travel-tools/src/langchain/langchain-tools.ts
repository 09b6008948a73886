import { type StructuredToolInterface, tool } from '@langchain/core/tools';
import { toTravelError } from '@travellite/protocol';
import { type z } from 'zod';
import { convertMoney, fromMoney, toMoney } from '../currency/money.js';
import { type TravelTools } from '../open-travel-tools.js';
import * as schemas from './tool-schemas.js';

/** Results shown to a model: more would only cost tokens. */
const mostResults = 10;

/**
 * The searches as LangChain tools. A tool never throws for a failed search: it answers `{"error": {code, message,
 * retryable}}`, so that the model can say what is down and go on. An abort still rejects.
 */
export function createLangChainTools(tools: TravelTools): StructuredToolInterface[] {
  return [...bookingTools(tools), ...placeTools(tools), ...wayTools(tools)];
}

function bookingTools(tools: TravelTools): StructuredToolInterface[] {
  return [
    define(
      'searchFlights',
      'One-way flights between two cities on a day, cheapest first. Price is for one adult.',
      schemas.searchFlightsSchema,
      ({ from, to, ...rest }, signal) =>
        tools.flights.search(
          { from: schemas.toPlaceRef(from), to: schemas.toPlaceRef(to), ...rest, limit: mostResults },
          { signal },
        ),
    ),
    define(
      'searchStays',
      'Places to sleep in a city, cheapest first. Price is for one room and night.',
      schemas.searchStaysSchema,
      ({ city, country, ...rest }, signal) =>
        tools.stays.search(
          { city: schemas.toPlaceRef(city, country), ...rest, limit: mostResults },
          { signal },
        ),
    ),
  ];
}

function placeTools(tools: TravelTools): StructuredToolInterface[] {
  return [
    define(
      'findAttractions',
      'Sights and activities of a city with opening hours and prices.',
      schemas.findAttractionsSchema,
      ({ city, country, interests }, signal) =>
        tools.places.attractions(
          { city: schemas.toPlaceRef(city, country), tags: interests, limit: mostResults },
          { signal },
        ),
    ),
    define(
      'findActivities',
      'Tours, boat trips, shows and classes of a city that can be booked, with prices.',
      schemas.findAttractionsSchema,
      ({ city, country, interests }, signal) =>
        tools.activities.attractions(
          { city: schemas.toPlaceRef(city, country), tags: interests, limit: mostResults },
          { signal },
        ),
    ),
    define(
      'findRestaurants',
      'Restaurants of a city with cuisines, hours and price of a meal.',
      schemas.findRestaurantsSchema,
      ({ city, country, cuisines }, signal) =>
        tools.places.restaurants(
          { city: schemas.toPlaceRef(city, country), cuisines, limit: mostResults },
          { signal },
        ),
    ),
  ];
}

function wayTools(tools: TravelTools): StructuredToolInterface[] {
  return [
    define(
      'findGroundTransport',
      'Train, bus, car, taxi and ferry between two cities.',
      schemas.findLegsSchema,
      ({ from, to, modes }, signal) =>
        tools.legs.search(
          { from: schemas.toPlaceRef(from), to: schemas.toPlaceRef(to), ...(modes ? { modes } : {}) },
          { signal },
        ),
    ),
    define(
      'getWeather',
      'Weather of a city by day: forecast where there is one, else what is usual.',
      schemas.getWeatherSchema,
      ({ city, country, from, to }, signal) =>
        tools.weather.days({ city: schemas.toPlaceRef(city, country), from, to }, { signal }),
    ),
    define(
      'convertCurrency',
      'An amount in another currency, with the date of the rate.',
      schemas.convertCurrencySchema,
      async ({ amount, from, to }, signal) => {
        const table = await tools.currency.rates(to, { signal });
        const converted = convertMoney(toMoney(amount, from), to, table);
        return { amount: fromMoney(converted), currency: to, rateDate: table.date, source: table.source };
      },
    ),
  ];
}

function define<Schema extends z.ZodObject>(
  name: string,
  description: string,
  schema: Schema,
  run: (input: z.output<Schema>, signal: AbortSignal | undefined) => Promise<unknown>,
): StructuredToolInterface {
  return tool(
    async (input, config: { signal?: AbortSignal } | undefined) => {
      try {
        return JSON.stringify(await run(input as z.output<Schema>, config?.signal));
      } catch (thrown) {
        const error = toTravelError(thrown);
        if (error.code === 'cancelled') throw error;
        return JSON.stringify({
          error: { code: error.code, message: error.message, retryable: error.retryable },
        });
      }
    },
    { name, description, schema },
  ) as unknown as StructuredToolInterface;
}
