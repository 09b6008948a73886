import { asksWhyNot, wholeWords } from '@travellite/model';
import { lengthKnown, missingTopics } from '../trip-state/missing.js';
import { type TurnWork } from '../turn-work.js';

/** Asking for a plan in so many words, beside a change ("plan two days there"). */
const planWords = wholeWords(/\b(plan\p{L}*|itinerar\p{L}*|itinéraire|schedule|organi[sz]\p{L}*)\b/iu);

type PlanEvidence = Pick<TurnWork, 'turn' | 'before' | 'state' | 'understanding'>;

/** Whether this turn makes a plan: one is due, and it is clear which places are meant. */
export const shouldPlan = (work: PlanEvidence): boolean => planIsDue(work) && !work.understanding.ambiguous;

/** A plan is due, and waits until the person has said which place is meant. */
export const planWaits = (work: PlanEvidence): boolean =>
  planIsDue(work) && work.understanding.ambiguous !== undefined;

/**
 * Places and a length are always needed; then a plan is due when the person asks for one, when one is on the table (or waits) and
 * this message changes something, or when this message completes the basics.
 */
export function planIsDue({ before, state, understanding, turn }: PlanEvidence): boolean {
  if (state.request.destinations.length === 0 || !lengthKnown(state.request)) return false;
  if (understanding.acts.includes('plan')) return true;
  // Why there is no plan is found out by planning again.
  if (before.plan.length === 0 && asksWhyNot.test(turn.message.text)) return true;
  if (!changesAnything(understanding)) return false;
  if (planWords.test(turn.message.text) || before.planDeferred === true) return true;
  return before.plan.length > 0 || missingTopics(state.request).length === 0;
}

/**
 * The lists are told when the message may have changed them, or when the client carries them and waits for their return.
 * A list left unsaid is as it was; every turn ends with the `state`, which holds them all.
 */
export const tellsLists = ({ turn, understanding }: Pick<TurnWork, 'turn' | 'understanding'>): boolean =>
  turn.message.carried !== undefined || changesAnything(understanding) || understanding.acts.includes('plan');

/** The message says something new about the trip. */
export function changesAnything({ patch, wishes, reference }: TurnWork['understanding']): boolean {
  const wish = reference?.wish !== undefined;
  return Object.keys(patch.set).length > 0 || patch.remove.length > 0 || wishes.length > 0 || wish;
}
