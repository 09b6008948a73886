import { type IsoDate } from '@travellite/protocol';
import { z } from 'zod';

/** Tokens by user on one day, UTC. It is part of the conversation's state, so it is kept with the turn that spent them, exactly once. */
export const dayCountSchema = z.object({ day: z.string(), by: z.record(z.string(), z.number()) });
export type DayCount = z.infer<typeof dayCountSchema>;

/** Users counted in one conversation; in a larger room those who spent least are forgotten. */
const mostUsers = 200;

export const utcDay = (now: number): IsoDate => new Date(now).toISOString().slice(0, 10);

export const spentOn = (count: DayCount | undefined, day: IsoDate, user: string): number =>
  count?.day === day && Object.hasOwn(count.by, user) ? (count.by[user] ?? 0) : 0;

/** The count in which the user has spent so many tokens on this day; another day begins at nothing. */
export function withSpent(
  count: DayCount | undefined,
  day: IsoDate,
  user: string,
  tokens: number,
): DayCount | undefined {
  const today = count?.day === day ? count : undefined;
  if (tokens <= 0) return today;
  const all = Object.entries(today?.by ?? {}).filter(([name]) => name !== user);
  all.push([user, tokens]);
  const kept = all.length > mostUsers ? all.sort(([, a], [, b]) => b - a).slice(0, mostUsers) : all;
  return { day, by: Object.fromEntries(kept) };
}

const storedSchema = z.object({ spent: dayCountSchema.optional() });

/** The count in a stored state. */
export const storedCount = (data: unknown): DayCount | undefined => storedSchema.safeParse(data).data?.spent;
