import { lengthKnown, missingTopics } from '../trip-state/missing.js';
import { type TurnWork } from '../turn-work.js';

/** Asking for a plan in so many words, beside a change ("plan two days there"). */
const planWords = /\b(plan\p{L}*|itinerar\p{L}*|itinéraire|schedule|organi[sz]\p{L}*)\b/iu;

/**
 * Whether this turn makes a plan. Places and a length are always needed; then a plan is made when
 * the person asks for one, when one is on the table and this message changes something, or when this message completes the basics.
 */
export function shouldPlan(work: Pick<TurnWork, 'turn' | 'before' | 'state' | 'understanding'>): boolean {
  const { before, state, understanding, turn } = work;
  if (state.request.destinations.length === 0 || !lengthKnown(state.request)) return false;
  if (understanding.acts.includes('plan')) return true;
  if (!changesAnything(understanding)) return false;
  if (planWords.test(turn.message.text)) return true;
  return before.plan.length > 0 || missingTopics(state.request).length === 0;
}

/** The message says something new about the trip. */
export function changesAnything({ patch, wishes, reference }: TurnWork['understanding']): boolean {
  const wish = reference?.wish !== undefined;
  return Object.keys(patch.set).length > 0 || patch.remove.length > 0 || wishes.length > 0 || wish;
}
