import { type AnswerFacts, type Topic } from '@travellite/model';
import { askedTopics } from '@travellite/knowledge';
import { moneyText, type PlanOption, type Poi } from '@travellite/protocol';
import { authorCalled, roomFacts } from '../room/room-facts.js';
import { withoutContested } from '../room/without-contested.js';
import { missingTopics } from '../trip-state/missing.js';
import { type TurnWork } from '../turn-work.js';
import { whereabouts } from '../understand/stage/settle-place.js';
import { countriesOf } from './countries-of.js';
import { changesOf } from './changes-of.js';
import { tripFacts } from './trip-facts.js';
import { planningRequest } from '../plan/planning-request.js';
import { infeasibleFacts } from './infeasible-facts.js';
import { isSampleOption, optionName } from '../plan/option-notes.js';
import { fromOverallCost } from '../plan/overall-cost.js';
import { wishLines } from '../require/wish-lines.js';

/** Places an answer may speak of. */
const mostPlaces = 40;

/** Everything the answer of this turn may rest on. */
export function factsOf(work: TurnWork, knownPlaces: readonly string[]): AnswerFacts {
  const { state, before, understanding, turn, planning } = work;
  const ask = questionFor(work);
  const picked = understanding.reference?.option;
  const currencies = [state.request.budget?.max.currency ?? [], commonCurrencies].flat();
  const options = state.plan.map((option, index) => toOptionFacts(option, index, currencies));
  const infeasible = planning?.infeasible;
  const countries = countriesOf(work);
  return {
    seed: before.turns + turn.conversation.length,
    language: understanding.language,
    today: work.today,
    ...addresseeOf(work),
    firstTurn: before.turns === 0,
    acts: understanding.acts,
    trip: tripFacts(state.request),
    ...(countries.length > 0 ? { countries } : {}),
    wishes: listedWishes(state),
    changes: changesOf(withoutContested(work)),
    ...(ask ? { ask } : {}),
    ...(options.length > 0 ? { plan: { ...planFacts(work), options } } : {}),
    ...(picked !== undefined && picked >= 0 && picked < options.length ? { picked } : {}),
    ...(infeasible
      ? { infeasible: infeasibleFacts(infeasible, planningRequest(state.request, work.today).request) }
      : {}),
    finds: work.finds,
    places: state.pois.slice(0, mostPlaces).map(toPlaceFacts),
    troubles: work.troubles,
    unknownPlaces: work.unknownPlaces,
    thinPlaces: work.thinPlaces,
    knownPlaces: [...knownPlaces],
    passages: passageFacts(work),
    ...roomFacts(work),
    standIn: work.standIn,
  };
}

/** Notes that were looked up; `answers` marks those of the very topic a short question asks for. */
function passageFacts({ passages, turn }: TurnWork): AnswerFacts['passages'] {
  const topics: ReadonlySet<string> = askedTopics(turn.message.text);
  return passages.map(({ title, text, source, topic = '' }) => ({
    title,
    text,
    source,
    ...(topics.has(topic) ? { answers: true } : {}),
  }));
}

/** The list, each entry with what it is about where the request says so. */
function listedWishes({ requirements, request }: TurnWork['state']): AnswerFacts['wishes'] {
  const keys = new Map(wishLines(request).map(({ description, key }) => [description, key]));
  return requirements.map(({ description, priority }) => {
    const key = keys.get(description);
    return { description, priority, ...(key === undefined ? {} : { key }) };
  });
}

function planFacts({ state, planning }: TurnWork) {
  const missing = planning?.options.some(({ gaps }) => gaps.includes('transport_home')) === true;
  return {
    fresh: planning !== undefined,
    sample: state.plan.some(isSampleOption),
    ...(missing && state.request.origin ? { withoutWay: true } : {}),
  };
}

/** In a room an answer says whom it is for. */
function addresseeOf(work: TurnWork): { addressee?: string } {
  const addressee = authorCalled(work);
  return addressee === undefined ? {} : { addressee };
}

/** The one thing to ask for: which place is meant, else the first that is missing. */
export function questionFor({
  state,
  understanding,
  planning,
}: TurnWork): { topic: Topic; choices?: string[] } | undefined {
  const [ambiguous] = understanding.ambiguous ?? [];
  if (ambiguous) {
    const choices = ambiguous.candidates.map((place) =>
      [place.name, whereabouts(place)].filter(Boolean).join(', '),
    );
    return { topic: 'destination', choices };
  }
  // What stands in the way comes first; one thing at a time.
  if (planning?.infeasible) return undefined;
  return nextTopic(state);
}

/** In a room the month is enough to look for flights with, so where people set off is asked before the day. */
function nextTopic({ request, room }: TurnWork['state']): { topic: Topic } | undefined {
  const missing = missingTopics(request);
  const [topic] = missing;
  const monthKnown = topic === 'dates' && request.dates?.window !== undefined;
  if (room && monthKnown && missing.includes('origin')) return { topic: 'origin' };
  return topic && { topic };
}

/** What the sign of a sum may stand for, when the budget does not tell. */
const commonCurrencies = ['USD', 'EUR', 'GBP', 'JPY', 'CHF'];

function toOptionFacts(option: PlanOption, index: number, currencies: readonly string[]) {
  const total = fromOverallCost(option.overall_cost, currencies);
  return {
    name: optionName(option) ?? `Option ${index + 1}`,
    cost: total ? moneyText(total) : option.overall_cost,
    ...(total ? { total } : {}),
    notes: option.general_notes,
    sights: sightsOf(option).slice(0, 2),
    legs: legsOf(option),
    days: option.days.map(({ highlight, lodging, blocks }) => ({
      highlight,
      ...(lodging === undefined ? {} : { lodging: typeof lodging === 'string' ? lodging : lodging.name }),
      stops: blocks.map(({ description }) => description),
    })),
  };
}

function toPlaceFacts({ name, description, opening_hours: hours, cost }: Poi) {
  return {
    name,
    ...(description === '' ? {} : { about: description }),
    ...(hours === undefined ? {} : { hours }),
    ...(cost === '' ? {} : { cost }),
  };
}

/** Ways between cities: what moves people and is no walk or tram to the next sight. */
const legsOf = ({ days, departure }: PlanOption): string[] =>
  [...days, ...(departure ? [departure] : [])].flatMap(({ blocks }) =>
    blocks.flatMap(({ description, transportation, pois = [], continued }) =>
      transportation?.cost !== undefined && pois.length === 0 && continued !== true ? [description] : [],
    ),
  );

/** Sights in the order of the visits. */
const sightsOf = ({ days }: PlanOption): string[] =>
  days.flatMap(({ blocks }) =>
    blocks.flatMap(({ pois = [] }) =>
      pois.filter((poi) => poi.poi_type === 'tourist_destination').map(({ name }) => name),
    ),
  );
