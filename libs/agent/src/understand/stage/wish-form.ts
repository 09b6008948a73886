import { type HouseRule, type RoomType, type TransportMode, type TripRequest } from '@travellite/protocol';
import { z } from 'zod';
import { cuisineWords, dietWords, roomWords, ruleWords } from '../data/wishes.js';

/** The words of the message that a value rests on. */
export const quote = z.string().max(300);

const oneOf = <Value extends string>(values: readonly Value[]) =>
  z.object({ value: z.enum(values as readonly [Value, ...Value[]]), quote });
const some = <Value extends string>(values: readonly Value[]) => z.array(oneOf(values)).max(8).optional();
const named = z
  .array(z.object({ name: z.string().min(2).max(80), quote }))
  .max(8)
  .optional();

const modes = ['flight', 'train', 'bus', 'self_driving', 'taxi', 'ferry'] as const satisfies TransportMode[];

/** Wishes beside the basics of a trip, in the values the request knows. */
export const wishFields = {
  pace: oneOf(['relaxed', 'balanced', 'packed']).optional(),
  cuisines: some(Object.keys(cuisineWords)),
  diets: some(Object.keys(dietWords)),
  room: oneOf(Object.keys(roomWords) as RoomType[]).optional(),
  mustAllow: some(Object.keys(ruleWords) as HouseRule[]),
  transportWanted: some(modes),
  transportRefused: some(modes),
  mustSee: named,
  avoid: named,
};

/** `wishFields` as a form that was filled. */
export type WishForm = { [Field in keyof typeof wishFields]?: z.infer<(typeof wishFields)[Field]> };

type Quoted = { quote: string };

/** The wishes whose words `said` finds in the message. */
export function groundedWishes(form: WishForm, said: (value: Quoted) => boolean): WishForm {
  const names = Object.keys(wishFields) as (keyof WishForm)[];
  const kept = names.map((name) => {
    const value: Quoted | Quoted[] | undefined = form[name];
    if (value === undefined) return [];
    if (!Array.isArray(value)) return said(value) ? [[name, value]] : [];
    const list = value.filter(said);
    return list.length > 0 ? [[name, list]] : [];
  });
  return Object.fromEntries(kept.flat()) as WishForm;
}

const valuesOf = <Value>(list: { value: Value }[] | undefined): Value[] | undefined =>
  list && [...new Set(list.map(({ value }) => value))];
const namesOf = (list: { name: string }[] | undefined): string[] | undefined => list?.map(({ name }) => name);

/** The wishes as parts of a request; fields that the form leaves out are absent. */
export function wishesOfForm(form: WishForm): Partial<TripRequest> {
  const { pace, room } = form;
  const parts = {
    pace: pace?.value,
    cuisines: valuesOf(form.cuisines),
    diets: valuesOf(form.diets),
    lodging: withValues({ roomType: room?.value, allow: valuesOf(form.mustAllow) }),
    transport: withValues({
      wanted: valuesOf(form.transportWanted),
      refused: valuesOf(form.transportRefused),
    }),
    mustSee: namesOf(form.mustSee),
    avoid: namesOf(form.avoid),
  };
  return withValues(parts) ?? {};
}

function withValues<Parts extends object>(parts: Parts): Parts | undefined {
  const entries = Object.entries(parts).filter(([, value]) => value !== undefined);
  return entries.length > 0 ? (Object.fromEntries(entries) as Parts) : undefined;
}
