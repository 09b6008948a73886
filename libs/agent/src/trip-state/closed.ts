import { type Topic } from '@travellite/model';
import { planIsDue, planWaits } from '../plan/plan-decision.js';
import { changesOf } from '../respond/changes-of.js';
import { questionFor } from '../respond/facts-of.js';
import { closedRoom } from '../room/closed-room.js';
import { memberName } from '../room/member-name.js';
import { type TurnWork } from '../turn-work.js';
import { withTurn } from './history.js';
import { type TripState } from './trip-state.js';

/** What is remembered after the turn; without an answer also what the agent still waits for. */
export function closed(work: TurnWork, answer: string | undefined, answeredAt: number): TripState {
  const { turn, before, understanding } = work;
  const { asked: _asked, planDeferred: _deferred, choice: _choice, chosen, ...state } = work.state;
  const author = memberName(turn.message.author);
  const said = changesOf(work).flatMap(({ topic, action }) =>
    action === 'removed' ? [] : [[topic, author]],
  );
  return {
    ...state,
    turns: before.turns + 1,
    language: understanding.language,
    history: withTurn(before.history, turn, answer, answeredAt),
    saidBy: { ...state.saidBy, ...(Object.fromEntries(said) as typeof state.saidBy) },
    ...(answer === undefined ? stillOpen(work) : nowOpen(work)),
    ...chosenIn(work, chosen),
    ...closedRoom(work, answer !== undefined),
  };
}

type Open = Pick<TripState, 'asked' | 'planDeferred' | 'choice'>;

/** What the answer has asked, and what waits for the person's word. */
function nowOpen(work: TurnWork): Open {
  if (work.room?.notice) return stillOpen(work);
  const [ambiguous] = work.understanding.ambiguous ?? [];
  const asked = questionFor(work)?.topic ?? changeAwaited(work);
  return {
    ...(asked ? { asked } : {}),
    ...(planWaits(work) ? { planDeferred: true } : {}),
    ...(ambiguous ? { choice: { candidates: ambiguous.candidates } } : {}),
  };
}

/** Nobody was answered: what was asked before still is, and a plan that is due waits for the next answer. */
function stillOpen(work: TurnWork): Open {
  const { asked, choice, planDeferred } = work.before;
  return {
    ...(asked ? { asked } : {}),
    ...(choice ? { choice } : {}),
    ...(planDeferred === true || planIsDue(work) ? { planDeferred: true } : {}),
  };
}

/** The option that was chosen before, until another is; in a room of several their votes choose. */
function chosenIn({ understanding, room }: TurnWork, before: number | undefined): { chosen?: number } {
  if (room) return {};
  const chosen = understanding.acts.includes('choose') ? understanding.reference?.option : undefined;
  return (chosen ?? before) === undefined ? {} : { chosen: chosen ?? before };
}

/** The smallest change that would make the trip possible: a bare "1500" or "5 days" then answers it. */
function changeAwaited({ planning }: TurnWork): Topic | undefined {
  const { relaxations = [], blocking = [] } = planning?.infeasible ?? {};
  const code = blocking.some((one) => one.code === 'budget') ? 'budget' : relaxations[0]?.code;
  const topics: Partial<Record<string, Topic>> = { budget: 'budget', day_count: 'length', dates: 'dates' };
  return code === undefined ? undefined : topics[code];
}
