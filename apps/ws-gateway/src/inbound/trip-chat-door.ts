import {
  decodeTripChatFrame,
  encodeTripChatFault,
  type Fault,
  type InboundFrame,
  type TripChatCommand,
} from '@travellite/dialects';
import {
  anonymousConversation,
  type ConversationId,
  splitConversation,
  userConversation,
} from '@travellite/protocol';
import { type Connection } from '../connections/connection.js';
import { type Door } from '../connections/door.js';
import { type Hub } from '../outbound/hub.js';
import { TripChannel } from '../outbound/trip-channel.js';
import { type DoorPorts, enterHub, forgetVisitor, leaveHub } from './door-ports.js';
import { askTrip, tripTurn } from './trip-request.js';

/**
 * Door 3: `/ws/chat`. One request at a time: the next frame is read when the answer has ended.
 * A socket that named its user, in the query or in its first request, is that user's from then on;
 * otherwise it is an unnamed visitor's, whose conversation ends with it.
 */
export class TripChatDoor implements Door {
  readonly name = 'trip-chat';

  constructor(
    private readonly ports: DoorPorts,
    /** Whether a request may name its user itself. */
    private readonly openMode: boolean,
  ) {}

  opened(connection: Connection): void {
    this.enter(connection);
  }

  private enter(connection: Connection): void {
    enterHub(connection, this.ports, (hub) => this.join(connection, hub));
  }

  private async join(connection: Connection, hub: Hub): Promise<void> {
    const snapshot = await this.ports.conversations.snapshot(hub.conversation);
    if (!connection.open) return;
    hub.channel(TripChannel, () => new TripChannel(snapshot.state?.view.trip)).join(connection);
  }

  frame(connection: Connection, frame: InboundFrame): void | Promise<void> {
    const { command, fault } = decodeTripChatFrame(frame);
    const wrong = fault ?? this.nameFault(connection, command);
    if (wrong) connection.refuse(wrong);
    else if (command) return this.ask(connection, command);
  }

  private nameFault(connection: Connection, { userId }: TripChatCommand): Fault | undefined {
    if (userId === undefined || userId === connection.userId) return undefined;
    if (connection.conversation === undefined && this.openMode) return undefined;
    return { code: 'forbidden', message: 'userId is not the user of this connection.' };
  }

  private async ask(connection: Connection, command: TripChatCommand): Promise<void> {
    if (connection.conversation === undefined) this.nameVisitor(connection, command.userId);
    if (connection.joining) await connection.joining;
    const { conversation, userId, hub } = connection;
    if (conversation === undefined || !hub) return;
    const asker = { conversation, userId: userId ?? splitConversation(conversation).name };
    const fault = await askTrip(this.ports, hub, tripTurn(asker, command, 'trip-chat', this.ports.now()));
    if (!connection.open) this.forget(conversation);
    else if (fault) connection.refuse(fault);
  }

  private nameVisitor(connection: Connection, userId: string | undefined): void {
    connection.userId = userId;
    connection.conversation =
      userId === undefined ? anonymousConversation(this.ports.newId()) : userConversation(userId);
    this.enter(connection);
  }

  closed(connection: Connection): void {
    leaveHub(connection, this.ports);
    if (connection.conversation !== undefined) this.forget(connection.conversation);
  }

  /** An unnamed visitor's conversation ends with its socket, and again with a request that was under way then. */
  private forget(conversation: ConversationId): void {
    if (splitConversation(conversation).kind === 'anon') forgetVisitor(this.ports, conversation);
  }

  fault(_connection: Connection, fault: Fault): string {
    return encodeTripChatFault(fault);
  }

  /** This door has no words for it; the close code says it. */
  goingAway(): void {}
}
