import { type IncomingMessage } from 'node:http';
import { optionCount } from '@travellite/trip-files';
import { z } from 'zod';
import { type Gateway } from '../../gateway.js';
import { readJsonBody } from '../read-body.js';
import { noPlan, ownConversation, tripOf } from './trip-answer.js';

/** Days a link lasts. */
const usualDays = 30;
const mostDays = 365;
const dayMs = 86_400_000;

const bodySchema = z.object({ days: z.number().int().min(1).max(mostDays).default(usualDays) });

export interface LinkAnswer {
  httpStatus: number;
  body: object;
}

const refuse = (httpStatus: number, reason: string): LinkAnswer => ({ httpStatus, body: { error: reason } });

/** `POST /trips/mine/links`: a link that lets anybody who has it read the trip, and nothing else, until it ends. */
export async function answerLink(gateway: Gateway, request: IncomingMessage): Promise<LinkAnswer> {
  const opened = await ownConversation(gateway, request);
  if ('reason' in opened) return refuse(opened.httpStatus, opened.reason);
  const { links } = gateway;
  if (!links) return refuse(404, 'Sharing is off: this server has no secret to seal links with.');
  const days = await readDays(request);
  if (typeof days !== 'number') return days;
  const trip = await tripOf(gateway, opened.conversation);
  if (trip === 'unreachable') return refuse(503, 'The trip cannot be read at the moment. Try again soon.');
  if (!trip || optionCount(trip) === 0) return refuse(404, noPlan);
  const expiresAt = gateway.ports.now() + days * dayMs;
  const id = links.create(opened.conversation, expiresAt);
  const page = `/trips/${id}`;
  return {
    httpStatus: 201,
    body: {
      ...{ id, page, expiresAt: new Date(expiresAt).toISOString() },
      files: { calendar: `${page}.ics`, markdown: `${page}.md`, json: `${page}.json` },
    },
  };
}

/** An empty body means the usual time. */
async function readDays(request: IncomingMessage): Promise<number | LinkAnswer> {
  const body = await readJsonBody(request, 1_024);
  if (body.refusal) return refuse(body.refusal.httpStatus, body.refusal.fault.message);
  try {
    const parsed = bodySchema.safeParse(body.text.trim() === '' ? {} : JSON.parse(body.text));
    return parsed.success
      ? parsed.data.days
      : refuse(400, `days must be a whole number from 1 to ${mostDays}.`);
  } catch {
    return refuse(400, 'Invalid JSON.');
  }
}
