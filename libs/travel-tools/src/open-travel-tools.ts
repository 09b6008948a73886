import { type Counters, type Log } from '@travellite/telemetry';
import { type RateSource } from './currency/port.js';
import { createTableRates } from './currency/table/table-rates.js';
import { type FlightSearch } from './flights/port.js';
import { createSampleFlights } from './flights/sample/sample-flights.js';
import { type Gazetteer } from './gazetteer/gazetteer.js';
import { worldGazetteer } from './gazetteer/open-gazetteer.js';
import { type LegSearch } from './legs/port.js';
import { createSampleLegs } from './legs/sample/sample-legs.js';
import { createCuratedPlaces } from './places/curated/curated-places.js';
import { type PlaceSearch } from './places/port.js';
import { createSuggestedPlaces } from './places/suggestions/suggested-places.js';
import { type StaySearch } from './stays/port.js';
import { createSampleStays } from './stays/sample/sample-stays.js';
import { createNormalWeather } from './weather/normals/normal-weather.js';
import { type WeatherSource } from './weather/port.js';

/** Every search a trip needs. */
export interface TravelTools {
  flights: FlightSearch;
  stays: StaySearch;
  /** Known places; a city nobody knows anything of has none. */
  places: PlaceSearch;
  /** Ideas that hold in any town, for cities without known places. */
  ideas: PlaceSearch;
  weather: WeatherSource;
  currency: RateSource;
  legs: LegSearch;
  gazetteer: Gazetteer;
}

/** Which providers to use. Without any, everything works on the data set and labelled samples. */
export type TravelToolsConfig = Record<string, never>;

export interface TravelToolsSurroundings {
  /** Unix ms. */
  now: () => number;
  log?: Log;
  counters?: Counters;
}

/** The tools for a configuration. Providers connect on first use. */
export function createTravelTools(_config: TravelToolsConfig, { now }: TravelToolsSurroundings): TravelTools {
  const gazetteer = worldGazetteer();
  return {
    flights: createSampleFlights(gazetteer, now),
    stays: createSampleStays(gazetteer, now),
    places: createCuratedPlaces(gazetteer),
    ideas: createSuggestedPlaces(gazetteer, now),
    weather: createNormalWeather(gazetteer, now),
    currency: createTableRates(),
    legs: createSampleLegs(gazetteer, now),
    gazetteer,
  };
}
