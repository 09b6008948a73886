import { createOfflineModel, type Model } from '@travellite/model';
import { type Knowledge } from '@travellite/knowledge';
import {
  type Agent,
  type AgentState,
  type RoomNote,
  splitConversation,
  toTravelError,
  TravelError,
  type Turn,
} from '@travellite/protocol';
import { planTrip } from '@travellite/planner';
import { type Log } from '@travellite/telemetry';
import { curatedCities, type TravelTools } from '@travellite/travel-tools';
import { actStage } from './act/act-stage.js';
import { spentOn, storedCount, utcDay, withSpent } from './budget/day-count.js';
import { DayLedger, type Spender } from './budget/day-ledger.js';
import { MeteredModel } from './budget/metered-model.js';
import { TokenBudget, type TokenLimits } from './budget/token-budget.js';
import { discoverStage } from './discover/discover-stage.js';
import { planStage } from './plan/plan-stage.js';
import { foldHistory } from './recall/fold-history.js';
import { enterRoom } from './room/enter-room.js';
import { withPresence } from './room/note-presence.js';
import { requireStage } from './require/require-stage.js';
import { respondStage } from './respond/respond-stage.js';
import { retrieveStage } from './retrieve/retrieve-stage.js';
import { closed } from './trip-state/closed.js';
import { missingTopics } from './trip-state/missing.js';
import {
  loadTripState,
  plannedNow,
  saveTripState,
  type TripState,
  tripStateVersion,
} from './trip-state/trip-state.js';
import { type AgentPorts, type StageContext, type TurnWork } from './turn-work.js';
import { understandStage } from './understand/stage/understand-stage.js';
import { warmTowns } from './understand/places/towns.js';
import { understand } from './understand/understand.js';

/** What a travel agent is made of. */
export interface TravelAgentOptions {
  model: Model;
  tools: TravelTools;
  knowledge?: Knowledge;
  log: Log;
  /** What the language model may take; none when absent. */
  limits?: TokenLimits;
  /** Unix ms; defaults to the clock of the machine. */
  now?: () => number;
}

const between = [retrieveStage, discoverStage, requireStage, actStage, planStage];
/** What a message that is not answered goes through: its wishes are kept, nothing is searched for or planned. */
const noting = [discoverStage, requireStage];

/**
 * The travel agent: seven stages, one after the other. It keeps nothing between turns but what it returns, and what turns cost that
 * returned nothing.
 */
export function createTravelAgent(options: TravelAgentOptions): Agent {
  const { model, log, now = Date.now } = options;
  const offline = model.capabilities.offline ? model : createOfflineModel();
  const ports: AgentPorts = { ...options, understand, planTrip, offline, now };
  const ledger = new DayLedger();
  warmTowns();
  const knownPlaces = curatedCities.map(({ name }) => name);
  return {
    stateVersion: tripStateVersion,
    async run(turn, stored, emit, signal): Promise<AgentState> {
      const spender = {
        conversation: turn.conversation,
        user: turn.message.author.userId,
        day: utcDay(now()),
      };
      const budget = budgetOf(spender, stored, options.limits, ledger);
      const context: StageContext = {
        ports: model.capabilities.offline ? ports : { ...ports, model: new MeteredModel(model, budget) },
        budget,
        signal,
        log: log.with({ turn: turn.id }),
        event: (event) => emit.event(event),
        text: (delta) => emit.text(delta),
      };
      try {
        // What is only recorded is not answered.
        if (turn.message.note) return await noted(turn, turn.message.note, stored, context);
        return await work(turn, stored, context, knownPlaces);
      } catch (thrown) {
        throw signal.aborted ? stopped(signal) : toTravelError(thrown);
      } finally {
        ledger.note(spender, budget.spentOnDay);
      }
    },
  };
}

/** The count of the day is part of the conversation's state, so it holds whichever worker runs the next turn. */
function budgetOf(
  spender: Spender,
  stored: AgentState | undefined,
  limits: TokenLimits = {},
  ledger: DayLedger,
): TokenBudget {
  const inState = spentOn(storedCount(stored?.data), spender.day, spender.user);
  return new TokenBudget(limits, ledger.spent(spender, inState));
}

/** Who comes and goes is kept of a shared room; everything else stays as it was. */
async function noted(
  { conversation, message }: Turn,
  note: RoomNote,
  stored: AgentState | undefined,
  { event }: StageContext,
): Promise<AgentState> {
  const state = loadTripState(stored);
  const save = (next: TripState) => saveTripState(next, missingTopics(next.request));
  if (splitConversation(conversation).kind !== 'room') return stored ?? save(state);
  const room = withPresence(state.room, message.author.userId, note);
  await event({ type: 'presence', members: room.present ?? [] });
  return save({ ...state, room });
}

function stopped({ reason }: AbortSignal): TravelError {
  return reason instanceof TravelError
    ? reason
    : new TravelError('cancelled', 'The answer was stopped.', { cause: reason });
}

async function work(
  turn: Turn,
  stored: AgentState | undefined,
  context: StageContext,
  knownPlaces: readonly string[],
): Promise<AgentState> {
  const begun = utcDay(context.ports.now());
  await announce(understandStage, context);
  const read = await understandStage.run(turn, stored, context);
  const entered = enterRoom(read, context.ports);
  const current = await throughStages(entered, context);
  const answering = async () => (isAnswered(current) ? spoken(current, context, knownPlaces) : undefined);
  const { answer, summary } = await answeredAndFolded(
    answering,
    () => foldHistory(current, context),
    context,
  );
  context.signal.throwIfAborted();
  const now = context.ports.now();
  const planned = plannedNow(loadTripState(stored), current.state.plan, now);
  const { budget } = context;
  const spent = withSpent(current.before.spent, begun, turn.message.author.userId, budget.spentOnDay);
  const state = {
    ...closed(current, answer, now),
    ...(planned ? { planned } : {}),
    ...(summary ? { summary } : {}),
    spent,
  };
  const saved = saveTripState(state, missingTopics(state.request));
  const { trip, room } = saved.view;
  if (trip) await context.event({ type: 'state', trip, ...(room ? { room } : {}) });
  return saved;
}

/**
 * Side by side, so that nobody waits for the summary, which the next turns are for. Where tokens are counted out the answer comes first,
 * and the summary takes what it leaves. Folding never rejects, and is over when this is.
 */
async function answeredAndFolded<Summary>(
  answering: () => Promise<string | undefined>,
  folding: () => Promise<Summary>,
  { budget }: StageContext,
): Promise<{ answer: string | undefined; summary: Summary }> {
  if (budget.limited) return { answer: await answering(), summary: await folding() };
  const summary = folding();
  try {
    return { answer: await answering(), summary: await summary };
  } finally {
    await summary;
  }
}

/** In a shared room a message may be for others, and only be taken note of. */
const isAnswered = ({ room }: TurnWork): boolean => room?.answers !== false;

async function throughStages(entered: TurnWork, context: StageContext): Promise<TurnWork> {
  if (entered.room?.notice) return entered;
  let current = entered;
  for (const stage of isAnswered(entered) ? between : noting) {
    // Whoever talks to others is not shown the agent at work.
    if (isAnswered(entered)) await announce(stage, context);
    current = await stage.run(current, context);
  }
  return current;
}

async function spoken(
  work: TurnWork,
  context: StageContext,
  knownPlaces: readonly string[],
): Promise<string> {
  await announce(respondStage, context);
  return respondStage.run(work, context, knownPlaces);
}

async function announce({ step, label }: { step: TurnStep; label: string }, { signal, event }: StageContext) {
  signal.throwIfAborted();
  await event({ type: 'workflow_step', step, label });
}

type TurnStep = (typeof between)[number]['step'];
