import { type AnswerFacts, type Topic } from '../../facts.js';
import { answerQuestion, finds, places, recap, type Writing } from './answer-question.js';
import { formatList, inLines } from './format.js';
import { localTrip, withLocalNames } from './local-names.js';
import { phrasesFor } from './phrases/phrases-for.js';
import { questionTopic } from './question-topic.js';
import { disagreements, flightsNext, roomNotice, votes, whoSaidWhat } from './room/write-room.js';
import { createSay } from './say.js';
import { standsInTheWay } from './stands-in-the-way.js';
import { lengthInWords, tripParts } from './trip-parts.js';

/**
 * The whole answer, from the facts alone, in short paragraphs with a blank line between them; offers, options and days stand one a
 * line. `words` is what the person said, to see what a question is about.
 */
export function writeAnswer(facts: AnswerFacts | undefined, words: string): string {
  if (!facts) return phrasesFor('en').phrases.unknownAnswer[0];
  const { phrases, language } = phrasesFor(facts.language);
  const writing: Writing = {
    facts: withLocalNames({ ...facts, language }, phrases),
    phrases,
    parts: tripParts(localTrip(facts.trip, { ...facts, language }), phrases, language),
    say: createSay(facts.seed),
  };
  const notice = roomNotice(writing);
  if (notice !== undefined) return spokenTo(writing, notice);
  const paragraphs = [
    opening(writing),
    reply(writing, words),
    disagreements(writing),
    limits(writing),
    ...results(writing),
    next(writing),
  ].filter((sentences) => sentences.length > 0);
  const text = pageOf(paragraphs, language) || writing.say(phrases.lost);
  return spokenTo(writing, text);
}

const spokenTo = ({ facts: { addressee }, phrases }: Writing, text: string): string =>
  addressee === undefined ? text : phrases.toPerson(addressee, text);

/** Letters up to which two paragraphs of plain sentences read better as one. */
const shortAnswer = 160;

function pageOf(paragraphs: readonly string[][], language: string): string {
  const written = paragraphs.map((sentences) => flowing(sentences, language));
  const inOneBreath = flowing(paragraphs.flat(), language);
  const short = written.length <= 2 && inOneBreath.length <= shortAnswer && !inOneBreath.includes('\n');
  return short ? inOneBreath : written.join('\n\n');
}

/** Sentences as one paragraph; one that fills lines of its own is followed by a line break. */
function flowing(sentences: readonly string[], language: string): string {
  // Japanese sets no space between sentences.
  const space = language === 'ja' ? '' : ' ';
  return sentences.reduce(
    (before, sentence) =>
      before === '' ? sentence : before + (`${before}${sentence}`.includes('\n') ? '\n' : space) + sentence,
    '',
  );
}

function opening({ facts, phrases }: Writing): string[] {
  return [
    ...(facts.standIn ? [facts.spent ? phrases.spent[facts.spent] : phrases.standIn] : []),
    ...facts.troubles.map((what) => phrases.trouble(what)),
  ];
}

function reply(writing: Writing, words: string): string[] {
  const { facts, phrases, parts, say } = writing;
  const said = new Set(facts.acts);
  const changes = acknowledgements(writing);
  if (said.has('capabilities')) {
    const self = questionTopic(words) === 'self';
    return [say(self ? phrases.self : phrases.capabilities(someOf(facts.knownPlaces, writing)))];
  }
  const together = roomReply(writing, words, changes);
  if (together) return together;
  if (said.has('question') && changes.length === 0)
    return facts.infeasible ? [] : answerQuestion(writing, words);
  if (facts.picked !== undefined && !facts.plan?.fresh) return pickedOption(writing);
  if (changes.length > 0) return changes;
  const spoken = smallTalk(writing, said);
  if (spoken) return spoken;
  const begun = parts.destinations !== undefined || facts.wishes.length > 0;
  if (hasNews(writing)) return [];
  if (said.has('plan') && facts.ask) return [say(phrases.willing)];
  return [say(phrases.lost), ...(begun ? recap(writing) : [])];
}

/** Something else in the answer speaks for itself. */
function hasNews(writing: Writing): boolean {
  const { plan, infeasible, unknownPlaces } = writing.facts;
  if (plan?.fresh === true || infeasible) return true;
  return unknownPlaces.length > 0 || disagreements(writing).length > 0;
}

/** What only a shared room has: how a vote stands, and who said what. */
function roomReply(writing: Writing, words: string, changes: readonly string[]): string[] | undefined {
  const counted = votes(writing);
  if (counted) return [...changes, ...counted];
  if (changes.length > 0) return undefined;
  const { said, isAll } = whoSaidWhat(writing, words);
  if (isAll) return said;
  const asked = writing.facts.acts.includes('question') && said.length > 0;
  return asked ? [...answerQuestion(writing, words), ...said] : undefined;
}

function smallTalk(writing: Writing, said: ReadonlySet<string>): string[] | undefined {
  const { facts, phrases, say } = writing;
  if (said.has('choose') && !facts.plan) return [say(phrases.noPlanYet)];
  if (said.has('thanks')) return [say(phrases.thanks)];
  if (said.has('greeting')) return greeting(writing);
  return said.has('off_topic') ? [say(phrases.offTopic)] : undefined;
}

function greeting({ facts, phrases, parts, say }: Writing): string[] {
  if (parts.destinations === undefined) return [say(phrases.greeting)];
  return [say(facts.firstTurn ? phrases.greeting : phrases.greetingAgain(phrases.tripLine(parts)))];
}

function pickedOption({ facts, phrases, say }: Writing): string[] {
  const option = facts.plan?.options[facts.picked ?? 0];
  return [
    option ? inLines([say(phrases.picked(option)), ...phrases.optionDays(option)]) : say(phrases.noPlanYet),
  ];
}

/** One sentence for each thing that changed. */
function acknowledgements(writing: Writing): string[] {
  const { facts, phrases, parts, say } = writing;
  const length = lengthInWords(facts.trip.dates, phrases);
  const emptied = facts.changes.length > 1 && facts.changes.every(({ action }) => action === 'removed');
  if (emptied && Object.keys(parts).length === 0) return [say(phrases.afresh)];
  return facts.changes.flatMap(({ topic, action, value }) => {
    if (action === 'removed') return [say(phrases.removed[topic](removedValue(topic, value ?? '', writing)))];
    switch (topic) {
      case 'dates':
        return parts.dates === undefined
          ? []
          : [say(phrases.acknowledge.dates(length ? `${parts.dates}, ${length}` : parts.dates))];
      case 'length':
        return length === undefined ? [] : [say(phrases.acknowledge.length(length))];
      case 'interests': {
        const tags = (value ?? '').split(',').filter((tag) => facts.trip.interests.includes(tag));
        const names = formatList(tags.map(phrases.tag), facts.language);
        return names === '' ? [] : [say(phrases.acknowledge.interests(names))];
      }
      case 'budget':
      case 'travellers':
        return parts[topic] === undefined ? [] : [say(phrases.acknowledge[topic](parts[topic]))];
      default:
        return value === undefined ? [] : [say(phrases.acknowledge[topic](value))];
    }
  });
}

/** Lists come joined by commas: interests as tags. */
function removedValue(topic: Topic, value: string, { facts, phrases }: Writing): string {
  return topic === 'interests' ? formatList(value.split(',').map(phrases.tag), facts.language) : value;
}

/** The first of many names. */
function someOf(names: readonly string[], { facts, phrases }: Writing): string {
  const shown = 8;
  if (names.length <= shown + 1) return formatList(names, facts.language);
  return phrases.andMore(names.slice(0, shown).join(', '), names.length - shown);
}

function limits(writing: Writing): string[] {
  const { facts, phrases, say } = writing;
  const list = (names: readonly string[]) => formatList(names, facts.language);
  return [
    ...(facts.unknownPlaces.length === 0
      ? []
      : [say(phrases.unknownPlaces(list(facts.unknownPlaces), someOf(facts.knownPlaces, writing)))]),
    ...(facts.thinPlaces.length === 0 ? [] : [say(phrases.thinPlaces(list(facts.thinPlaces)))]),
  ];
}

/** What was found, a paragraph each: flights, the options, what holds for all of them. */
function results(writing: Writing): string[][] {
  const { facts, phrases, say } = writing;
  if (facts.infeasible) return [standsInTheWay(writing, facts.infeasible)];
  if (facts.plan?.fresh !== true) return [suggestions(writing), lookedUp(writing)];
  const { options, sample, withoutWay } = facts.plan;
  const days = phrases.days(options[0]?.days.length ?? 0);
  const lead = say(phrases.plans(options.length, days, formatList(facts.trip.destinations, facts.language)));
  return [
    flightsAreNews(facts) ? finds(writing, 'flights') : [],
    [inLines([lead, ...options.map((option, index) => phrases.option(index + 1, option))])],
    [
      ...(withoutWay === true ? [phrases.noWay(facts.trip.origin ?? '')] : []),
      ...(sample ? [phrases.planSample] : []),
    ],
  ];
}

/** Flights that were looked up before there is a plan; a question about them has been answered already. */
function lookedUp(writing: Writing): string[] {
  const { acts, changes } = writing.facts;
  return acts.includes('question') && changes.length === 0 ? [] : finds(writing, 'flights');
}

/** Flights are told again only when the message may have changed them. */
function flightsAreNews({ changes }: AnswerFacts): boolean {
  const about = ['destination', 'dates', 'length', 'origin', 'travellers'];
  const byAir = ({ topic, value }: AnswerFacts['changes'][number]) =>
    topic === 'wishes' && /flight|direct|class|fly/i.test(value ?? '');
  return changes.length === 0 || changes.some((change) => about.includes(change.topic) || byAir(change));
}

/** A taste of a place that was just named, while its dates are still open. */
function suggestions(writing: Writing): string[] {
  const { facts } = writing;
  const named = facts.changes.some(({ topic, action }) => topic === 'destination' && action !== 'removed');
  return named ? places(writing) : [];
}

function next(writing: Writing): string[] {
  const { facts, phrases, say } = writing;
  if (facts.acts.includes('capabilities') || facts.acts.includes('thanks')) return [];
  if (facts.ask) {
    const { topic, choices } = facts.ask;
    if (choices && choices.length > 1) return [say(phrases.askBetween(orList(choices, facts.language)))];
    const greeted = topic === 'destination' && facts.acts.includes('greeting') && facts.changes.length === 0;
    if (greeted) return [];
    return [
      ...flightsNext(writing),
      say(topic === 'dates' && facts.trip.dates?.days !== undefined ? phrases.askStart : phrases.ask[topic]),
    ];
  }
  return facts.plan?.fresh === true ? [say(phrases.afterPlan)] : [];
}

const orList = (items: readonly string[], language: string) =>
  new Intl.ListFormat(language, { type: 'disjunction' }).format(items);
