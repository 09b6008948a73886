import { emptyTripRequest, type TripRequest } from '@travellite/protocol';
import { phaticAct } from './acts/phatic.js';
import { comparesOptions } from './acts/comparison.js';
import { isForOthers } from './acts/elsewhere.js';
import { readReference } from './acts/reference.js';
import { sentences } from './acts/sentences.js';
import { readActs, startsOver } from './acts/acts.js';
import { readBudget } from './assemble/budget.js';
import { readComings } from './assemble/comings.js';
import { changedWishes } from './assemble/changed-wishes.js';
import { readDestinations } from './assemble/destinations.js';
import { readIntents } from './assemble/intents.js';
import { limitsRefusal } from './assemble/limited-refusal.js';
import { localPesos } from './assemble/pesos.js';
import { applyPatch, patchBetween } from './assemble/patch.js';
import { polarityOf, recognise, type Spans } from './assemble/spans.js';
import { splitPlaces } from './assemble/roles.js';
import { readStays } from './assemble/stays.js';
import { japaneseReference } from './japanese/wishes.js';
import { readTravellers } from './assemble/travellers.js';
import { readTripDates } from './assemble/trip-dates.js';
import { readWishFields } from './assemble/wish-fields.js';
import { detectLanguage } from './text/language.js';
import { readSource, type Source } from './text/source.js';
import { wordSet } from './text/word-set.js';
import {
  type RequestPatch,
  type Understand,
  type UnderstandContext,
  type Understanding,
} from './understanding.js';

/** One name for what was asked for, whatever the stage that asked calls it. */
function askedFor(context: UnderstandContext): string | undefined {
  const asked = context.asked?.toLowerCase();
  if (asked === undefined) return undefined;
  if (/^(?:destination|where|place)/.test(asked)) return 'destination';
  if (/^(?:traveller|traveler|people|party|guests)/.test(asked)) return 'travellers';
  if (/^(?:duration|days|length)/.test(asked)) return 'length';
  if (/^(?:date|when)/.test(asked)) return 'dates';
  if (/^(?:origin|from|departure|home)/.test(asked)) return 'origin';
  return asked;
}

/** Which spans belong to questions, and so change nothing. */
function inQuestion(source: Source, spans: Spans, request: TripRequest): (span: { from: number }) => boolean {
  if (spans.asks) return () => true;
  const asked = sentences(source).filter((sentence) => sentence.question);
  const more = spans.durations.length > 0 || spans.money.length > 0 || spans.travellers !== undefined;
  const route = splitPlaces(source, spans, source.asked, false);
  const plans = spans.places.length > 0 && (more || (route.origin !== undefined && route.rest.length > 0));
  if (plans && request.destinations.length === 0) return () => false;
  return (span) => asked.some((sentence) => span.from >= sentence.from && span.from < sentence.to);
}

/** "we can't go in May": a refusal right before the date. */
function isRefused(source: Source, spans: Spans, span: { from: number }): boolean {
  const right = source.tokens.slice(Math.max(0, span.from - 3), span.from);
  if (right.some((token) => nothing.has(token.low)) || limitsRefusal(source, spans, span)) return true;
  const polarity = polarityOf(spans, span);
  if (polarity !== 'avoid' && polarity !== 'remove') return false;
  return source.tokens.slice(Math.max(0, span.from - 5), span.from).some((token) => refusing.has(token.low));
}

/** "nothing on Sunday" */
const nothing = wordSet('nothing nichts rien nada niente niets');
const refusing = wordSet('not cant cannot dont wont no avoid except never nicht kein pas non não niet geen');

/** The request the message leads to. */
function nextRequest(
  source: Source,
  spans: Spans,
  before: TripRequest,
  people: UnderstandContext['people'],
): TripRequest {
  const skip = inQuestion(source, spans, before);
  const use = <S extends { from: number }>(list: S[]): S[] => list.filter((span) => !skip(span));
  const after: TripRequest = { ...before };
  const stays = readStays(source, spans, use(spans.durations));
  const places = readDestinations(source, spans, before, skip, stays.nights);
  if (places.origin) after.origin = places.origin;
  if (places.destinations) after.destinations = places.destinations;
  after.dates =
    readTripDates(
      source,
      use(spans.dates).filter((span) => !isRefused(source, spans, span)),
      stays.durations,
      before.dates,
    ) ?? before.dates;
  const money = readBudget(source, localPesos(use(spans.money), spans.places), before);
  if (money.budget) Object.assign(after, { budget: money.budget, budgetUnlimited: undefined });
  if (money.unlimited || spans.liftsBudget)
    Object.assign(after, { budget: undefined, budgetUnlimited: true });
  if (spans.travellers && !skip(spans.travellers)) {
    const travellers = readTravellers(source, spans.travellers, before.travellers);
    if (travellers) after.travellers = travellers;
  }
  const comings = spans.travellers?.joining
    ? undefined
    : readComings(source, spans, before.travellers, people);
  if (comings) after.travellers = comings;
  Object.assign(after, readWishFields(source, spans, before, skip));
  if (places.see) after.mustSee = [...new Set([...(after.mustSee ?? []), ...places.see])];
  if (places.avoid.length > 0) after.avoid = [...new Set([...(after.avoid ?? []), ...places.avoid])];
  return after;
}

function ambiguities(spans: Spans, patch: RequestPatch): Understanding['ambiguous'] {
  const named = [...(patch.set.destinations ?? []), ...(patch.set.origin ? [patch.set.origin] : [])];
  const open = spans.places.filter(
    (span) =>
      span.ambiguous &&
      named.some((place) => place.name === span.place.name && place.country === span.place.country),
  );
  return open.length === 0
    ? undefined
    : open.map((span) => ({ said: span.said, candidates: span.ambiguous ?? [] }));
}

/** How sure we are: how much of the message is explained by what was recognised. */
function confidenceOf(
  source: Source,
  spans: Spans,
  understanding: Pick<Understanding, 'acts' | 'ambiguous'>,
): number {
  const words = source.tokens.filter((token) => token.kind !== 'mark').length;
  if (words === 0) return 0.1;
  if (understanding.acts.some((act) => act === 'greeting' || act === 'thanks' || act === 'capabilities'))
    return 0.95;
  const explained = source.tokens.filter((token, i) => token.kind !== 'mark' && spans.taken[i]).length;
  const base = explained === 0 ? 0.4 : 0.65 + 0.3 * Math.min(1, (2 * explained) / words);
  return Math.round((base - (understanding.ambiguous ? 0.2 : 0)) * 100) / 100;
}

/**
 * Understands one message without any model: recognisers find dates, money, people, places and wishes, their spans are
 * made disjoint, and what they say about the trip becomes a patch. Takes time linear in the length of the text and never throws.
 */
export const understand: Understand = (text, today, locale, context) => {
  const before = context.request;
  const asked = askedFor(context);
  const language = detectLanguage(text, locale);
  const source = readSource(text.slice(0, 16_000), today, locale, language, asked);
  const phatic = phaticAct(source);
  const spans = recognise(source, context);
  const base = startsOver(source) ? emptyTripRequest() : before;
  const shown = context.shown?.length ?? 0;
  const idle = phatic !== undefined || isForOthers(source, spans, shown) || comparesOptions(source, shown);
  const patch = idle
    ? { set: {}, remove: [] }
    : patchBetween(before, nextRequest(source, spans, base, context.people));
  const request = applyPatch(before, patch);
  const reference = idle
    ? undefined
    : (readReference(source, shown, (i) => spans.taken[i] ?? false) ?? japaneseReference(source.text, shown));
  const ambiguous = ambiguities(spans, patch);
  const acts = readActs(source, spans, {
    phatic,
    patch,
    before,
    reference,
    shown,
  });
  const used =
    acts.includes('choose') || (reference?.wish !== undefined && before.destinations.length > 0)
      ? reference
      : undefined;
  const wishes = changedWishes(before, request);
  return {
    patch,
    request,
    intents: readIntents(text, before, { request, acts, wishes, reference: used }),
    acts,
    confidence: confidenceOf(source, spans, { acts, ambiguous }),
    language,
    ...(ambiguous ? { ambiguous } : {}),
    ...(used ? { reference: used } : {}),
    wishes,
  };
};
