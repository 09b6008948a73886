import { isIsoDate } from '../flights/flight-query.js';
import { type Reply, type SeenRequest, StandIn } from './stand-in.js';

export const duffelToken = 'duffel_test_token-1';

const error = (status: number, type: string, code: string, title: string, headers = {}): Reply => ({
  status,
  headers,
  json: {
    errors: [
      { type, code, title, message: title, documentation_url: 'https://duffel.com/docs/api/overview/errors' },
    ],
    meta: { status, request_id: 'FZW0H3HdJwKk5HMAAKxB' },
  },
});

/** Replies a test can queue, as Duffel words them. */
export const duffelErrors = {
  invalid: (): Reply => error(422, 'validation_error', 'validation_required', 'Required field is missing'),
  unauthorized: (): Reply =>
    error(401, 'authentication_error', 'access_token_not_found', 'Access token not found'),
  /** Duffel says by a date when to come again. */
  tooMany: (resetAt?: string): Reply =>
    error(429, 'rate_limit_error', 'rate_limit_exceeded', 'Rate limit exceeded', {
      'ratelimit-limit': '60',
      'ratelimit-remaining': '0',
      ...(resetAt ? { 'ratelimit-reset': resetAt } : {}),
    }),
  server: (): Reply => error(500, 'api_error', 'internal_server_error', 'Internal server error'),
};

interface OfferRequestBody {
  data?: {
    slices?: { origin?: string; destination?: string; departure_date?: string }[];
    passengers?: { type?: string; age?: number }[];
    cabin_class?: string;
    max_connections?: number;
  };
}

/** Duffel's `POST /air/offer_requests`, as strict as its documentation. */
export const startDuffelStandIn = (today: string, liveMode = true): Promise<StandIn> =>
  StandIn.start((request) => answer(request, today, liveMode));

function answer(
  { method, path, query, headers, body }: SeenRequest,
  today: string,
  liveMode: boolean,
): Reply {
  if (headers['duffel-version'] !== 'v2') {
    return error(400, 'invalid_request_error', 'unsupported_version', 'The version is not supported');
  }
  if (headers.authorization !== `Bearer ${duffelToken}`) return duffelErrors.unauthorized();
  if (!headers.accept?.includes('application/json')) {
    return error(406, 'invalid_request_error', 'not_acceptable', 'Not acceptable');
  }
  if (method !== 'POST' || path.replace(/\/$/, '') !== '/air/offer_requests') {
    return error(404, 'invalid_request_error', 'not_found', 'Not found');
  }
  if (!headers['content-type']?.startsWith('application/json')) {
    return error(400, 'invalid_request_error', 'invalid_content_type_header', 'Unsupported content type');
  }
  const { data } = JSON.parse(body) as OfferRequestBody;
  const fault = faultIn(data, today) ?? queryFault(query);
  if (fault) return error(422, 'validation_error', 'validation_failed', `Invalid ${fault}`);
  return {
    status: 201,
    json: { data: offerRequest(data!, query.get('return_offers') !== 'false', liveMode) },
  };
}

function queryFault(query: URLSearchParams): string | undefined {
  const timeout = query.get('supplier_timeout');
  if (timeout !== null && !(Number(timeout) >= 2_000 && Number(timeout) <= 60_000)) return 'supplier_timeout';
  return [...query.keys()].find((name) => !['return_offers', 'supplier_timeout', 'view'].includes(name));
}

function faultIn(data: OfferRequestBody['data'], today: string): string | undefined {
  if (!data?.slices?.length) return 'slices';
  for (const { origin, destination, departure_date: date } of data.slices) {
    if (![origin, destination].every((code) => /^[A-Z]{3}$/.test(code ?? ''))) return 'origin';
    if (!isIsoDate(date ?? '') || date! < today) return 'departure_date';
  }
  const passengers = data.passengers ?? [];
  const known = passengers.every(({ type, age }) => (type === 'adult') !== (age !== undefined));
  if (passengers.length < 1 || passengers.length > 9 || !known) return 'passengers';
  if (data.cabin_class && !['economy', 'premium_economy', 'business', 'first'].includes(data.cabin_class)) {
    return 'cabin_class';
  }
  if (data.max_connections !== undefined && ![0, 1, 2].includes(data.max_connections))
    return 'max_connections';
  const allowed = ['slices', 'passengers', 'cabin_class', 'max_connections', 'private_fares'];
  return Object.keys(data).find((name) => !allowed.includes(name));
}

type Data = NonNullable<OfferRequestBody['data']>;

/** Berlin to Lisbon whatever is asked. */
function offerRequest(data: Data, withOffers: boolean, liveMode: boolean): unknown {
  const date = data.slices![0]!.departure_date!;
  const adults = data.passengers!.length;
  const cabin = data.cabin_class ?? 'economy';
  const direct = [segment('BER', 'LIS', `${date}T06:40:00`, `${date}T09:25:00`, '1432', cabin, adults)];
  const change = [
    segment('BER', 'MAD', `${date}T11:00:00`, `${date}T14:10:00`, '3677', cabin, adults),
    segment('MAD', 'LIS', `${date}T16:00:00`, `${date}T16:20:00`, '3118', cabin, adults),
  ];
  const offers = [
    offer('off_1', 181.5 * adults, direct, 'PT3H45M', adults),
    offer('off_2', 120.33 * adults, change, 'PT6H20M', adults),
  ];
  const shown = data.max_connections === 0 ? offers.slice(0, 1) : offers;
  return {
    id: 'orq_00009hjdomFOCJyxHG7k7k',
    live_mode: liveMode,
    created_at: '2026-11-21T12:00:00.000000Z',
    cabin_class: cabin,
    ...(withOffers ? { offers: shown } : {}),
  };
}

function segment(
  from: string,
  to: string,
  departing: string,
  arriving: string,
  number: string,
  cabin: string,
  passengers: number,
): unknown {
  const carrier = { id: 'arl_1', iata_code: 'ZZ', name: 'Duffel Airways', logo_symbol_url: null };
  return {
    id: `seg_${number}`,
    origin: { iata_code: from, time_zone: 'Europe/Berlin', type: 'airport' },
    destination: { iata_code: to, time_zone: 'Europe/Lisbon', type: 'airport' },
    departing_at: departing,
    arriving_at: arriving,
    marketing_carrier: carrier,
    marketing_carrier_flight_number: number,
    operating_carrier: carrier,
    duration: 'PT3H',
    distance: null,
    stops: [],
    passengers: Array.from({ length: passengers }, () => ({ cabin_class: cabin, baggages: [] })),
  };
}

const offer = (
  id: string,
  total: number,
  segments: unknown[],
  duration: string,
  passengers: number,
): unknown => ({
  id,
  live_mode: true,
  total_amount: total.toFixed(2),
  total_currency: 'GBP',
  tax_amount: null,
  expires_at: '2026-11-21T12:30:00.000000Z',
  owner: { iata_code: 'ZZ', name: 'Duffel Airways' },
  passengers: Array.from({ length: passengers }, (_, at) => ({ id: `pas_${at}`, type: 'adult' })),
  slices: [{ id: 'sli_1', duration, segments }],
});
