import { type AnswerFacts, type OptionFacts, type Topic } from '../../facts.js';
import { formatList, inLines } from './format.js';
import { type Phrases, type TripParts } from './phrases/phrases.js';
import { questionTopic, type QuestionTopic } from './question-topic.js';
import { namedPlace } from './named-place.js';
import { type Say } from './say.js';
import { wholeWords } from '../../text/whole-words.js';
import { speaksOf } from './speaks-of.js';

export interface Writing {
  facts: AnswerFacts;
  phrases: Phrases;
  parts: TripParts;
  say: Say;
}

/** Answers a question from passages, the trip, the plan or the places; says so when none of them holds the answer. */
export function answerQuestion(writing: Writing, question: string): string[] {
  const { destinations, origin = '' } = writing.facts.trip;
  const place = namedPlace(writing.facts.places, question, [...destinations, origin]);
  if (place) return [writing.phrases.place(place)];
  const topic = questionTopic(question);
  const known = topic && fromFacts(writing, topic, question);
  if (known && known.length > 0) return known;
  const { facts, phrases, parts, say } = writing;
  const passage =
    topic === 'impossible'
      ? undefined
      : facts.passages.find((one) => one.answers === true || speaksOf(one, question));
  if (topic === 'places' && !passage)
    return places(writing).length > 0 ? places(writing) : [say(phrases.unknownAnswer)];
  if (passage) return [phrases.fromPassage(passage.title, passage.text)];
  if (topic && isTripTopic(topic)) return [say(phrases.notYet[topic])];
  if (topic === undefined && !isAsked(question)) return [say(phrases.lost)];
  const needsDays = topic === 'weather' || topic === 'flights' || topic === 'stays';
  if (needsDays && parts.dates === undefined) return [say(phrases.notYet.dates)];
  return [say(phrases.unknownAnswer)];
}

/** Whether the words ask for something to be told. */
const isAsked = (words: string): boolean =>
  /[?？]|\b(what|which|when|where|why|how|who|is|are|do|does|can|could|tell|explain)\b/i.test(words);

const tripTopics: readonly string[] = [
  'dates',
  'length',
  'budget',
  'origin',
  'destination',
  'travellers',
  'wishes',
];
const isTripTopic = (topic: QuestionTopic): topic is QuestionTopic & Topic => tripTopics.includes(topic);

/** Topics that no fact of the trip answers. */
type Unknown = 'places' | 'impossible' | 'practical';
const isUnknown = (topic: QuestionTopic): topic is Unknown =>
  topic === 'places' || topic === 'impossible' || topic === 'practical';

function fromFacts(writing: Writing, topic: QuestionTopic, question: string): string[] {
  const { facts, phrases, parts, say } = writing;
  if (isUnknown(topic)) return [];
  switch (topic) {
    case 'self':
      return [say(phrases.self)];
    case 'booking':
      return [phrases.booking];
    case 'recap':
      return recap(writing);
    case 'stays':
      return [...beds(writing), ...finds(writing, topic)];
    case 'flights':
    case 'weather':
      return finds(writing, topic);
    case 'cost':
      return cost(facts.plan?.options ?? [], phrases);
    case 'plan':
      return plan(writing, question);
    case 'ways':
      return ways(writing);
    case 'wishes':
      return facts.wishes.length > 0 ? recap(writing) : [];
    case 'dates':
      return parts.dates === undefined ? [] : recap(writing);
    case 'destination':
      return parts.destinations === undefined ? [] : recap(writing);
    default:
      return parts[topic] === undefined ? [] : recap(writing);
  }
}

/** Where the option sleeps. */
function beds({ facts, phrases }: Writing): string[] {
  const option = facts.plan?.options[facts.picked ?? 0];
  const names = new Set(option?.days.flatMap(({ lodging }) => lodging ?? []));
  return names.size === 0 ? [] : [phrases.inPlan([...names])];
}

/** The legs of the option the person picked, or of the first. */
function ways({ facts, phrases }: Writing): string[] {
  const legs = facts.plan?.options[facts.picked ?? 0]?.legs ?? [];
  return legs.length === 0 ? [] : [phrases.inPlan(legs)];
}

/** Wishes that the sentence itself tells. */
const basics = new Set(['dates', 'budget', 'travellers', 'origin']);

/** The whole trip in one sentence; a person who asks for one part sees that part in it. */
export function recap({ facts, phrases, parts, say }: Writing): string[] {
  const nothing = Object.keys(parts).length === 0 && facts.wishes.length === 0;
  if (nothing) return [say(phrases.noTrip)];
  return [
    phrases.recap(
      parts,
      facts.wishes.filter(({ key }) => key === undefined || !basics.has(key)).map((wish) => wish.description),
    ),
  ];
}

const tools = { flights: /flight/i, stays: /stay|hotel/i, weather: /weather/i };

/** The best offer of each search, in one sentence. */
export function finds({ facts, phrases }: Writing, topic: keyof typeof tools): string[] {
  const found = facts.finds.filter(({ tool, lines }) => tools[topic].test(tool) && lines.length > 0);
  if (found.length === 0) return [];
  const offers = found.flatMap(({ lines }) => lines.slice(0, 1));
  const source = found.some(({ sample }) => sample) ? undefined : found[0]?.source;
  return [topic === 'flights' ? phrases.flights(offers, source) : phrases.found(offers, source)];
}

function cost(options: OptionFacts[], phrases: Phrases): string[] {
  const [first, ...others] = options;
  if (!first) return [];
  const amount = ({ total, cost: shown }: OptionFacts) =>
    total ? total.amountMinor : Number(shown.replaceAll(/[^\d.]/g, ''));
  return [
    phrases.cheapest(others.reduce((best, option) => (amount(option) < amount(best) ? option : best), first)),
  ];
}

const dayNumber = wholeWords(/\b(?:day|tag|jour|día|giorno|dia|dag) (\d+)\b|(\d+)日目/iu);

function plan({ facts, phrases, say }: Writing, question: string): string[] {
  const option = facts.plan?.options[facts.picked ?? 0];
  if (!option) return [say(phrases.noPlanYet)];
  const days = phrases.optionDays(option);
  const [, behind, ahead] = dayNumber.exec(question) ?? [];
  const wanted = days[Number(behind ?? ahead ?? 0) - 1];
  return wanted === undefined ? [inLines([say(phrases.picked(option)), ...days])] : [wanted];
}

export function places({ facts, phrases, say }: Writing): string[] {
  if (facts.places.length === 0) return [];
  const where = formatList(facts.trip.destinations, facts.language);
  return [
    say(
      phrases.places(
        formatList(
          facts.places.slice(0, 4).map(({ name }) => name),
          facts.language,
        ),
        where,
      ),
    ),
  ];
}
