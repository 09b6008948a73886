import { type HistoryLine, type NativeFrame, type TurnId, type UserMessage } from '@travellite/protocol';
import { emptyTrip } from '../frames/view.js';
import { finishText, textSoFar } from '../text/assembly.js';
import { type ConversationModel, hasEnded, isLocal, type TurnView } from './model.js';
import { bounded, newTurn } from './turns.js';

type SnapshotFrame = Extract<NativeFrame, { type: 'snapshot' }>;

const question = ({ text, author, ts }: UserMessage) => ({ text, author, ts });

const authorOf = ({ author, userId: id }: HistoryLine, userId: string) =>
  id === undefined
    ? { userId: author ?? userId }
    : { userId: id, ...(author !== undefined && { name: author }) };

/** The turns of the history: a user's line and the answer to it share the turn's id. */
function fromHistory(snapshot: SnapshotFrame, userId: string): Map<TurnId, TurnView> {
  const turns = new Map<TurnId, TurnView>();
  for (const line of snapshot.view.history) {
    const turn: TurnView = turns.get(line.turn) ?? { ...newTurn(line.turn), status: 'complete' };
    const author = authorOf(line, userId);
    turns.set(
      line.turn,
      line.role === 'user'
        ? { ...turn, question: { text: line.text, author, ts: line.ts } }
        : { ...turn, answer: finishText(line.text), updatedAt: line.ts },
    );
  }
  return turns;
}

/** The details of a turn that was seen before are kept: a snapshot holds only the words. */
function withDetails(turn: TurnView, before: TurnView | undefined): TurnView {
  if (!before) return turn;
  const { steps, tools, intents, sources } = before;
  const status = hasEnded(turn) && hasEnded(before) ? before.status : turn.status;
  return { ...turn, status, steps, tools, intents, sources, ...(before.fault && { fault: before.fault }) };
}

function openTurns(snapshot: SnapshotFrame): TurnView[] {
  const { running, queued } = snapshot;
  const turns = queued.map(({ turn, message }, index): TurnView => ({
    ...newTurn(turn),
    question: question(message),
    position: index + (running ? 1 : 0),
  }));
  if (!running) return turns;
  const atWork: TurnView = {
    ...newTurn(running.turn),
    status: 'working',
    question: question(running.message),
    answer: textSoFar(running.text),
  };
  return [atWork, ...turns];
}

/**
 * The model as of a snapshot. The snapshot is the truth about everything it covers; ended turns that are older than
 * its history stay in view, messages on their way to the server follow at the end.
 */
export function applySnapshot(
  model: ConversationModel,
  snapshot: SnapshotFrame,
  options: { keepOlder: boolean },
): ConversationModel {
  const conversation = model.conversation ?? '';
  const userId = conversation.startsWith('user:') ? conversation.slice('user:'.length) : '';
  const turns = fromHistory(snapshot, userId);
  for (const turn of openTurns(snapshot)) turns.set(turn.id, turn);
  const before = new Map(model.turns.map((turn) => [turn.id, turn]));
  const firstKnown = model.turns.findIndex((turn) => turns.has(turn.id));
  const older = options.keepOlder ? model.turns.slice(0, Math.max(0, firstKnown)).filter(hasEnded) : [];
  const local = model.turns.filter((turn) => isLocal(turn) && !turns.has(turn.id));
  const seen = [...turns.values()].map((turn) => withDetails(turn, before.get(turn.id)));
  const trip = snapshot.view.trip ?? emptyTrip();
  return {
    ...model,
    loaded: true,
    turns: bounded([...older, ...seen, ...local]),
    trip,
    settledTrip: trip,
    ...(snapshot.view.room ? { room: snapshot.view.room, members: snapshot.view.room.present ?? [] } : {}),
  };
}
