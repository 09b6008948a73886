import { type AnswerFacts, type ObstacleFacts } from '../../../facts.js';
import { type Phrases } from '../phrases/phrases.js';
import { cuisineIn } from './cuisine-names.js';
import { type ObstacleWords, obstacleWords } from './obstacle-words.js';
import { factNameIn } from './place-names.js';
import { fillWords } from './trip-words-for.js';
import { wishIn } from './wish-in.js';

/** Keys of the list of wishes, by the planner's code of what stands in the way. */
const keys: Partial<Record<string, (subject: string) => { key: string; description: string }>> = {
  room_type: (subject) => ({ key: 'room', description: `Room: ${subject.replaceAll('_', ' ')}` }),
  house_rules: (subject) => ({ key: `allow:${subject}`, description: subject }),
  lodging_kind: (subject) => ({ key: `no-stay:${subject}`, description: subject }),
  transport_refused: (subject) => ({ key: `not-by:${subject}`, description: subject }),
  direct_only: () => ({ key: 'direct', description: '' }),
  diet: (subject) => ({ key: `diet:${subject}`, description: subject }),
  must_see: (subject) => ({ key: 'see', description: `Must see ${subject}` }),
  avoid: (subject) => ({ key: 'skip', description: `Without ${subject}` }),
};

type FactLanguage = Pick<AnswerFacts, 'language' | 'countries'>;

/** The numbers that the planner's words hold: "3 nights in Rome", "from day 2 to day 4". */
const numbersOf = (wish: string): string[] => wish.match(/\d+/g) ?? [];

function ownWords(
  { code, wish, subject = '' }: ObstacleFacts,
  words: ObstacleWords,
  facts: FactLanguage,
): string | undefined {
  const { language } = facts;
  const [n = '', m = ''] = numbersOf(wish);
  const x = factNameIn(subject, facts);
  switch (code) {
    case 'leg_missing':
      return fillWords(
        wish.startsWith('the way') ? words.way : wish.startsWith('a way') ? words.there : words.trip,
        { x },
      );
    case 'nights':
    case 'minimum_nights':
      return fillWords(words.nights, { n, x });
    case 'city_count':
      return fillWords(words.cities, { n, x });
    case 'route':
      return x;
    case 'cuisine':
      return fillWords(words.cuisine, { x: cuisineIn(subject, language) });
    case 'cabin':
      return fillWords(words.cabin, {
        x: (words.cabins as Partial<Record<string, string>>)[subject] ?? subject,
      });
    case 'dates':
      return m === '' ? words.dates : fillWords(words.during, { n: `${n}–${m}`, x });
    case 'day_count':
      return fillWords(words.daysFor, { n, x: m });
    default:
      return undefined;
  }
}

/** What stands in the way, in the language of the answer; English, and what has no words of its own, as the planner has it. */
export function obstacleIn(obstacle: ObstacleFacts, facts: FactLanguage, phrases: Phrases): string {
  const { language } = facts;
  const { code, wish, subject = '' } = obstacle;
  const words = obstacleWords[language];
  if (!words || code === undefined) return wish;
  if (code === 'stars') {
    const description = `At least ${numbersOf(wish)[0] ?? ''} stars`;
    return wishIn({ key: 'stars', description }, language, phrases);
  }
  const listed = keys[code]?.(subject);
  if (listed) return wishIn(listed, language, phrases);
  return ownWords(obstacle, words, facts) ?? wish;
}

/** "Do without …", "visit two cities": what helps, in the language of the answer; `undefined` where English serves. */
export const adviceIn = (
  language: string,
  kind: 'giveUp' | 'fewerCities',
  values: Record<string, string | number>,
): string | undefined => {
  const words = obstacleWords[language];
  return words && fillWords(words[kind], values);
};
