import { type IncomingMessage } from 'node:http';
import {
  createTripChatState,
  decodeTripChatText,
  type Fault,
  foldTripEvent,
  type TripChatCommand,
  tripFailure,
  type TripLists,
} from '@travellite/dialects';
import {
  anonymousConversation,
  type CanonicalEvent,
  type DoneStatus,
  userConversation,
} from '@travellite/protocol';
import { admit, type Refusal } from '../connections/admission.js';
import { type Gateway } from '../gateway.js';
import { forgetVisitor } from '../inbound/door-ports.js';
import { type Hub } from '../outbound/hub.js';
import { askTrip, type Asker, tripTurn } from '../inbound/trip-request.js';
import { readJsonBody } from './read-body.js';

/** An HTTP answer as JSON. */
export interface JsonAnswer {
  httpStatus: number;
  body: object;
}

const failed = (details: string): JsonAnswer => ({
  httpStatus: 502,
  body: { error: 'intent_request_failed', details },
});

const toAnswer = ({ httpStatus, reason }: Refusal): JsonAnswer => ({ httpStatus, body: { error: reason } });

const refused = (httpStatus: number, { message, details }: Fault): JsonAnswer => ({
  httpStatus,
  body: { error: message, ...(details === undefined ? {} : { details }) },
});

/** `POST /chat`: one request of door 3, answered as a whole. `left` fires when nobody waits for the answer any more. */
export async function answerChat(
  gateway: Gateway,
  request: IncomingMessage,
  left: AbortSignal,
): Promise<JsonAnswer> {
  if (gateway.refusal) return toAnswer(gateway.refusal);
  const { admission, refusal } = await admitted(gateway, request);
  if (refusal) return toAnswer(refusal);
  const body = await readJsonBody(request, gateway.limits.maxFrameBytes);
  if (body.refusal) return refused(body.refusal.httpStatus, body.refusal.fault);
  const { command, fault } = decodeTripChatText(body.text);
  if (fault) return refused(fault.code === 'too_large' ? 413 : 400, fault);
  const asker = whoAsks(gateway, admission.userId, command);
  return asker ? ask(gateway, asker, command, left) : refused(403, foreignUser);
}

async function admitted(gateway: Gateway, request: IncomingMessage) {
  const decision = await admit(request, gateway.rules, false);
  return decision.refusal
    ? { refusal: decision.refusal, admission: {} }
    : { admission: decision.admission, refusal: undefined };
}

const foreignUser: Fault = { code: 'forbidden', message: 'userId is not the user of this request.' };

function whoAsks(
  gateway: Gateway,
  known: string | undefined,
  { userId }: TripChatCommand,
): Asker | undefined {
  const open = gateway.options.identify === undefined;
  if (userId !== undefined && userId !== known && (known !== undefined || !open)) return undefined;
  const name = known ?? userId;
  if (name !== undefined) return { conversation: userConversation(name), userId: name };
  const visitor = gateway.ports.newId();
  return { conversation: anonymousConversation(visitor), userId: visitor };
}

async function ask(
  gateway: Gateway,
  asker: Asker,
  command: TripChatCommand,
  left: AbortSignal,
): Promise<JsonAnswer> {
  const { ports } = gateway;
  const hub = ports.hubs.enter(asker.conversation);
  try {
    await hub.opening;
    return await collect(gateway, hub, asker, command, left);
  } catch (error) {
    ports.log.error('a request could not be answered', {}, error);
    return failed('The conversation cannot be opened at the moment.');
  } finally {
    ports.hubs.leave(hub);
    if (asker.conversation.startsWith('anon:')) forgetVisitor(ports, asker.conversation);
  }
}

/** Puts the answer together from the turn's events. */
async function collect(
  { ports, limits }: Gateway,
  hub: Hub,
  asker: Asker,
  command: TripChatCommand,
  left: AbortSignal,
): Promise<JsonAnswer> {
  const { state: before } = await ports.conversations.snapshot(asker.conversation);
  const state = createTripChatState(before?.view.trip);
  let end: DoneStatus | undefined;
  const listen = (event: CanonicalEvent) => {
    foldTripEvent(state, event);
    if (event.type === 'done') end = event.status;
  };
  const turn = tripTurn(asker, command, 'rest', ports.now());
  const waited = waitingEnds(left, limits.requestTimeoutMs);
  const fault = await Promise.race([askTrip(ports, hub, turn, listen), waited.fault]);
  waited.stop();
  hub.turns.forget(turn.id);
  if (fault) return isBusy(fault) ? refused(429, fault) : failed(fault.message);
  const failure = tripFailure(state, end ?? 'failed');
  return failure === undefined ? answered(state.lists) : failed(failure);
}

const isBusy = ({ code }: Fault) => code === 'queue_full' || code === 'busy';

/** The fault of a request that took too long, or whose client left. */
function waitingEnds(left: AbortSignal, timeoutMs: number): { fault: Promise<Fault>; stop: () => void } {
  let stop: () => void = () => undefined;
  const fault = new Promise<Fault>((resolve) => {
    const end = () => resolve({ code: 'timeout', message: 'The answer took too long.' });
    const timer = setTimeout(end, timeoutMs).unref();
    left.addEventListener('abort', end);
    stop = () => {
      clearTimeout(timer);
      left.removeEventListener('abort', end);
    };
  });
  return { fault, stop };
}

const answered = ({ intents, pois, requirements, plan }: TripLists): JsonAnswer => ({
  httpStatus: 200,
  body: { intents, pois, requirements, plan },
});
