import { type HouseRule, type Stay } from '@travellite/protocol';
import { z } from 'zod';
import { type AmadeusConnection } from '../../amadeus/amadeus-connection.js';
import { AmadeusFault } from '../../amadeus/amadeus-faults.js';
import { toMoney } from '../../currency/money.js';
import { flightCode, requireCity } from '../../flights/flight-query.js';
import { type Gazetteer } from '../../gazetteer/gazetteer.js';
import { type ProviderCalls } from '../../remote/provider-calls.js';
import { refuseIfAborted } from '../../search-options.js';
import { type StayQuery, type StaySearch } from '../port.js';
import { checkStayQuery } from '../stay-query.js';

const hotelListSchema = z.object({ data: z.array(z.object({ hotelId: z.string().length(8) })) });
const offersSchema = z.object({
  data: z.array(
    z.object({
      hotel: z.object({
        hotelId: z.string(),
        name: z.string(),
        latitude: z.number().optional(),
        longitude: z.number().optional(),
      }),
      available: z.boolean().optional(),
      offers: z
        .array(
          z.object({
            id: z.string(),
            guests: z.object({ adults: z.number().optional() }).optional(),
            price: z.object({ currency: z.string(), total: z.string().regex(/^\d+(\.\d+)?$/) }),
          }),
        )
        .default([]),
    }),
  ),
});
type Hotel = z.infer<typeof offersSchema>['data'][number];

/** Hotel Search v3 takes at most twenty hotels at a time. */
const hotelsPerSearch = 20;
const listTtlMs = 24 * 3_600_000;
const validMs = 10 * 60_000;

/** Amadeus says nothing of house rules: what is not promised counts as forbidden, so that no wish is taken for granted. */
const unpromised: readonly HouseRule[] = ['smoking', 'pets', 'parties'];

/** Codes that mean "nothing found", which is an answer: no hotels for the input, no rooms, nothing for the city. */
const nothingFound = new Set([424, 895, 3664]);

/** Hotels by Amadeus: Hotel List v1 for the city, then Hotel Search v3 for prices. */
export function createAmadeusStays(
  connection: AmadeusConnection,
  calls: ProviderCalls,
  gazetteer: Gazetteer,
  now: () => number,
): StaySearch {
  const hotelIds = (cityCode: string, signal: AbortSignal | undefined): Promise<string[]> =>
    calls.call(
      {
        key: `hotels ${cityCode}`,
        ttlMs: listTtlMs,
        attempt: async (attempt) => {
          const path = '/v1/reference-data/locations/hotels/by-city';
          const params = { cityCode, radius: 8, radiusUnit: 'KM', hotelSource: 'ALL' };
          const list = await orNothing(connection.get(path, params, hotelListSchema, attempt), { data: [] });
          return list.data.slice(0, hotelsPerSearch).map(({ hotelId }) => hotelId);
        },
      },
      { signal },
    );

  return {
    source: 'amadeus',
    async search(query, options) {
      refuseIfAborted(options);
      const nights = checkStayQuery(query);
      const ids = await hotelIds(flightCode(gazetteer, requireCity(gazetteer, query.city)), options?.signal);
      if (ids.length === 0) return [];
      const params = paramsOf(query, ids);
      const stays = await calls.call(
        {
          key: `stays ${JSON.stringify(params)}`,
          ttlMs: validMs,
          attempt: async (signal) => {
            const path = '/v3/shopping/hotel-offers';
            const answer = await orNothing(connection.get(path, params, offersSchema, signal), { data: [] });
            return answer.data.flatMap(
              (hotel) => toStay(hotel, { nights, adults: params.adults, fetchedAt: now() }) ?? [],
            );
          },
        },
        options,
      );
      return stays
        .map((stay) => ({ ...stay, city: query.city.name }))
        .sort((a, b) => a.pricePerNight.amountMinor - b.pricePerNight.amountMinor)
        .slice(0, query.limit ?? 40);
    },
  };
}

const paramsOf = (query: StayQuery, ids: readonly string[]) => ({
  hotelIds: ids.join(','),
  // Per room: two share one, more rooms are the planner's sum.
  adults: Math.min(2, query.adults),
  checkInDate: query.checkIn,
  checkOutDate: query.checkOut,
  roomQuantity: 1,
  bestRateOnly: true,
  ...(query.currency ? { currency: query.currency } : {}),
});

function toStay(
  { hotel, offers, available }: Hotel,
  { nights, adults, fetchedAt }: { nights: number; adults: number; fetchedAt: number },
): Omit<Stay, 'city'> | undefined {
  const offer = offers[0];
  if (!offer || available === false) return undefined;
  const total = toMoney(Number(offer.price.total), offer.price.currency);
  const { latitude: lat, longitude: lng } = hotel;
  return {
    id: `amadeus-${hotel.hotelId}-${offer.id}`,
    name: hotel.name,
    ...(lat === undefined || lng === undefined ? {} : { location: { lat, lng } }),
    kind: 'hotel',
    roomType: 'private_room',
    forbids: [...unpromised],
    minNights: 1,
    capacity: offer.guests?.adults ?? adults,
    // Rounded up: the nights together must not cost more than the sum of the parts.
    pricePerNight: { amountMinor: Math.ceil(total.amountMinor / nights), currency: total.currency },
    source: 'amadeus',
    sample: false,
    fetchedAt,
    expiresAt: fetchedAt + validMs,
  };
}

async function orNothing<T>(answer: Promise<T>, nothing: T): Promise<T> {
  try {
    return await answer;
  } catch (thrown) {
    if (thrown instanceof AmadeusFault && thrown.codes.some((code) => nothingFound.has(code))) return nothing;
    throw thrown;
  }
}
