import { type DoneStatus, type EventBody, type EventType, type RoomNote, stages } from '@travellite/protocol';
import { count, fields, type Fields, listOf, numberOr, text, textOr } from './fields.js';
import { readError, readMember, readMessage, readSource } from './parts.js';
import { readRoom } from './room.js';
import { readIntents, readPlan, readPois, readRequirements } from './trip-lists.js';
import { readTrip } from './view.js';

const doneStatuses: readonly DoneStatus[] = ['complete', 'cancelled', 'failed', 'superseded'];

const noteKinds: readonly RoomNote['kind'][] = ['presence', 'connection'];

const fenceOf = (event: Fields) => {
  const fence = count(event['fence']);
  return fence === undefined ? {} : { fence };
};

type Readers = { [T in EventType]: (event: Fields) => Extract<EventBody, { type: T }> | undefined };

const readers: Readers = {
  message: (event) => {
    const message = readMessage(event['message']);
    return message && { type: 'message', message };
  },
  note: (event) => {
    const note = fields(event['note']);
    const kind = noteKinds.find((known) => known === note?.['kind']);
    return (
      kind && {
        type: 'note',
        userId: textOr(event['userId'], ''),
        note: { kind, status: textOr(note?.['status'], '') },
      }
    );
  },
  turn_started: () => ({ type: 'turn_started' }),
  workflow_step: (event) => {
    const step = stages.find((known) => known === event['step']);
    return step && { type: 'workflow_step', step, label: textOr(event['label'], step) };
  },
  progress: (event) => ({ type: 'progress', text: textOr(event['text'], '') }),
  intents: (event) => ({ type: 'intents', intents: readIntents(event['intents']) }),
  pois: (event) => ({ type: 'pois', pois: readPois(event['pois']) }),
  requirements: (event) => ({ type: 'requirements', requirements: readRequirements(event['requirements']) }),
  plan: (event) => ({ type: 'plan', plan: readPlan(event['plan']) }),
  sources: (event) => ({ type: 'sources', sources: listOf(event['sources'], readSource) }),
  tool_call: (event) => ({
    type: 'tool_call',
    call: textOr(event['call'], ''),
    tool: textOr(event['tool'], ''),
    input: fields(event['input']) ?? {},
  }),
  tool_result: (event) => ({
    type: 'tool_result',
    call: textOr(event['call'], ''),
    tool: textOr(event['tool'], ''),
    ok: event['ok'] === true,
    summary: textOr(event['summary'], ''),
    ...(event['sample'] === true && { sample: true }),
  }),
  text: (event) => {
    const delta = text(event['delta']);
    const offset = count(event['offset']);
    if (delta === undefined || offset === undefined) return undefined;
    return { type: 'text', delta, offset, ...fenceOf(event) };
  },
  text_reset: (event) => ({ type: 'text_reset', attempt: numberOr(event['attempt'], 0), ...fenceOf(event) }),
  response: (event) => {
    const words = text(event['text']);
    return words === undefined ? undefined : { type: 'response', text: words };
  },
  state: (event) => {
    const room = readRoom(event['room']);
    return { type: 'state', trip: readTrip(event['trip']), ...(room && { room }) };
  },
  presence: (event) => ({ type: 'presence', members: listOf(event['members'], readMember) }),
  transcript: (event) => ({ type: 'transcript', text: textOr(event['text'], '') }),
  usage: (event) => ({
    type: 'usage',
    model: textOr(event['model'], ''),
    inputTokens: numberOr(event['inputTokens'], 0),
    outputTokens: numberOr(event['outputTokens'], 0),
  }),
  error: (event) => ({ type: 'error', ...readError(event) }),
  done: (event) => {
    const status = doneStatuses.find((known) => known === event['status']);
    return status && { type: 'done', status };
  },
};

/** The body of a durable event, or nothing when its type is not known or it cannot be read. */
export function readBody(event: Fields): EventBody | undefined {
  const type = String(event['type']);
  return Object.hasOwn(readers, type) ? readers[type as EventType](event) : undefined;
}
