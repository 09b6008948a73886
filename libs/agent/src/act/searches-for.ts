import { weatherWords, wholeWords } from '@travellite/model';
import { type IsoDate } from '@travellite/protocol';
import { type TurnWork } from '../turn-work.js';
import { shouldPlan } from '../plan/plan-decision.js';

/** What a person's words ask to be looked up. */
const asked: [RegExp, string][] = [
  [
    wholeWords(
      /\b(flights?|fly|flying|planes?|airlines?|airfares?|flug|flüge|fliegen|vols?|avion|vuelos?|voli|volo|voos?|vlucht|vluchten)\b|飛行機|航空券|フライト/iu,
    ),
    'searchFlights',
  ],
  [
    wholeWords(
      /\b(hotels?|hostels?|accommodations?|lodgings?|places? to (stay|sleep)|where (to|can (i|we)) (stay|sleep)|unterkunft|unterkünfte|hébergement|alojamiento|alloggio|alojamento|verblijf)\b|ホテル|宿/iu,
    ),
    'searchStays',
  ],
  [weatherWords, 'getWeather'],
];

/** A group agrees on a month first: what flights there are then helps it to find the days. */
function monthIsNews({ before, state, room }: TurnWork): boolean {
  const { origin, dates, destinations } = state.request;
  if (!room || !origin || dates?.window === undefined || dates.start !== undefined) return false;
  const was = before.request;
  const route = (request: typeof was) =>
    [request.origin?.name, ...request.destinations.map(({ name }) => name)].join();
  return (
    was.dates?.window?.from !== dates.window.from || route(was) !== route({ ...state.request, destinations })
  );
}

/** The day for which flights are looked up: the first one, or the first of the month that is wished for. */
export function flightDay({ state, today }: Pick<TurnWork, 'state' | 'today'>): IsoDate | undefined {
  const { start, window } = state.request.dates ?? {};
  return start ?? (window && (window.from < today ? today : window.from));
}

/** Names of the searches this turn needs; none for small talk. */
export function searchesFor(work: TurnWork): string[] {
  const { state, understanding, turn } = work;
  const names = new Set<string>();
  const { origin, destinations, dates, transport } = state.request;
  // A search for flights or beds needs a town; which towns of a country to visit is the planner's to find out.
  if (destinations.length === 0 || destinations.some(({ kind }) => kind !== 'city')) return [];
  const flightsKnown = origin !== undefined && dates?.start !== undefined && dates.start >= work.today;
  const { refused = [], wanted = [] } = transport ?? {};
  const flightsRefused = refused.includes('flight') || (wanted.length > 0 && !wanted.includes('flight'));
  if (shouldPlan(work) && flightsKnown && !flightsRefused) names.add('searchFlights');
  if (monthIsNews(work) && !flightsRefused) names.add('searchFlights');
  if (understanding.acts.includes('question')) {
    for (const [words, name] of asked) if (words.test(turn.message.text)) names.add(name);
  }
  return [...names];
}
