import { type TripRequest } from '@travellite/protocol';
import { Phrases } from '../text/phrases.js';
import { type Source } from '../text/source.js';
import { type RequestPatch, type SpeechAct, type Understanding } from '../understanding.js';
import { type Spans } from '../assemble/spans.js';
import { hasPhatic } from './phatic.js';
import { comparesOptions } from './comparison.js';
import { isForOthers } from './elsewhere.js';
import { sentences } from './sentences.js';

const phrases = (list: string): Phrases<true> =>
  new Phrases(list.split('|').map((phrase) => [phrase, true] as const));
const some = (source: Source, list: Phrases<true>): boolean =>
  source.tokens.some((_, i) => list.at(source.tokens, i) !== undefined);

const planning = phrases(
  'plan|planning|itinerary|trip|vacation|holiday|getaway|travel|travelling|traveling|travel plan|journey|fly|flight|flights|visit|go to|weekend in|city break|honeymoon|tour|excursion|book|reise|urlaub|reisen|voyage|viaje|viagem|viaggio|reis|vakantie|vacances|vacaciones|vacanza|férias|旅行|旅|backpacking|road trip|stay in',
);
const restarting = phrases(
  'start over|start again|start from scratch|start fresh|reset|clear everything|forget everything|new trip|begin again|scrap everything|scrap that plan|delete everything|forget all that|a different trip|another trip|von vorne|recommencer|empezar de nuevo|ricominciare|recomeçar|opnieuw beginnen',
);
const travelWords = phrases(
  'trip|travel|vacation|holiday|flight|flights|hotel|hotels|airport|visa|passport|luggage|itinerary|plan|plans|weather|currency|tip|tipping|train|trains|bus|metro|subway|museum|museums|restaurant|restaurants|sights|sightseeing|beach|city|country|tourist|tourists|destination|destinations|booking|reservation|airline|packing|pack|jet lag|safe|safety|culture|tour|guide|map|day|days|night|budget|cost|options|option|places|place|visit|go|stay|there|local|food|eat|season|language|taxi|car|drive|plug|power|adapter|water|price|expensive|cheap|check in|insurance|customs|reise|wetter|voyage|météo|viaje|clima|viaggio|tempo|viagem|reis|weer|it',
);

/** The person wants to begin anew. */
export const startsOver = (source: Source): boolean => some(source, restarting);

interface Evidence {
  phatic?: SpeechAct;
  patch: RequestPatch;
  before: TripRequest;
  reference?: Understanding['reference'];
  shown: number;
}

const isEmptyPatch = (patch: RequestPatch): boolean =>
  Object.keys(patch.set).length === 0 && patch.remove.length === 0;

/** Acts that show in what the message changed or referred to. */
function effects(source: Source, spans: Spans, { patch, before, reference, shown }: Evidence): SpeechAct[] {
  if (comparesOptions(source, shown)) return ['question'];
  const acts: SpeechAct[] = [];
  const changed = !isEmptyPatch(patch);
  if (reference?.option !== undefined && (shown > 0 || !changed)) acts.push('choose');
  const first =
    before.destinations.length === 0 && (patch.set.destinations !== undefined || some(source, planning));
  if (changed) acts.push(first ? 'plan' : 'change');
  else if (reference?.wish !== undefined && before.destinations.length > 0) acts.push('change');
  if (spans.asks || sentences(source).some((sentence) => sentence.question)) acts.push('question');
  return acts;
}

/** What the person wants with the message; never empty. */
export function readActs(source: Source, spans: Spans, evidence: Evidence): SpeechAct[] {
  if (evidence.phatic) return [evidence.phatic];
  if (isForOthers(source, spans, evidence.shown)) return ['off_topic'];
  const acts = effects(source, spans, evidence);
  if (acts.length > 0) return acts;
  if (source.asked === undefined && source.tokens.length <= 12 && hasPhatic(source, 'thanks'))
    return ['thanks'];
  if (some(source, planning)) return ['plan'];
  const named = spans.places.length + spans.dates.length + spans.durations.length > 0;
  return [source.asked !== undefined || named || some(source, travelWords) ? 'question' : 'off_topic'];
}
