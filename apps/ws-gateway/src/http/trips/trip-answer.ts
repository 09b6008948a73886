import { createHash } from 'node:crypto';
import { type IncomingMessage } from 'node:http';
import { type ConversationId, type TripView } from '@travellite/protocol';
import {
  type Itinerary,
  optionCount,
  toCalendar,
  toItinerary,
  toJson,
  toMarkdown,
  toPage,
  tripIdOf,
  usualOption,
} from '@travellite/trip-files';
import { admit } from '../../connections/admission.js';
import { type Gateway } from '../../gateway.js';
import { readTripRequest, type TripForm, type TripRequest } from './trip-request.js';

/** What is sent: a file, or a sentence why not. */
export type TripAnswer = { httpStatus: 200; file: TripFile } | { httpStatus: number; reason: string };

export interface TripFile {
  type: string;
  /** Under which a browser saves it; the page is shown. */
  name?: string;
  body: string;
  etag: string;
}

const refuse = (httpStatus: number, reason: string): TripAnswer => ({ httpStatus, reason });

/** `GET /trips/:id`: the trip of whoever asks (`mine`), or the one that a link opens. */
export async function answerTrip(gateway: Gateway, request: IncomingMessage): Promise<TripAnswer> {
  const read = readTripRequest(request);
  if (read.fault) return refuse(read.fault.httpStatus, read.fault.reason);
  const opened = await whoseTrip(gateway, request, read.request.id);
  if ('reason' in opened) return opened;
  const trip = await tripOf(gateway, opened.conversation);
  if (trip === 'unreachable') return refuse(503, 'The trip cannot be read at the moment. Try again soon.');
  if (!trip || optionCount(trip) === 0) return refuse(404, noPlan);
  return write(gateway, opened.conversation, trip, read.request);
}

export const noPlan = 'There is no plan yet. Once the agent has made one, it is here.';

async function whoseTrip(
  gateway: Gateway,
  request: IncomingMessage,
  id: string,
): Promise<{ conversation: ConversationId } | { httpStatus: number; reason: string }> {
  if (id === 'mine') return ownConversation(gateway, request);
  const link = gateway.links?.open(id, gateway.ports.now()) ?? { status: 'unknown' };
  if (link.status === 'open') return link;
  return linkFaults[link.status];
}

const linkFaults = {
  unknown: { httpStatus: 404, reason: 'There is no trip at this address.' },
  forged: { httpStatus: 403, reason: 'This link opens nothing: a part of it may be missing.' },
  expired: { httpStatus: 410, reason: 'This link has ended. Ask whoever shared it for a new one.' },
} as const;

export async function ownConversation(
  gateway: Gateway,
  request: IncomingMessage,
): Promise<{ conversation: ConversationId } | { httpStatus: number; reason: string }> {
  const decision = await admit(request, gateway.rules, true, true);
  if (decision.refusal) return decision.refusal;
  const { conversation } = decision.admission;
  return conversation ? { conversation } : { httpStatus: 400, reason: 'userId is required.' };
}

/** The trip as the last whole turn left it. */
export async function tripOf(
  { ports }: Gateway,
  conversation: ConversationId,
): Promise<TripView | undefined | 'unreachable'> {
  try {
    return (await ports.conversations.snapshot(conversation)).state?.view.trip;
  } catch (error) {
    ports.log.error('a trip could not be read', {}, error);
    return 'unreachable';
  }
}

function write(
  gateway: Gateway,
  conversation: ConversationId,
  trip: TripView,
  { id, form, option, query }: TripRequest,
): TripAnswer {
  const count = optionCount(trip);
  const itinerary = toItinerary(trip, option ?? usualOption(trip));
  if (!itinerary) return refuse(404, `This trip has ${count} option${count === 1 ? '' : 's'}.`);
  const body = bodies[form](itinerary, {
    id,
    query,
    tripId: tripIdOf(conversation, gateway.options.trips?.secret),
  });
  if (body === undefined) {
    return refuse(409, 'The plan has no dates yet, so there is no calendar. Tell the agent when you travel.');
  }
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const name = form === 'page' ? {} : { name: `${fileName(itinerary)}.${form}` };
  return { httpStatus: 200, file: { type: types[form], ...name, body, etag } };
}

type Body = (itinerary: Itinerary, of: { id: string; query: string; tripId: string }) => string | undefined;

const bodies: Record<TripForm, Body> = {
  ics: (itinerary, { tripId }) => toCalendar(itinerary, { tripId }),
  json: toJson,
  md: toMarkdown,
  page: (itinerary, { id, query }) => toPage(itinerary, { id, query }),
};

const types: Record<TripForm, string> = {
  ics: 'text/calendar; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  page: 'text/html; charset=utf-8',
};

/** `tokyo-and-kyoto-cheapest`, ASCII. */
function fileName({ title, option }: Itinerary): string {
  const words =
    `${title} ${option.name}`
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, 80) || 'trip';
}
