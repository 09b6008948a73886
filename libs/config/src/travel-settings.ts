import { type Setting, text, webUrl } from './setting.js';

const apps = ['standalone', 'agent-worker'] as const;

/** Providers of travel data; none is needed. */
export const travelSettings = {
  AMADEUS_BASE_URL: {
    schema: webUrl,
    fallback: undefined,
    about:
      'Address of Amadeus’ API as it stands in the contract, up to before `/v1`; with id and secret it turns Amadeus on.',
    apps,
  },
  AMADEUS_CLIENT_ID: {
    schema: text,
    fallback: undefined,
    about: 'Client id for Amadeus.',
    apps,
  },
  AMADEUS_CLIENT_SECRET: {
    schema: text,
    fallback: undefined,
    about: 'Client secret for Amadeus.',
    apps,
    secret: true,
  },
  DUFFEL_ACCESS_TOKEN: {
    schema: text,
    fallback: undefined,
    about: 'Turns on flights by Duffel.',
    apps,
    secret: true,
  },
  DUFFEL_BASE_URL: {
    schema: webUrl,
    fallback: undefined,
    about: 'Address of Duffel’s API other than the default one.',
    apps,
  },
  OPEN_METEO_BASE_URL: {
    schema: webUrl,
    fallback: undefined,
    about: 'Turns on weather forecasts by Open-Meteo (`https://api.open-meteo.com`).',
    apps,
  },
  OPEN_METEO_API_KEY: {
    schema: text,
    fallback: undefined,
    about: 'Key for Open-Meteo’s commercial service.',
    apps,
    secret: true,
  },
  OVERPASS_URL: {
    schema: webUrl,
    fallback: undefined,
    about:
      'Turns on OpenStreetMap places by an Overpass interpreter (`https://…/api/interpreter`), for cities outside the data set.',
    apps,
  },
  OPENTRIPMAP_API_KEY: {
    schema: text,
    fallback: undefined,
    about: 'Turns on places by OpenTripMap, for cities outside the data set.',
    apps,
    secret: true,
  },
} as const satisfies Record<string, Setting<unknown>>;
