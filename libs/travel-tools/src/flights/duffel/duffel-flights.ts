import { type FlightOffer } from '@travellite/protocol';
import { z } from 'zod';
import { toMoney } from '../../currency/money.js';
import { type Gazetteer } from '../../gazetteer/gazetteer.js';
import { requestJson } from '../../remote/http-json.js';
import { type ProviderCalls } from '../../remote/provider-calls.js';
import { refuseIfAborted } from '../../search-options.js';
import { checkFlightQuery, flightCode, requireCity } from '../flight-query.js';
import { flownMinutes } from '../flown-minutes.js';
import { type FlightQuery, type FlightSearch } from '../port.js';

export interface DuffelAccess {
  /** Access token of the organisation. */
  token: string;
  /** `https://api.duffel.com` when absent. */
  baseUrl?: string;
}

const carrierSchema = z.object({ iata_code: z.string().nullish(), name: z.string() });
const segmentSchema = z.object({
  origin: z.object({ iata_code: z.string().length(3) }),
  destination: z.object({ iata_code: z.string().length(3) }),
  departing_at: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/),
  arriving_at: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/),
  marketing_carrier: carrierSchema,
  marketing_carrier_flight_number: z.string().nullish(),
  passengers: z.array(z.object({ cabin_class: z.string().nullish() })).default([]),
  stops: z.array(z.unknown()).nullish(),
});
const offerSchema = z.object({
  id: z.string(),
  total_amount: z.string().regex(/^\d+(\.\d+)?$/),
  total_currency: z.string().regex(/^[A-Z]{3}$/),
  expires_at: z.string().nullish(),
  passengers: z.array(z.unknown()).min(1),
  slices: z
    .array(z.object({ duration: z.string().nullish(), segments: z.array(segmentSchema).min(1) }))
    .min(1),
});
const answerSchema = z.object({ data: z.object({ live_mode: z.boolean(), offers: z.array(offerSchema) }) });
type Offer = z.infer<typeof offerSchema>;

/** Ms airlines get to answer Duffel; below our own limit, so that what is there arrives in time. */
const supplierMs = 6_000;
const validMs = 5 * 60_000;

/**
 * Flights by Duffel's offer requests, API version 2. One POST of our own rather than the `@duffel/api` package: that
 * package has no time limit and no way to abort, and on import it replaces `process.env` by a copy. A test holds our
 * requests against the package's.
 */
export function createDuffelFlights(
  access: DuffelAccess,
  calls: ProviderCalls,
  gazetteer: Gazetteer,
  now: () => number,
): FlightSearch {
  const ask = (body: string, signal: AbortSignal) => {
    const url = new URL('/air/offer_requests', access.baseUrl ?? 'https://api.duffel.com');
    url.search = new URLSearchParams({
      return_offers: 'true',
      supplier_timeout: String(supplierMs),
    }).toString();
    const headers = {
      'content-type': 'application/json',
      'duffel-version': 'v2',
      authorization: `Bearer ${access.token}`,
    };
    // Duffel asks not to repeat a request that ended with 500 or 502.
    return requestJson(
      { url, method: 'POST', headers, body, schema: answerSchema, noRetry: [500, 502] },
      signal,
      now,
    );
  };

  return {
    source: 'duffel',
    async search(query, options) {
      refuseIfAborted(options);
      checkFlightQuery(query, now());
      const body = JSON.stringify({ data: offerRequest(query, gazetteer) });
      const offers = await calls.call(
        {
          key: `flights ${body}`,
          ttlMs: validMs,
          attempt: async (signal) => {
            const { data } = await ask(body, signal);
            const frame = { query, sample: !data.live_mode, fetchedAt: now(), gazetteer };
            return data.offers.flatMap((offer) => toOffer(offer, frame) ?? []);
          },
        },
        options,
      );
      return offers
        .filter(({ expiresAt }) => expiresAt === undefined || expiresAt > now())
        .map((offer) => ({ ...offer, from: query.from.name, to: query.to.name }))
        .sort((a, b) => a.price.amountMinor - b.price.amountMinor)
        .slice(0, query.limit ?? 12);
    },
  };
}

/** What to ask. Only adults: Duffel prices an offer as a whole, and the ports want the fare of one adult. */
function offerRequest(query: FlightQuery, gazetteer: Gazetteer) {
  return {
    slices: [
      {
        origin: flightCode(gazetteer, requireCity(gazetteer, query.from)),
        destination: flightCode(gazetteer, requireCity(gazetteer, query.to)),
        departure_date: query.date,
      },
    ],
    passengers: Array.from({ length: Math.min(9, query.adults) }, () => ({ type: 'adult' })),
    cabin_class: query.cabin ?? 'economy',
    max_connections: query.directOnly ? 0 : 1,
  };
}

interface OfferFrame {
  query: FlightQuery;
  sample: boolean;
  fetchedAt: number;
  gazetteer: Gazetteer;
}

function toOffer(offer: Offer, { query, sample, fetchedAt, gazetteer }: OfferFrame): FlightOffer | undefined {
  const { segments, duration } = offer.slices[0]!;
  const [first, last] = [segments[0]!, segments.at(-1)!];
  const cabin = query.cabin ?? 'economy';
  const otherCabin = segments.some(({ passengers }) =>
    passengers.some((p) => p.cabin_class && p.cabin_class !== cabin),
  );
  const times = {
    departs: first.departing_at.slice(0, 16),
    arrives: last.arriving_at.slice(0, 16),
    fromAirport: first.origin.iata_code,
    toAirport: last.destination.iata_code,
  };
  const durationMinutes = flownMinutes(times, duration, gazetteer);
  if (otherCabin || durationMinutes === undefined || times.departs.slice(0, 10) !== query.date)
    return undefined;
  const total = toMoney(Number(offer.total_amount), offer.total_currency);
  const expiresAt = Date.parse(offer.expires_at ?? '');
  const carrier = first.marketing_carrier;
  return {
    id: `duffel-${offer.id}`,
    from: query.from.name,
    to: query.to.name,
    ...times,
    durationMinutes,
    stops: segments.length - 1 + segments.reduce((sum, { stops }) => sum + (stops?.length ?? 0), 0),
    carrier: carrier.name,
    flightNumber: `${carrier.iata_code ?? ''}${first.marketing_carrier_flight_number ?? ''}`,
    cabin,
    price: { amountMinor: Math.ceil(total.amountMinor / offer.passengers.length), currency: total.currency },
    source: 'duffel',
    // Test tokens are answered with airlines that do not exist.
    sample,
    fetchedAt,
    expiresAt: Number.isNaN(expiresAt) ? fetchedAt + validMs : expiresAt,
  };
}
