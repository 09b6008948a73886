import { isIsoDate } from '../flights/flight-query.js';
import {
  amadeusActivities,
  amadeusFlightOffers,
  amadeusHotelOffers,
  amadeusHotels,
} from './amadeus-answers.js';
import { type Reply, type SeenRequest, StandIn } from './stand-in.js';

export const amadeusCredentials = { clientId: 'client-1', clientSecret: 'secret-1' };

type Check = (value: string) => boolean;
interface Endpoint {
  required: Record<string, Check>;
  optional: Record<string, Check>;
  answer: (query: URLSearchParams) => unknown;
}

const iata: Check = (value) => /^[A-Z]{3}$/.test(value);
const whole =
  (min: number, max: number): Check =>
  (value) =>
    /^\d+$/.test(value) && Number(value) >= min && Number(value) <= max;
const oneOf =
  (...values: string[]): Check =>
  (value) =>
    values.includes(value);
const decimal: Check = (value) => /^-?\d+(\.\d+)?$/.test(value);
const flag = oneOf('true', 'false');

/** The parameters as the published specifications have them: anything else is refused, as the real service does. */
const endpoints = (today: string): Record<string, Endpoint> => {
  const day: Check = (value) => isIsoDate(value) && value >= today;
  return {
    '/v2/shopping/flight-offers': {
      required: {
        originLocationCode: iata,
        destinationLocationCode: iata,
        departureDate: day,
        adults: whole(1, 9),
      },
      optional: {
        returnDate: day,
        children: whole(0, 9),
        infants: whole(0, 9),
        travelClass: oneOf('ECONOMY', 'PREMIUM_ECONOMY', 'BUSINESS', 'FIRST'),
        nonStop: flag,
        currencyCode: iata,
        maxPrice: whole(1, 1e9),
        max: whole(1, 250),
      },
      answer: amadeusFlightOffers,
    },
    '/v1/reference-data/locations/hotels/by-city': {
      required: { cityCode: iata },
      optional: {
        radius: whole(1, 300),
        radiusUnit: oneOf('KM', 'MILE'),
        hotelSource: oneOf('BEDBANK', 'DIRECTCHAIN', 'ALL'),
      },
      answer: amadeusHotels,
    },
    '/v3/shopping/hotel-offers': {
      required: {
        hotelIds: (value) =>
          value.split(',').length <= 20 && value.split(',').every((id) => /^[A-Z0-9]{8}$/.test(id)),
        adults: whole(1, 9),
      },
      optional: {
        checkInDate: day,
        checkOutDate: day,
        roomQuantity: whole(1, 9),
        currency: iata,
        bestRateOnly: flag,
      },
      answer: amadeusHotelOffers,
    },
    '/v1/shopping/activities': {
      required: { latitude: decimal, longitude: decimal },
      optional: { radius: whole(0, 20) },
      answer: amadeusActivities,
    },
  };
};

const json = (value: unknown, status = 200): Reply => ({
  status,
  headers: { 'content-type': 'application/vnd.amadeus+json; charset=UTF-8' },
  text: JSON.stringify(value),
});
const issue = (status: number, code: number, title: string, more: object = {}): Reply =>
  json({ errors: [{ status, code, title, ...more }] }, status);

/** Replies a test can queue, as Amadeus words them. */
export const amadeusErrors = {
  tooMany: (retryAfter?: string): Reply => ({
    ...issue(429, 38194, 'Too many requests', {
      detail: 'The network rate limit is exceeded, please try again later',
    }),
    ...(retryAfter ? { headers: { 'content-type': 'application/json', 'retry-after': retryAfter } } : {}),
  }),
  system: (): Reply => issue(500, 141, 'SYSTEM ERROR HAS OCCURRED'),
  noRooms: (): Reply => issue(400, 3664, 'NO ROOMS AVAILABLE AT REQUESTED PROPERTY'),
  badDate: (): Reply => issue(400, 425, 'INVALID DATE', { source: { parameter: 'departureDate' } }),
};

/** Amadeus as far as this project uses it, with tokens that can be revoked. */
export class AmadeusStandIn {
  readonly #valid = new Set<string>();
  tokensGiven = 0;

  private constructor(
    readonly server: StandIn,
    readonly expiresIn: { seconds: number },
  ) {}

  static async start(today: string): Promise<AmadeusStandIn> {
    const known = endpoints(today);
    const expiresIn = { seconds: 1_799 };
    const isToken = ({ path }: SeenRequest): boolean => path === '/v1/security/oauth2/token';
    const server = await StandIn.start(
      (request) => (isToken(request) ? standIn.#grant(request) : standIn.#answer(request, known)),
      isToken,
    );
    const standIn = new AmadeusStandIn(server, expiresIn);
    return standIn;
  }

  /** All tokens so far are refused from now on. */
  revokeTokens(): void {
    this.#valid.clear();
  }

  /** Requests that were not for a token. */
  get searches(): SeenRequest[] {
    return this.server.requests.filter(({ path }) => path !== '/v1/security/oauth2/token');
  }

  #grant({ method, headers, body }: SeenRequest): Reply {
    const form = new URLSearchParams(body);
    const fits =
      method === 'POST' &&
      headers['content-type'] === 'application/x-www-form-urlencoded' &&
      form.get('grant_type') === 'client_credentials' &&
      form.get('client_id') === amadeusCredentials.clientId &&
      form.get('client_secret') === amadeusCredentials.clientSecret;
    if (!fits) {
      const refusal = {
        error: 'invalid_client',
        error_description: 'Client credentials are invalid',
        code: 38187,
      };
      return json({ ...refusal, title: 'Invalid parameters' }, 401);
    }
    this.tokensGiven += 1;
    const token = `token-${this.tokensGiven}`;
    this.#valid.add(token);
    return json({
      type: 'amadeusOAuth2Token',
      token_type: 'Bearer',
      access_token: token,
      expires_in: this.expiresIn.seconds,
      state: 'approved',
      scope: '',
    });
  }

  #answer({ method, path, query, headers }: SeenRequest, known: Record<string, Endpoint>): Reply {
    const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
    if (!token || !this.#valid.has(token)) return issue(401, 38192, 'Invalid access token');
    const endpoint = known[path];
    if (!endpoint || method !== 'GET') return issue(404, 38196, 'Resource not found');
    const fault = faultyParameter(query, endpoint);
    if (fault) {
      return issue(400, 477, 'INVALID FORMAT', {
        detail: 'invalid query parameter format',
        source: { parameter: fault },
      });
    }
    return json(endpoint.answer(query));
  }
}

function faultyParameter(query: URLSearchParams, { required, optional }: Endpoint): string | undefined {
  const allowed = { ...required, ...optional };
  const names = [...query.keys()];
  return (
    Object.keys(required).find((name) => !query.has(name)) ??
    names.find((name, at) => names.indexOf(name) !== at || !allowed[name]?.(query.get(name) ?? ''))
  );
}
