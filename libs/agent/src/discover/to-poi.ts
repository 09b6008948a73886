import { type Attraction, moneyText, type Poi, type Restaurant, type Stay } from '@travellite/protocol';
import { formatOpeningHours } from '@travellite/travel-tools';

/** A place of the data as clients know places; `undefined` when nobody says where it is. */
export function attractionToPoi(place: Attraction): Poi | undefined {
  return toPoi(place, 'tourist_destination', plainPrice(place.price, 'per person'));
}

export function restaurantToPoi(place: Restaurant): Poi | undefined {
  return toPoi(place, 'restaurant', plainPrice(place.price, 'a meal'));
}

export function stayToPoi(stay: Stay): Poi | undefined {
  const cost = `${plainPrice(stay.pricePerNight, 'per night')}${stay.sample ? ', sample data' : ''}`;
  return toPoi({ ...stay, description: `${capital(stay.kind)} in ${stay.city}` }, 'lodge', cost);
}

function toPoi(
  place: Pick<Attraction, 'name' | 'location' | 'description' | 'hours' | 'sample'> & { address?: string },
  kind: Poi['poi_type'],
  cost: string,
): Poi | undefined {
  if (!place.location) return undefined;
  return {
    name: place.name,
    description: place.description ?? '',
    geo_coordinate: { lat: place.location.lat, lng: place.location.lng },
    poi_type: kind,
    ...(place.hours ? { opening_hours: formatOpeningHours(place.hours) } : {}),
    ...(place.address === undefined ? {} : { address: place.address }),
    ...(place.sample ? { special_instructions: 'Sample data' } : {}),
    cost,
  };
}

const plainPrice = (price: Attraction['price'], what: string) =>
  price.amountMinor === 0 ? 'Free' : `${moneyText(price)} ${what}`;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1).replaceAll('_', ' ');
