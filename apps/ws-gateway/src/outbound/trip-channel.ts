import { createTripChatState, encodeTripChatCatchUp, encodeTripChatEvent } from '@travellite/dialects';
import { type CanonicalEvent, type TripView } from '@travellite/protocol';
import { type Connection } from '../connections/connection.js';
import { type Channel } from './channel.js';

/** Door 3 of one conversation: lists, no text. */
export class TripChannel implements Channel {
  readonly members = new Set<Connection>();
  private readonly state;

  /** @param trip what the conversation knows when the channel opens */
  constructor(trip: TripView | undefined) {
    this.state = createTripChatState(trip);
  }

  /** Lets a connection in; in the middle of a turn it starts with the lists that were sent. */
  join(connection: Connection): void {
    this.members.add(connection);
    for (const frame of encodeTripChatCatchUp(this.state)) connection.send(frame);
  }

  event(event: CanonicalEvent): void {
    for (const frame of encodeTripChatEvent(this.state, event)) {
      for (const member of this.members) member.send(frame);
    }
  }
}
