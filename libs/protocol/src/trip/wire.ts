import { z } from 'zod';

/**
 * The trip as clients see it, field names as in the progressive trip-planning contract (door 3).
 * These shapes are fixed by existing clients; the planner's own, richer types are in `request.ts`.
 */

const latitude = z.number().min(-90).max(90);
const longitude = z.number().min(-180).max(180);
const text = z.string().max(4_000);
/** Our additions to the contract: a client that carries something else under such a name loses only that field. */
const ours = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const isoDate = z.iso.date();
const instant = z.iso.datetime({ offset: true, precision: -1 });
const index = z.number().int().min(0).max(99);
const amount = z.number().nonnegative();

export const intentKinds = [
  'Points_Of_Interest',
  'Schedule_Requirement',
  'Schedule_Option',
  'Not_Relevant',
  'General_Response',
] as const;

export const intentSchema = z.object({
  intent: z.enum(intentKinds),
  action: z.enum(['add', 'remove', 'modify']),
  value: text,
});
/** One thing the person wants done; a message can hold several. */
export type Intent = z.infer<typeof intentSchema>;

export const poiSchema = z.looseObject({
  name: text,
  description: text.default(''),
  geo_coordinate: z.object({ lat: latitude, lng: longitude }),
  poi_type: z.enum(['restaurant', 'lodge', 'tourist_destination', 'unknown']).catch('unknown'),
  opening_hours: text.optional(),
  address: text.optional(),
  special_instructions: text.optional(),
  images: z.object({ urls: z.array(z.url({ protocol: /^https$/ })).max(20) }).optional(),
  cost: text.default(''),
});
/** A place: coordinates in degrees (WGS 84), cost in words. Carried places may hold further fields, which are kept. */
export type Poi = z.infer<typeof poiSchema>;

export const requirementSchema = z.looseObject({
  description: text,
  priority: z.enum(['must_have', 'preferred', 'avoid']),
});
/** A wish about the trip. */
export type Requirement = z.infer<typeof requirementSchema>;

export const planBlockSchema = z.looseObject({
  /** `9:00 AM - 11:30 AM`, local time of the place. */
  time: text,
  description: text,
  pois: z.array(poiSchema).max(50).optional(),
  transportation: z
    .object({ duration: text.optional(), method: text.optional(), cost: z.number().optional() })
    .optional(),
  /** When it begins and ends by the clock of the place, with its offset: `2026-12-15T09:00+01:00`. Ours, as all below. */
  starts: ours(instant),
  ends: ours(instant),
  /** Which of the trip's `zones` the clock of `starts` goes by, and of `ends` where that is another one (a flight). */
  zone: ours(index),
  end_zone: ours(index),
  /** The rest of a leg that began on the day before. */
  continued: ours(z.boolean()),
});
export const planDaySchema = z.looseObject({
  highlight: text,
  /** Where the night is spent. */
  lodging: z.union([text, poiSchema]).optional(),
  blocks: z.array(planBlockSchema).max(50),
  /** Calendar day. Ours, as all below. */
  date: ours(isoDate),
  /** Price of the night, all rooms, in units of the option's currency. */
  lodging_cost: ours(amount),
});
export const planOptionSchema = z.looseObject({
  days: z.array(planDaySchema).max(60),
  /** The morning after the last day, when it holds nothing but the way home. Ours. */
  departure: ours(planDaySchema),
  /** `$4200`: sum for all travellers. */
  overall_cost: text,
  /** ISO 4217 of every bare number in the option. Ours. */
  currency: ours(z.string().regex(/^[A-Z]{3}$/)),
  /** Some of it is made-up data for trying things out. Ours. */
  sample: ours(z.boolean()),
  general_notes: text.default(''),
});
/** One way to spend the trip, day by day. */
export type PlanOption = z.infer<typeof planOptionSchema>;
export type PlanDay = z.infer<typeof planDaySchema>;
export type PlanBlock = z.infer<typeof planBlockSchema>;
