import { type AgentState, type Turn, toTravelError } from '@travellite/protocol';
import { withoutAddress } from '../../room/addressing.js';
import { loadTripState } from '../../trip-state/trip-state.js';
import { type StageContext, type TurnWork } from '../../turn-work.js';
import { type Understanding } from '../understanding.js';
import { applyCarried } from './apply-carried.js';
import { chosenPlace, settlePlace } from './settle-place.js';
import { readWithModel } from './read-with-model.js';
import { userDay } from './user-day.js';

/** The first stage: what the turn finds and what the message says. */
export const understandStage = {
  step: 'understand',
  label: 'Reading your message',

  async run(turn: Turn, stored: AgentState | undefined, context: StageContext): Promise<TurnWork> {
    const { ports } = context;
    const { timeZone, carried } = turn.message;
    const today = userDay(ports.now(), timeZone);
    const { understand, tools } = ports;
    const before = applyCarried(loadTripState(stored), carried, {
      understand,
      today,
      gazetteer: tools.gazetteer,
    });
    const text = withoutAddress(turn.message.text, before.room?.members ?? []);
    const locale = speaksLike(before.language, turn.message.locale);
    const known = {
      request: before.request,
      shown: before.plan,
      people: before.room?.members.map(({ name }) => name) ?? [],
      ...(before.asked === undefined ? {} : { asked: before.asked }),
    };
    const chosen = before.choice && chosenPlace(text, before.choice);
    const byRules = understand(text, today, locale, known);
    const read = chosen ? settlePlace(byRules, before.request, chosen) : byRules;
    const { understanding, standIn } = await completed(read, { text, today, locale }, context);
    await context.event({ type: 'intents', intents: understanding.intents });
    return {
      turn,
      today,
      before,
      state: { ...before, request: understanding.request },
      understanding,
      passages: [],
      finds: [],
      troubles: [],
      unknownPlaces: [],
      thinPlaces: [],
      standIn,
    };
  },
} as const;

/** What a short message is taken for: the language of the conversation, in the client's own variety where that fits. */
function speaksLike(language: string | undefined, locale: string | undefined): string {
  if (language === undefined) return locale ?? 'en';
  return locale?.toLowerCase().startsWith(language) === true ? locale : language;
}

/** With a model that can, its reading completes the rules'; when it fails, the rules' stands and the turn goes on offline. */
async function completed(
  read: Understanding,
  message: { text: string; today: string; locale: string },
  context: StageContext,
): Promise<{ understanding: Understanding; standIn: boolean }> {
  if (!context.ports.model.capabilities.structured) return { understanding: read, standIn: false };
  try {
    return { understanding: await readWithModel(read, message, context), standIn: false };
  } catch (thrown) {
    const error = toTravelError(thrown);
    if (context.signal.aborted) throw error;
    context.log.warn('the model did not read the message', { code: error.code, retryable: error.retryable });
    // A badly filled form is no reason to give the model up for this turn.
    return { understanding: read, standIn: error.code !== 'invalid' };
  }
}
