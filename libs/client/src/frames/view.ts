import {
  type ConversationView,
  emptyTripRequest,
  type HistoryLine,
  type TripRequest,
  type TripView,
} from '@travellite/protocol';
import { fields, listOf, numberOr, text } from './fields.js';
import { readRoom } from './room.js';
import { readPlan, readPois, readRequirements } from './trip-lists.js';

/** A trip about which nothing is known. */
export const emptyTrip = (): TripView => ({
  request: emptyTripRequest(),
  pois: [],
  requirements: [],
  plan: [],
  missing: [],
});

function readRequest(value: unknown): TripRequest {
  const request = fields(value);
  if (!request) return emptyTripRequest();
  const destinations = listOf(request['destinations'], (item) =>
    text(fields(item)?.['name']) === undefined ? undefined : (item as TripRequest['destinations'][number]),
  );
  // The server wrote it with the same types; only what the page iterates over is looked at.
  return {
    ...(request as unknown as TripRequest),
    destinations,
    interests: listOf(request['interests'], text),
  };
}

export function readTrip(value: unknown): TripView {
  const trip = fields(value) ?? {};
  return {
    request: readRequest(trip['request']),
    pois: readPois(trip['pois']),
    requirements: readRequirements(trip['requirements']),
    plan: readPlan(trip['plan']),
    missing: listOf(trip['missing'], text),
  };
}

function readLine(value: unknown): HistoryLine | undefined {
  const line = fields(value);
  const turn = text(line?.['turn']);
  const words = text(line?.['text']);
  const role = line?.['role'];
  if (turn === undefined || words === undefined || (role !== 'user' && role !== 'assistant'))
    return undefined;
  const author = text(line?.['author']);
  const userId = text(line?.['userId']);
  return {
    ...{ turn, role, text: words, ts: numberOr(line?.['ts'], 0) },
    ...(author !== undefined && { author }),
    ...(userId !== undefined && { userId }),
  };
}

export function readView(value: unknown): ConversationView {
  const view = fields(value) ?? {};
  const history = listOf(view['history'], readLine);
  const room = readRoom(view['room']);
  return {
    history,
    ...(view['trip'] === undefined ? {} : { trip: readTrip(view['trip']) }),
    ...(room && { room }),
  };
}
