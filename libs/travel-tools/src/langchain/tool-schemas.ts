import { interestTags, type PlaceRef } from '@travellite/protocol';
import { z } from 'zod';
import { isIsoDate } from '../flights/flight-query.js';

/** What a model may pass to the tools. Descriptions are for the model. */

const cityName = z.string().trim().min(2).max(80);
const day = z.string().refine(isIsoDate, 'a day as YYYY-MM-DD');
const country = z.string().trim().length(2).optional().describe('ISO country code of the city, if known');
const people = z.int().min(1).max(20).default(1);
const currency = z
  .string()
  .regex(/^[A-Za-z]{3}$/)
  .toUpperCase()
  .default('USD')
  .describe('ISO currency code for prices');

export const searchFlightsSchema = z.object({
  from: cityName.describe('City to leave from'),
  to: cityName.describe('City to fly to'),
  date: day.describe('Day of departure, YYYY-MM-DD'),
  adults: people,
  children: z.int().min(0).max(20).default(0),
  cabin: z.enum(['economy', 'premium_economy', 'business', 'first']).default('economy'),
  directOnly: z.boolean().default(false),
  currency,
});

export const searchStaysSchema = z.object({
  city: cityName,
  country,
  checkIn: day,
  checkOut: day,
  adults: people,
  currency,
});

export const findAttractionsSchema = z.object({
  city: cityName,
  country,
  interests: z.array(z.enum(interestTags)).max(10).default([]),
});

export const findRestaurantsSchema = z.object({
  city: cityName,
  country,
  cuisines: z.array(z.string().trim().toLowerCase().max(40)).max(10).default([]),
});

export const findLegsSchema = z.object({
  from: cityName,
  to: cityName,
  modes: z.array(z.enum(['train', 'bus', 'self_driving', 'taxi', 'ferry'])).optional(),
});

export const getWeatherSchema = z.object({ city: cityName, country, from: day, to: day });

export const convertCurrencySchema = z.object({
  amount: z.number().min(0).max(1e9),
  from: currency,
  to: currency,
});

/** A city named by a model. */
export const toPlaceRef = (name: string, countryCode?: string): PlaceRef => ({
  name,
  kind: 'city',
  ...(countryCode ? { country: countryCode.toUpperCase() } : {}),
});
