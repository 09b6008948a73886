import { type InfeasibleFacts } from '../../facts.js';
import { type Writing } from './answer-question.js';
import { formatDate, formatList, formatMoney } from './format.js';

/** Why there is no plan, and the smallest change with which there is one. */
export function standsInTheWay(writing: Writing, { blocking, relaxations }: InfeasibleFacts): string[] {
  const { facts, phrases, parts, say } = writing;
  const wishes = blocking.map(({ wish, budget }) =>
    budget === true && parts.budget !== undefined ? phrases.blockingBudget(parts.budget) : wish,
  );
  const why =
    wishes.length === 0 ? phrases.noPlanFits : phrases.infeasible(formatList(wishes, facts.language));
  return [say(why), ...relaxations.slice(0, 1).map((one) => phrases.relax(inWords(writing, one)))];
}

function inWords(
  { facts, phrases }: Writing,
  { message, change }: InfeasibleFacts['relaxations'][number],
): string {
  switch (change?.what) {
    case 'budget': {
      const value = phrases.budget(formatMoney(change.max, facts.language), change.scope, 'max');
      return phrases.relaxation('budget', value);
    }
    case 'unlimited':
      return phrases.relaxation('unlimited', '');
    case 'length':
      return phrases.relaxation('length', phrases.days(change.days));
    case 'dates':
      return phrases.relaxation('dates', formatDate(change.start, facts.language));
    case undefined:
      return message;
  }
}
