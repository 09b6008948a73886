import { type Fault, type TripChatCommand } from '@travellite/dialects';
import { type ConversationId, type Turn } from '@travellite/protocol';
import { type Hub } from '../outbound/hub.js';
import { type TurnListener } from '../outbound/turn-waits.js';
import { type DoorPorts } from './door-ports.js';
import { submit, turnOf } from './submit.js';

/** Who asks. */
export interface Asker {
  conversation: ConversationId;
  userId: string;
}

/** Makes a request of door 3 a turn. */
export const tripTurn = (
  { conversation, userId }: Asker,
  { text, carried }: TripChatCommand,
  door: 'trip-chat' | 'rest',
  ts: number,
): Turn => turnOf({ conversation, userId, text, door, ts, ...(carried ? { carried } : {}) });

/** Submits the turn and waits for its end, which is heard through the hub. The fault says why there is no answer. */
export async function askTrip(
  ports: DoorPorts,
  hub: Hub,
  turn: Turn,
  onEvent?: TurnListener,
): Promise<Fault | undefined> {
  const ended = hub.turns.end(turn.id, onEvent);
  const answer = await submit(ports.ingest, ports.log, turn, undefined);
  if (answer.status === 'rejected') {
    hub.turns.forget(turn.id);
    return answer.fault;
  }
  if ((await ended) === 'done') return undefined;
  return { code: 'provider_unavailable', message: 'The answer was lost on the way. Please ask again.' };
}
