import { moneyText } from '@travellite/protocol';
import { type OptionFacts, type Topic } from '../../../facts.js';
import { fillWords as fill } from '../trip-words/trip-words-for.js';
import { type Counted, type Lexicon } from './lexicon.js';
import { type Phrases, type TripParts, type Wordings } from './phrases.js';

type Values = Record<string, string | number>;

const fillAll = ([first, ...others]: Wordings, values: Values): Wordings => [
  fill(first, values),
  ...others.map((other) => fill(other, values)),
];

const counted = ([one, other]: Counted, count: number) => fill(count === 1 ? one : other, { count });

const withFullStop = (text: string) => (/[.!?…。！？]$/.test(text) ? text : `${text}.`);

const byValue = (table: Record<Topic, Wordings>): Record<Topic, (value: string) => Wordings> => {
  const entries = Object.entries(table) as [Topic, Wordings][];
  const functions = entries.map(([topic, wordings]) => [
    topic,
    (value: string) => fillAll(wordings, { value }),
  ]);
  return Object.fromEntries(functions) as Record<Topic, (value: string) => Wordings>;
};

/** A language's sentences as functions of their values. */
export function phrasesOf(lexicon: Lexicon, language: string): Phrases {
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const { scopes, about } = lexicon;
  return {
    ...lexicon,
    ...aboutPlans(lexicon, language),
    andMore: (first, more) => fill(lexicon.andMore, { first, more }),
    greetingAgain: (trip) => fillAll(lexicon.greetingAgain, { trip }),
    capabilities: (known) => fillAll(lexicon.capabilities, { known }),
    fromPassage: (title, text) => fill(lexicon.fromPassage, { title, text: withFullStop(text) }),
    tripLine: ({ destinations = lexicon.someTrip, dates, length }) =>
      [destinations, dates].filter(Boolean).join(', ') + (length === undefined ? '' : ` (${length})`),
    recap: (parts, wishes) => recap(lexicon, parts, wishes),
    nights: (count) => counted(lexicon.nights, count),
    days: (count) => counted(lexicon.days, count),
    people: ({ adults, children }) =>
      list.format([
        counted(lexicon.adults, adults),
        ...(children > 0 ? [counted(lexicon.children, children)] : []),
      ]),
    budget: (amount, scope, kind) => {
      const limit = fill(scopes[scope as keyof typeof scopes] ?? scopes.total, { amount });
      return kind === 'about' ? fill(about, { amount: limit }) : limit;
    },
    acknowledge: byValue(lexicon.acknowledge),
    removed: byValue(lexicon.removed),
    askBetween: (choices) => fillAll(lexicon.askBetween, { choices }),
    unknownPlaces: (names, known) => fillAll(lexicon.unknownPlaces, { names, known }),
    thinPlaces: (names) => fillAll(lexicon.thinPlaces, { names }),
    toPerson: (name, text) => fill(lexicon.toPerson, { name, text }),
    trouble: (what) => lexicon.troubles[what],
    tag: (tag) => lexicon.tags[tag] ?? tag.replaceAll('_', ' '),
  };
}

type AboutPlans = Pick<
  Phrases,
  | 'found'
  | 'flights'
  | 'place'
  | 'places'
  | 'plans'
  | 'option'
  | 'optionDays'
  | 'picked'
  | 'cheapest'
  | 'inPlan'
  | 'infeasible'
  | 'relax'
  | 'blockingBudget'
  | 'relaxation'
  | 'noWay'
>;

function aboutPlans(lexicon: Lexicon, language: string): AboutPlans {
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const costOf = ({ cost, total }: OptionFacts) => (total ? moneyText(total, language) : cost);
  const origin = (source: string | undefined) =>
    source === undefined ? lexicon.sampleOffers : fill(lexicon.offersFrom, { source });
  return {
    found: (offers, source) => listed(lexicon.found, offers, origin(source)),
    flights: (offers, source) => listed(lexicon.flights, offers, origin(source)),
    place: ({ name, about, hours, cost }) =>
      [
        about === undefined ? fill(lexicon.onTheList, { name }) : `${name}: ${withFullStop(about)}`,
        ...(hours === undefined ? [] : [fill(lexicon.hours, { value: hours })]),
        ...(cost === undefined ? [] : [fill(lexicon.cost, { value: cost })]),
      ].join(' '),
    places: (names, where) => fillAll(lexicon.places, { names, where }),
    plans: (count, days, where) =>
      fillAll(count === 1 ? lexicon.onePlan : lexicon.plans, { count, days, where }),
    option: (number, option) => {
      const { name, sights } = option;
      const start = sights.length === 0 ? '' : fill(lexicon.optionStart, { sights: list.format(sights) });
      return fill(lexicon.option, { number, name, cost: costOf(option), start });
    },
    optionDays: ({ days }) =>
      days.map(({ highlight, lodging, stops }, index) => {
        const day = fill(lexicon.day, { number: index + 1, highlight });
        const night = lodging === undefined ? '' : fill(lexicon.night, { lodging });
        return withFullStop(`${day}${stops.length === 0 ? '' : ` — ${stops.join(', ')}`}${night}`);
      }),
    picked: (option) => fillAll(lexicon.picked, { name: option.name, cost: costOf(option) }),
    cheapest: (option) => fill(lexicon.cheapest, { name: option.name, cost: costOf(option) }),
    inPlan: (lines) => fill(lexicon.inPlan, { lines: list.format(lines) }),
    infeasible: (blocking) => fillAll(lexicon.infeasible, { blocking }),
    relax: (change) => fill(lexicon.relax, { change: withFullStop(change) }),
    blockingBudget: (value) => fill(lexicon.blockingBudget, { value }),
    relaxation: (what, value) => fill(lexicon.relaxations[what], { value }),
    noWay: (origin) => fill(lexicon.noWay, { origin }),
  };
}

/** One offer ends the sentence; several stand below it, one a line. */
function listed(template: string, offers: readonly string[], origin: string): string {
  const [only, ...others] = offers;
  if (others.length === 0) return fill(template, { offers: only ?? '', origin });
  const lead = fill(template.slice(0, template.indexOf('{offers}')), { origin }).trimEnd();
  return [lead, ...offers.map((offer) => `- ${offer}`)].join('\n');
}

function recap({ recap: words }: Lexicon, parts: TripParts, wishes: string[]): string {
  const say = (name: keyof typeof words, value: string | undefined) =>
    value === undefined ? [] : [fill(words[name], { value })];
  const known = [
    ...say('to', parts.destinations),
    ...say('from', parts.origin),
    ...(parts.dates === undefined ? say('length', parts.length) : say('dates', parts.dates)),
    ...say('people', parts.travellers),
    ...say('budget', parts.budget),
    ...say('interests', parts.interests),
  ];
  const list = wishes.length === 0 ? '' : ` ${fill(words.wishes, { value: wishes.join('; ') })}`;
  return `${fill(words.intro, { value: known.join(', ') })}${list}`;
}
