import { type CanonicalEvent, type LiveText, type TripView } from '@travellite/protocol';
import { addPiece, finishText, resetText } from '../text/assembly.js';
import { type ConversationModel, hasEnded, maxDetails, type ToolView, type TurnView } from './model.js';
import { changeTurn } from './turns.js';

const capped = <T>(list: readonly T[]): T[] => list.slice(-maxDetails);

/** A tool's result joins its call; one without a call that was seen stands for itself. */
function withTool({ tools, steps }: TurnView, tool: ToolView): ToolView[] {
  const known = tools.some(({ call }) => call === tool.call);
  if (known) return tools.map((one) => (one.call === tool.call ? { ...one, ...tool } : one));
  const step = steps.at(-1)?.step;
  return capped([...tools, { ...tool, ...(step && { step }) }]);
}

/** What an event says about its turn. */
function changeOf(turn: TurnView, event: CanonicalEvent): Partial<TurnView> {
  switch (event.type) {
    case 'message':
      return { question: event.message, ...(turn.status !== 'working' && { status: 'queued' }) };
    case 'turn_started':
      return { status: 'working', position: 0 };
    case 'workflow_step':
      return { status: 'working', steps: capped([...turn.steps, { step: event.step, label: event.label }]) };
    case 'progress':
      return { status: 'working', progress: event.text };
    case 'intents':
      return { intents: event.intents };
    case 'sources':
      return { sources: capped(event.sources) };
    case 'tool_call':
      return { tools: withTool(turn, { call: event.call, tool: event.tool }) };
    case 'tool_result': {
      const { call, tool, ok, summary, sample } = event;
      return { tools: withTool(turn, { call, tool, ok, summary, ...(sample && { sample }) }) };
    }
    case 'text':
      return { status: 'working', answer: addPiece(turn.answer, event) };
    case 'text_reset':
      return {
        status: 'working',
        answer: resetText(turn.answer, event.fence),
        steps: [],
        tools: [],
        sources: [],
      };
    case 'response':
      return { answer: finishText(event.text) };
    case 'error':
      return { fault: { code: event.code, message: event.message, retryable: event.retryable } };
    case 'done':
      return { status: event.status, progress: undefined };
    default:
      return {};
  }
}

/** What an event says about the trip. */
function tripOf(trip: TripView, event: CanonicalEvent): TripView {
  switch (event.type) {
    case 'pois':
      return { ...trip, pois: event.pois };
    case 'requirements':
      return { ...trip, requirements: event.requirements };
    case 'plan':
      return { ...trip, plan: event.plan };
    case 'state':
      return event.trip;
    default:
      return trip;
  }
}

/** A turn has ended: those that wait are one nearer. */
const movedUp = (turns: readonly TurnView[]): readonly TurnView[] =>
  turns.map((turn) =>
    turn.status === 'queued' && turn.position ? { ...turn, position: turn.position - 1 } : turn,
  );

function recorded({ recording: _ended, turns, ...model }: ConversationModel): ConversationModel {
  return { ...model, turns: movedUp(turns) };
}

/** A durable event, in order and once. A failed turn leaves the trip as it was before it. */
export function applyEvent(model: ConversationModel, event: CanonicalEvent): ConversationModel {
  if (event.type === 'presence') return { ...model, members: event.members };
  if (event.type === 'note') return { ...model, recording: event.turn };
  if (event.turn === model.recording) return event.type === 'done' ? recorded(model) : model;
  const turns = changeTurn(model.turns, event.turn, (turn) =>
    hasEnded(turn) ? turn : { ...turn, ...changeOf(turn, event), updatedAt: event.ts },
  );
  const failed = event.type === 'done' && event.status === 'failed';
  const trip = failed ? model.settledTrip : tripOf(model.trip, event);
  const settles = event.type === 'done' || event.type === 'state';
  return {
    ...model,
    ...(event.type === 'state' && event.room ? { room: event.room } : {}),
    turns: event.type === 'done' ? movedUp(turns) : turns,
    trip,
    settledTrip: settles ? trip : model.settledTrip,
  };
}

/** A live delta; one of a turn that has ended is late and says nothing new. */
export function applyLiveText(model: ConversationModel, live: LiveText): ConversationModel {
  const turns = changeTurn(model.turns, live.turn, (turn) => {
    if (hasEnded(turn)) return turn;
    const answer = addPiece(turn.answer, live);
    return answer === turn.answer && turn.status === 'working'
      ? turn
      : { ...turn, status: 'working', answer };
  });
  return turns === model.turns ? model : { ...model, turns };
}
