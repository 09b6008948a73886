import { type FlightOffer } from '@travellite/protocol';
import { z } from 'zod';
import { type AmadeusConnection } from '../../amadeus/amadeus-connection.js';
import { toMoney } from '../../currency/money.js';
import { type Gazetteer } from '../../gazetteer/gazetteer.js';
import { type ProviderCalls } from '../../remote/provider-calls.js';
import { refuseIfAborted } from '../../search-options.js';
import { checkFlightQuery, flightCode, requireCity } from '../flight-query.js';
import { flownMinutes } from '../flown-minutes.js';
import { type FlightQuery, type FlightSearch } from '../port.js';

const endSchema = z.object({
  iataCode: z.string().length(3),
  at: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/),
});
const segmentSchema = z.object({
  departure: endSchema,
  arrival: endSchema,
  carrierCode: z.string(),
  number: z.string(),
  id: z.string().optional(),
  numberOfStops: z.number().optional(),
});
const pricingSchema = z.object({
  travelerType: z.string(),
  price: z.object({ currency: z.string(), total: z.string().regex(/^\d+(\.\d+)?$/) }),
  fareDetailsBySegment: z.array(z.object({ cabin: z.string().optional() })).min(1),
});
const offerSchema = z.object({
  id: z.string(),
  itineraries: z
    .array(z.object({ duration: z.string().optional(), segments: z.array(segmentSchema).min(1) }))
    .min(1),
  travelerPricings: z.array(pricingSchema).min(1),
});
const answerSchema = z.object({
  data: z.array(offerSchema),
  dictionaries: z.object({ carriers: z.record(z.string(), z.string()).optional() }).optional(),
});
type Offer = z.infer<typeof offerSchema>;

/** Ms an answer is shared, and for which an offer is shown: Amadeus names no expiry for a search result. */
const validMs = 5 * 60_000;

/** Flights by Amadeus' Flight Offers Search v2. */
export function createAmadeusFlights(
  connection: AmadeusConnection,
  calls: ProviderCalls,
  gazetteer: Gazetteer,
  now: () => number,
): FlightSearch {
  return {
    source: 'amadeus',
    async search(query, options) {
      refuseIfAborted(options);
      checkFlightQuery(query, now());
      const params = paramsOf(query, gazetteer);
      const offers = await calls.call(
        {
          key: `flights ${JSON.stringify(params)}`,
          ttlMs: validMs,
          attempt: async (signal) => {
            const answer = await connection.get('/v2/shopping/flight-offers', params, answerSchema, signal);
            const fetchedAt = now();
            const carriers = answer.dictionaries?.carriers ?? {};
            return answer.data.flatMap(
              (offer) => toOffer(offer, { query, carriers, fetchedAt, gazetteer }) ?? [],
            );
          },
        },
        options,
      );
      return offers
        .map((offer) => ({ ...offer, from: query.from.name, to: query.to.name }))
        .sort((a, b) => a.price.amountMinor - b.price.amountMinor)
        .slice(0, query.limit ?? 12);
    },
  };
}

function paramsOf(query: FlightQuery, gazetteer: Gazetteer): Record<string, string | number | boolean> {
  return {
    originLocationCode: flightCode(gazetteer, requireCity(gazetteer, query.from)),
    destinationLocationCode: flightCode(gazetteer, requireCity(gazetteer, query.to)),
    departureDate: query.date,
    // Amadeus sells up to nine seats at a time.
    adults: Math.min(9, query.adults),
    ...(query.children ? { children: Math.min(9 - Math.min(9, query.adults), query.children) } : {}),
    ...(query.infants ? { infants: Math.min(query.adults, query.infants) } : {}),
    travelClass: (query.cabin ?? 'economy').toUpperCase(),
    nonStop: query.directOnly ?? false,
    ...(query.currency ? { currencyCode: query.currency } : {}),
    max: Math.max(1, Math.min(50, query.limit ?? 12)),
  };
}

interface OfferFrame {
  query: FlightQuery;
  carriers: Readonly<Record<string, string>>;
  fetchedAt: number;
  gazetteer: Gazetteer;
}

/** An offer as the ports have it; undefined for one that does not fit what was asked (a higher cabin, no adult fare). */
function toOffer(
  offer: Offer,
  { query, carriers, fetchedAt, gazetteer }: OfferFrame,
): FlightOffer | undefined {
  const { segments, duration } = offer.itineraries[0]!;
  const [first, last] = [segments[0]!, segments.at(-1)!];
  const adult = offer.travelerPricings.find(({ travelerType }) => travelerType === 'ADULT');
  const cabin = query.cabin ?? 'economy';
  if (!adult || adult.fareDetailsBySegment.some((fare) => fare.cabin && fare.cabin.toLowerCase() !== cabin))
    return;
  const departs = first.departure.at.slice(0, 16);
  const arrives = last.arrival.at.slice(0, 16);
  const times = { departs, arrives, fromAirport: first.departure.iataCode, toAirport: last.arrival.iataCode };
  const durationMinutes = flownMinutes(times, duration, gazetteer);
  if (durationMinutes === undefined || departs.slice(0, 10) !== query.date) return;
  return {
    // Amadeus numbers offers 1, 2, 3 in each answer; the flights and the day make it an identity.
    id: `amadeus-${query.date}-${segments.map(({ carrierCode, number }) => `${carrierCode}${number}`).join('-')}-${offer.id}`,
    from: query.from.name,
    to: query.to.name,
    ...times,
    durationMinutes,
    stops: segments.length - 1 + segments.reduce((sum, { numberOfStops }) => sum + (numberOfStops ?? 0), 0),
    carrier: carriers[first.carrierCode] ?? first.carrierCode,
    flightNumber: `${first.carrierCode}${first.number}`,
    cabin,
    price: toMoney(Number(adult.price.total), adult.price.currency),
    source: 'amadeus',
    sample: false,
    fetchedAt,
    expiresAt: fetchedAt + validMs,
  };
}
