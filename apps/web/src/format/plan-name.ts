import { type PlanOption } from '@travellite/protocol';
import { sentenceCase } from './trip-facts.js';

/** The agent's notes begin with a plan's name (`Best value: it stays nearest to …`); a plan from elsewhere may have none. */
const named = /^(\p{L}[\p{L} ]{2,39}): (.*)$/su;

/** What to call a plan, and its notes without the name. `number` counts from 1. */
export function planName(
  { general_notes: notes }: PlanOption,
  number: number,
): { name: string; notes: string } {
  const [, name, rest] = named.exec(notes) ?? [];
  return name === undefined || rest === undefined
    ? { name: `Option ${number}`, notes }
    : { name, notes: sentenceCase(rest) };
}
