import { moneyText } from '@travellite/protocol';
import { type InfeasibleFacts } from '../../facts.js';
import { type Writing } from './answer-question.js';
import { adviceIn, obstacleIn } from './trip-words/obstacle-in.js';
import { factNameIn } from './trip-words/place-names.js';
import { formatDate, formatList } from './format.js';

/** Why there is no plan, and the smallest change with which there is one. */
export function standsInTheWay(writing: Writing, { blocking, relaxations }: InfeasibleFacts): string[] {
  const { facts, phrases, parts, say } = writing;
  const wishes = blocking.map((one) =>
    one.budget === true && parts.budget !== undefined
      ? phrases.blockingBudget(parts.budget)
      : obstacleIn(one, facts, phrases),
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
      const value = phrases.budget(moneyText(change.max, facts.language), change.scope, 'max');
      return phrases.relaxation('budget', value);
    }
    case 'unlimited':
      return phrases.relaxation('unlimited', '');
    case 'length':
      return phrases.relaxation('length', phrases.days(change.days));
    case 'dates':
      return phrases.relaxation('dates', formatDate(change.start, facts.language));
    case 'cities': {
      const values = { n: change.count, x: factNameIn(change.place, facts) };
      return adviceIn(facts.language, 'fewerCities', values) ?? message;
    }
    case 'give_up': {
      const wishes = change.wishes.map((one) => obstacleIn(one, facts, phrases));
      const x = formatList(wishes, facts.language);
      return adviceIn(facts.language, 'giveUp', { x }) ?? message;
    }
    case undefined:
      return message;
  }
}
