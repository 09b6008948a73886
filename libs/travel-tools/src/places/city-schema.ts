import { interestTags } from '@travellite/protocol';
import { z } from 'zod';
import { type CityData, diets, factSources } from './city-data.js';
import { parseOpeningHours } from './opening-hours.js';

/** Checks what the types of `city-data.ts` cannot say. Used by the test of the data set, not at run time: the data is ours. */

const degrees = z
  .tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)])
  .refine(
    ([lat, lng]) => [lat, lng].every((n) => Math.abs(n * 1e4 - Math.round(n * 1e4)) < 1e-6),
    'four decimals',
  );
const minor = z.int().min(0);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const lowerWord = z.string().regex(/^[a-z]+(_[a-z]+)*$/);
const hours = z
  .string()
  .refine((text) => parseOpeningHours(text) !== undefined, 'opening hours cannot be read')
  .refine((text) => parseOpeningHours(text) !== 'always', 'leave hours out when always open');
const sentence = z
  .string()
  .min(30)
  .max(170)
  .regex(/^[\p{Lu}\p{N}].*\.$/u, 'a sentence with a full stop');

const place = {
  id: slug,
  name: z.string().min(2).max(60),
  at: degrees,
  price: minor,
  hours: hours.optional(),
  closed: z.array(z.iso.date().or(z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/))).optional(),
  about: sentence,
  from: z.enum(factSources),
};

const attraction = z.strictObject({
  ...place,
  kind: z.string().regex(/^[a-z][a-z ]+$/),
  tags: z.array(z.enum(interestTags)).min(1).max(5),
  visit: z.int().min(15).max(600),
  stars: z.union([z.literal(3), z.literal(4), z.literal(5)]),
});
const restaurant = z.strictObject({
  ...place,
  price: z.int().min(1),
  cuisines: z.array(lowerWord).min(1),
  diets: z.array(z.enum(diets)).optional(),
});
const area = z.strictObject({
  name: z.string().min(2).max(50),
  at: degrees,
  level: z.number().min(0.4).max(3),
});

const unique = <T>(key: (item: T) => unknown) =>
  [(items: readonly T[]): boolean => new Set(items.map(key)).size === items.length, 'repeated'] as const;

/** The whole of a city file. */
export const cityDataSchema: z.ZodType<CityData> = z.strictObject({
  name: z.string().min(2),
  aliases: z.array(z.string().min(2)).optional(),
  country: z.string().regex(/^[A-Z]{2}$/),
  region: z.string().min(2),
  iata: z.string().regex(/^[A-Z]{3}$/),
  airports: z.array(z.string().regex(/^[A-Z]{3}$/)).min(1),
  timeZone: z
    .string()
    .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), 'not an IANA zone'),
  centre: degrees,
  currency: z.string().regex(/^[A-Z]{3}$/),
  prices: z.strictObject({
    room: z.int().min(1),
    meal: z.int().min(1),
    ride: minor,
    taxi5km: z.int().min(1),
  }),
  climate: z.array(z.tuple([z.number(), z.number(), z.number().min(0).max(31)])).length(12),
  areas: z
    .array(area)
    .min(5)
    .refine(...unique((one: { name: string }) => one.name)),
  attractions: z
    .array(attraction)
    .min(14)
    .refine(...unique((one: { id: string }) => one.id)),
  restaurants: z
    .array(restaurant)
    .min(6)
    .refine(...unique((one: { id: string }) => one.id)),
  checked: z.iso.date(),
});
