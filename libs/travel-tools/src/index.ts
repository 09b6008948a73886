export { curatedCities } from './places/data/index.js';
export {
  type AttractionData,
  type CityData,
  type Diet,
  type FactSource,
  type LatLng,
  type PriceBand,
  priceBand,
  type RestaurantData,
  type StayArea,
} from './places/city-data.js';
export { formatOpeningHours, parseOpeningHours } from './places/opening-hours.js';
