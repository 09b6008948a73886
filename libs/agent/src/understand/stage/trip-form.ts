import { type IsoDate, interestTags } from '@travellite/protocol';
import { type Form } from '@travellite/model';
import { z } from 'zod';
import { groundedWishes, quote, wishFields } from './wish-form.js';

/** A value whose quoted words are not in the message was made up, and is dropped. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const place = z.object({ name: z.string().min(2).max(80), quote });

const tripFormSchema = z.object({
  origin: place.optional(),
  destinations: z.array(place).max(12).optional(),
  dates: z
    .object({
      start: day.optional(),
      end: day.optional(),
      nights: z.int().min(1).max(60).optional(),
      days: z.int().min(1).max(60).optional(),
      quote,
    })
    .optional(),
  budget: z
    .object({
      amount: z.number().positive().max(1e9),
      currency: z.string().regex(/^[A-Z]{3}$/),
      scope: z.enum(['total', 'per_person', 'per_night', 'per_day']),
      quote,
    })
    .optional(),
  travellers: z
    .object({ adults: z.int().min(1).max(20), children: z.int().min(0).max(20), quote })
    .optional(),
  interests: z
    .array(z.object({ tag: z.enum(interestTags), quote }))
    .max(12)
    .optional(),
  ...wishFields,
});
export type TripForm = z.infer<typeof tripFormSchema>;

export const tripForm: Form<TripForm> = {
  name: 'trip_wishes',
  about:
    'What the last message says about the trip. Leave out what it does not say. Names in English; every value with the exact words of the message it rests on.',
  schema: tripFormSchema,
};

/** The form without what the message does not say and what cannot be. */
export function groundedForm(form: TripForm, message: string, today: IsoDate): TripForm {
  const folded = fold(message);
  const said = ({ quote: words }: { quote: string }) => words.trim() !== '' && folded.includes(fold(words));
  const { origin, destinations, dates, budget, travellers, interests } = form;
  const grounded: TripForm = groundedWishes(form, said);
  if (origin && said(origin)) grounded.origin = origin;
  if (destinations?.some(said)) grounded.destinations = destinations.filter(said);
  if (dates && said(dates) && possible(dates, today)) grounded.dates = dates;
  if (budget && said(budget)) grounded.budget = budget;
  if (travellers && said(travellers)) grounded.travellers = travellers;
  if (interests?.some(said)) grounded.interests = interests.filter(said);
  return grounded;
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();

function possible({ start, end }: NonNullable<TripForm['dates']>, today: IsoDate): boolean {
  const real = (date: IsoDate) => {
    const parsed = new Date(`${date}T00:00:00Z`);
    return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
  };
  if ((start !== undefined && !real(start)) || (end !== undefined && !real(end))) return false;
  if (start !== undefined && start < today) return false;
  return start === undefined || end === undefined || start <= end;
}

/** The form in plain English sentences, so that the same rules read it that read a person: names are looked up, dates counted, by them. */
export function formInWords({
  origin,
  destinations,
  dates,
  budget,
  travellers,
  interests,
}: TripForm): string {
  const parts = [
    destinations && `A trip to ${destinations.map(({ name }) => name).join(' and ')}`,
    origin && `from ${origin.name}`,
    dates && datesInWords(dates),
    travellers &&
      `for ${travellers.adults} adults${travellers.children > 0 ? ` and ${travellers.children} children` : ''}`,
    budget && `budget ${budget.amount} ${budget.currency} ${budget.scope.replaceAll('_', ' ')}`,
    interests && `interested in ${interests.map(({ tag }) => tag.replaceAll('_', ' ')).join(', ')}`,
  ];
  return parts.filter(Boolean).join(', ');
}

function datesInWords({ start, end, nights, days }: NonNullable<TripForm['dates']>): string {
  if (start !== undefined && end !== undefined) return `from ${start} to ${end}`;
  const length = days === undefined ? nights && `for ${nights} nights` : `for ${days} days`;
  return [start && `from ${start}`, length].filter(Boolean).join(' ');
}
