import { type Model, createOfflineModel } from '@travellite/model';
import { type Knowledge } from '@travellite/knowledge';
import { type Agent, type AgentState, toTravelError, TravelError, type Turn } from '@travellite/protocol';
import { planTrip } from '@travellite/planner';
import { type Log } from '@travellite/telemetry';
import { curatedCities, type TravelTools } from '@travellite/travel-tools';
import { actStage } from './act/act-stage.js';
import { spentOn, storedCount, utcDay, withSpent } from './budget/day-count.js';
import { MeteredModel } from './budget/metered-model.js';
import { TokenBudget, type TokenLimits } from './budget/token-budget.js';
import { discoverStage } from './discover/discover-stage.js';
import { planWaits } from './plan/plan-decision.js';
import { planStage } from './plan/plan-stage.js';
import { foldHistory } from './recall/fold-history.js';
import { requireStage } from './require/require-stage.js';
import { questionFor } from './respond/facts-of.js';
import { respondStage } from './respond/respond-stage.js';
import { retrieveStage } from './retrieve/retrieve-stage.js';
import { changesOf } from './respond/changes-of.js';
import { withTurn } from './trip-state/history.js';
import { missingTopics } from './trip-state/missing.js';
import {
  emptyTripState,
  loadTripState,
  plannedNow,
  saveTripState,
  tripStateVersion,
} from './trip-state/trip-state.js';
import { type AgentPorts, type StageContext, type TurnWork } from './turn-work.js';
import { understandStage } from './understand/stage/understand-stage.js';
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

/** The travel agent: seven stages, one after the other. It keeps nothing between turns but what it returns. */
export function createTravelAgent(options: TravelAgentOptions): Agent {
  const { model, log, now = Date.now } = options;
  const offline = model.capabilities.offline ? model : createOfflineModel();
  const ports: AgentPorts = { ...options, understand, planTrip, offline, now };
  const knownPlaces = curatedCities.map(({ name }) => name);
  return {
    stateVersion: tripStateVersion,
    async run(turn, stored, emit, signal): Promise<AgentState> {
      const budget = budgetOf(turn, stored, options.limits, now());
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
        if (turn.message.note) return kept(stored);
        return await work(turn, stored, context, knownPlaces);
      } catch (thrown) {
        throw signal.aborted ? stopped(signal) : toTravelError(thrown);
      }
    },
  };
}

/** The count of the day is part of the conversation's state, so it holds whichever worker runs the next turn. */
function budgetOf(
  turn: Turn,
  stored: AgentState | undefined,
  limits: TokenLimits = {},
  now: number,
): TokenBudget {
  const { userId } = turn.message.author;
  return new TokenBudget(limits, spentOn(storedCount(stored?.data), utcDay(now), userId));
}

function kept(stored: AgentState | undefined): AgentState {
  if (stored) return stored;
  const state = emptyTripState();
  return saveTripState(state, missingTopics(state.request));
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
  await announce(understandStage, context);
  let current = await understandStage.run(turn, stored, context);
  for (const stage of between) {
    await announce(stage, context);
    current = await stage.run(current, context);
  }
  await announce(respondStage, context);
  // Side by side: nobody waits for the summary, which the next turns are for.
  const folding = foldHistory(current, context);
  const answer = await respondStage.run(current, context, knownPlaces);
  const summary = await folding;
  context.signal.throwIfAborted();
  const now = context.ports.now();
  const planned = plannedNow(loadTripState(stored), current.state.plan, now);
  const spent = withSpent(
    current.before.spent,
    utcDay(now),
    turn.message.author.userId,
    context.budget.spent,
  );
  const state = {
    ...closed(current, answer, now),
    ...(planned ? { planned } : {}),
    ...(summary ? { summary } : {}),
    spent,
  };
  const saved = saveTripState(state, missingTopics(state.request));
  const { trip } = saved.view;
  if (trip) await context.event({ type: 'state', trip });
  return saved;
}

async function announce({ step, label }: { step: TurnStep; label: string }, { signal, event }: StageContext) {
  signal.throwIfAborted();
  await event({ type: 'workflow_step', step, label });
}

type TurnStep = (typeof between)[number]['step'];

/** What is remembered after the turn. */
function closed(work: TurnWork, answer: string, answeredAt: number): TurnWork['state'] {
  const { turn, before, understanding } = work;
  const { asked: _asked, planDeferred: _deferred, choice: _choice, ...state } = work.state;
  const [ambiguous] = understanding.ambiguous ?? [];
  const asked = questionFor(work)?.topic;
  const author = turn.message.author.name ?? turn.message.author.userId;
  const said = changesOf(work).flatMap(({ topic, action }) =>
    action === 'removed' ? [] : [[topic, author]],
  );
  const chosen = understanding.acts.includes('choose') ? understanding.reference?.option : undefined;
  return {
    ...state,
    turns: before.turns + 1,
    language: understanding.language,
    history: withTurn(before.history, turn, answer, answeredAt),
    saidBy: { ...state.saidBy, ...(Object.fromEntries(said) as typeof state.saidBy) },
    ...(asked ? { asked } : {}),
    ...(planWaits(work) ? { planDeferred: true } : {}),
    ...(ambiguous ? { choice: { candidates: ambiguous.candidates } } : {}),
    ...(chosen === undefined ? {} : { chosen }),
  };
}
