export { curatedCities } from './places/data/index.js';
export { type AttractionData, type CityData, priceBand, type RestaurantData } from './places/city-data.js';
export { formatOpeningHours, parseOpeningHours } from './places/opening-hours.js';
export {
  createTravelTools,
  type TravelTools,
  type TravelToolsConfig,
  type TravelToolsSurroundings,
} from './open-travel-tools.js';
export {
  catalogueFor,
  type CatalogueOptions,
  type CatalogueResult,
  type ToolFault,
} from './catalogue/catalogue-for.js';
export { expandDestinations } from './catalogue/expand-destinations.js';
export { createLangChainTools } from './langchain/langchain-tools.js';
export { type Gazetteer, type KnownCity } from './gazetteer/gazetteer.js';
export { worldGazetteer } from './gazetteer/open-gazetteer.js';
export { type FlightQuery, type FlightSearch } from './flights/port.js';
export { type StayQuery, type StaySearch } from './stays/port.js';
export { type AttractionQuery, type PlaceSearch, type RestaurantQuery } from './places/port.js';
export { type LegQuery, type LegSearch } from './legs/port.js';
export { type DayWeather, type WeatherQuery, type WeatherSource } from './weather/port.js';
export { type RateSource, type RateTable } from './currency/port.js';
export { convertMoney, currencyDigits, fromMoney, toMoney } from './currency/money.js';
export { distanceKm } from './geo/distance.js';
export { fromLocal } from './geo/time-zones.js';
