import { type Topic, type Trouble } from '../../../facts.js';
import { type Wordings } from './phrases.js';

/** One form for exactly one, one for any other number; `{count}` stands for it. */
export type Counted = readonly [one: string, other: string];

/**
 * A language as data: every sentence the offline model can say, with `{…}` where a value goes. A file a language;
 * `phrasesOf` makes functions of it.
 */
export interface Lexicon {
  /** `{first}`, `{more}` */
  andMore: string;
  willing: Wordings;
  afresh: Wordings;
  greeting: Wordings;
  /** `{trip}` */
  greetingAgain: Wordings;
  /** `{known}` */
  capabilities: Wordings;
  self: Wordings;
  standIn: string;
  /** Why the offline model answers when a token budget is used up: the message's own, or the day's. */
  spent: Record<'turn' | 'day', string>;
  thanks: Wordings;
  offTopic: Wordings;
  lost: Wordings;
  unknownAnswer: Wordings;
  /** `{title}`, `{text}` */
  fromPassage: string;
  someTrip: string;
  noTrip: Wordings;
  /** `{value}` in each; `wishes` is a sentence of its own. */
  recap: Record<
    'intro' | 'to' | 'from' | 'dates' | 'length' | 'people' | 'budget' | 'interests' | 'wishes',
    string
  >;
  nights: Counted;
  days: Counted;
  adults: Counted;
  children: Counted;
  /** `{amount}` */
  scopes: Record<'total' | 'per_person' | 'per_night' | 'per_day', string>;
  about: string;
  noLimit: string;
  /** `{value}` */
  acknowledge: Record<Topic, Wordings>;
  removed: Record<Topic, Wordings>;
  ask: Record<Topic, Wordings>;
  askStart: Wordings;
  /** `{choices}` */
  askBetween: Wordings;
  notYet: Record<Topic, Wordings>;
  /** `{names}`, `{known}` */
  unknownPlaces: Wordings;
  /** `{names}` */
  thinPlaces: Wordings;
  /** `{name}`, `{text}` */
  toPerson: string;
  troubles: Record<Trouble, string>;
  /** `{offers}`, `{origin}`: one of the two below. */
  found: string;
  flights: string;
  sampleOffers: string;
  /** `{source}` */
  offersFrom: string;
  /** `{name}` */
  onTheList: string;
  /** `{value}` */
  hours: string;
  cost: string;
  /** `{names}`, `{where}` */
  places: Wordings;
  /** `{days}`, `{where}`; more than one also `{count}`. */
  onePlan: Wordings;
  plans: Wordings;
  /** `{number}`, `{name}`, `{cost}`, `{start}`, which is empty or the next one with `{sights}`. */
  option: string;
  optionStart: string;
  /** `{number}`, `{highlight}` */
  day: string;
  /** `{lodging}` */
  night: string;
  /** `{name}`, `{cost}` */
  picked: Wordings;
  cheapest: string;
  booking: string;
  /** `{lines}` */
  inPlan: string;
  planSample: string;
  afterPlan: Wordings;
  noPlanYet: Wordings;
  noPlanFits: Wordings;
  /** `{blocking}` */
  infeasible: Wordings;
  /** `{change}` */
  relax: string;
  /** `{value}`: the budget, as the thing that stands in the way. */
  blockingBudget: string;
  /** `{value}` in each but `unlimited`: what to change, a sentence. */
  relaxations: Record<'budget' | 'unlimited' | 'length' | 'dates', string>;
  /** `{origin}`: the plans hold no way there and back. */
  noWay: string;
  /** Names of interest tags that are not the tag itself. */
  tags: Partial<Record<string, string>>;
}
