import { type NativeServerFrame } from '@travellite/protocol';
import { type ConnectionView, type Settled } from '../client/options.js';
import { isEvent, isLiveText } from '../frames/parse.js';
import { type Outbox, type PendingMessage } from '../outbox/outbox.js';
import { applyEvent, applyLiveText } from './apply-event.js';
import { applySnapshot } from './apply-snapshot.js';
import { type ConversationModel, emptyModel, isLocal, type TurnView } from './model.js';
import { changeTurn } from './turns.js';

/** Everything that changes what a page shows. */
export type ModelInput =
  | { type: 'frame'; frame: NativeServerFrame }
  | { type: 'connection'; connection: ConnectionView }
  | { type: 'sending'; message: PendingMessage; userId: string }
  | { type: 'outbox'; outbox: Outbox }
  | { type: 'settled'; settled: Settled }
  /** The reader has read the notice. */
  | { type: 'dismiss' }
  /** A message that was turned away is not wanted any more. */
  | { type: 'discard'; id: string };

function onFrame(model: ConversationModel, frame: NativeServerFrame): ConversationModel {
  if (isEvent(frame)) return applyEvent(model, frame);
  if (isLiveText(frame)) return model.loaded ? applyLiveText(model, frame) : model;
  switch (frame.type) {
    case 'welcome': {
      const known = model.conversation === undefined || model.conversation === frame.conversation;
      const base = known ? model : { ...emptyModel(), connection: model.connection };
      return { ...base, conversation: frame.conversation };
    }
    case 'snapshot':
      return applySnapshot(model, frame, { keepOlder: model.loaded });
    case 'gap':
      // What the server no longer has is not shown as if it had: only a trimmed log leaves older turns standing.
      return frame.reason === 'trimmed' ? model : { ...model, loaded: false };
    case 'error':
      return { ...model, notice: { code: frame.code, message: frame.message, retryable: frame.retryable } };
    default:
      return model;
  }
}

function onSending(model: ConversationModel, message: PendingMessage, userId: string): ConversationModel {
  const question = { text: message.text, author: { userId }, ts: message.ts };
  const others = model.turns.filter((turn) => turn.id !== message.id);
  return {
    ...model,
    notice: undefined,
    turns: changeTurn(others, message.id, (turn): TurnView => ({ ...turn, status: 'unsent', question })),
  };
}

function onOutbox(model: ConversationModel, outbox: Outbox): ConversationModel {
  let turns = model.turns;
  for (const { id, sentAt } of outbox) {
    if (!turns.some((turn) => turn.id === id)) continue;
    const status = sentAt === undefined ? 'unsent' : 'sent';
    turns = changeTurn(turns, id, (turn) =>
      isLocal(turn) && turn.status !== status ? { ...turn, status } : turn,
    );
  }
  return turns === model.turns ? model : { ...model, turns };
}

function onSettled(model: ConversationModel, settled: Settled): ConversationModel {
  const { id, status, position, error } = settled;
  if (!model.turns.some((turn) => turn.id === id)) return model;
  const turns = changeTurn(model.turns, id, (turn): TurnView => {
    if (!isLocal(turn)) return turn;
    return status === 'rejected'
      ? { ...turn, status: 'rejected', fault: error }
      : { ...turn, status: 'queued', position, fault: undefined };
  });
  return { ...model, turns };
}

/** The next model. Pure; inputs of types it does not know change nothing. */
export function reduceModel(model: ConversationModel, input: ModelInput): ConversationModel {
  switch (input.type) {
    case 'frame':
      return onFrame(model, input.frame);
    case 'connection':
      return { ...model, connection: input.connection };
    case 'sending':
      return onSending(model, input.message, input.userId);
    case 'outbox':
      return onOutbox(model, input.outbox);
    case 'settled':
      return onSettled(model, input.settled);
    case 'dismiss':
      return { ...model, notice: undefined };
    case 'discard':
      return { ...model, turns: model.turns.filter((turn) => turn.id !== input.id || !isLocal(turn)) };
    default:
      return model;
  }
}
