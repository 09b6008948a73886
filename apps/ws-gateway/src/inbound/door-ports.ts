import { type Fault } from '@travellite/dialects';
import { type ConversationId, toTravelError } from '@travellite/protocol';
import { type Log } from '@travellite/telemetry';
import { type Ingest } from '@travellite/turns';
import { closeCodes } from '../connections/close-codes.js';
import { type Connection } from '../connections/connection.js';
import { type GatewayStore } from '../options.js';
import { type Hub } from '../outbound/hub.js';
import { type Hubs } from '../outbound/hubs.js';

/** What every door works with. */
export interface DoorPorts {
  hubs: Hubs;
  ingest: Ingest;
  conversations: GatewayStore;
  log: Log;
  /** Unix ms. */
  now: () => number;
  newId: () => string;
}

/** The connection enters its conversation's hub; `join` lets it hear. Until then `connection.joining` is set. */
export function enterHub(
  connection: Connection,
  ports: DoorPorts,
  join: (hub: Hub) => void | Promise<void>,
): void {
  if (connection.conversation === undefined) return;
  const hub = ports.hubs.enter(connection.conversation);
  connection.hub = hub;
  const joining = hub.opening ? hub.opening.then(() => join(hub)) : join(hub);
  if (joining) settle(connection, ports.log, joining);
}

/** While this runs the connection is joining; if it fails the connection is closed. */
export function settle(connection: Connection, log: Log, joining: Promise<void>): void {
  connection.joining = joining.then(
    () => void (connection.joining = undefined),
    (error: unknown) => {
      connection.joining = undefined;
      log.error('a conversation could not be opened', { door: connection.door.name }, error);
      connection.refuse(faultOf(error));
      connection.close(closeCodes.tryLater);
    },
  );
}

export function leaveHub(connection: Connection, ports: DoorPorts): void {
  const { hub } = connection;
  if (!hub) return;
  connection.hub = undefined;
  hub.leave(connection);
  ports.hubs.leave(hub);
}

/** A thrown value in the words for a client. */
export function faultOf(thrown: unknown): Fault {
  const { code, message } = toTravelError(thrown);
  return { code, message };
}

/** Forgets an unnamed visitor's conversation. Never rejects: what stays behind is found by nobody. */
export function forgetVisitor(ports: DoorPorts, conversation: ConversationId): void {
  ports.conversations.forget(conversation).catch((error: unknown) => {
    ports.log.warn('a visitor could not be forgotten', { detail: faultOf(error).message });
  });
}
