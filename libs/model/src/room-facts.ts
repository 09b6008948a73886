import { z } from 'zod';

/** What is known of the trip by one member or side, in the parts of `TripFacts` that say it; the caller gives the schema of those. */
export const roomFactsSchema = <Trip extends z.ZodType>(trip: Trip) =>
  z.object({
    members: z.array(z.object({ name: z.string(), role: z.enum(['owner', 'editor', 'viewer']) })),
    policy: z.enum(['always', 'when_addressed', 'silent']),
    /** Who said what of the trip. */
    said: z.array(z.object({ name: z.string(), trip })),
    /** What members want that does not go together. */
    conflicts: z.array(
      z.object({
        topic: z.enum(['interests', 'pace', 'budget', 'dates', 'places']),
        /** `oppose`: the first side wants what the second does not. */
        kind: z.enum(['differ', 'oppose']),
        /** `pace` and `places` beside what a trip holds. */
        sides: z.array(
          z.object({
            names: z.array(z.string()),
            trip,
            pace: z.enum(['relaxed', 'balanced', 'packed']).optional(),
            place: z.string().optional(),
          }),
        ),
        /** They do not know yet that they disagree: to be named in this answer. */
        news: z.boolean(),
        /** There is, or will be, an option for each side. */
        options: z.boolean(),
        /** Of budgets: the lowest one holds. */
        lowest: z.boolean().optional(),
      }),
    ),
    /** Votes for options, by number from 0, most votes first. */
    votes: z.array(z.object({ option: z.int().min(0), names: z.array(z.string()) })),
    /** More than half of those who decide want this option. */
    settled: z.int().min(0).optional(),
    /** Whoever wrote voted with this message. */
    voted: z.boolean(),
    /** The whole answer: something about the room itself. */
    notice: z
      .discriminatedUnion('kind', [
        z.object({ kind: z.literal('policy') }),
        z.object({ kind: z.literal('role'), name: z.string(), role: z.enum(['owner', 'editor', 'viewer']) }),
        z.object({ kind: z.literal('roster') }),
        z.object({ kind: z.literal('not_allowed'), names: z.array(z.string()) }),
        z.object({ kind: z.literal('unknown_member'), said: z.string() }),
        z.object({ kind: z.literal('unknown_command') }),
        z.object({ kind: z.literal('last_owner') }),
        z.object({ kind: z.literal('viewer'), names: z.array(z.string()) }),
      ])
      .optional(),
  });
