import { type TurnId } from '@travellite/protocol';
import { joinRoom, type RealtimeService, type RoomClient } from '@travellite/realtime-service';

/** How soon a member of the room comes back, and asks for what is missing, in ms. */
const retryMs = 50;

/** The members of one room at the realtime service, and the answers each of them was shown. */
export class RoomAudience {
  private readonly members: readonly RoomClient[];
  readonly joined: Promise<unknown>;

  constructor(service: RealtimeService, room: string, userIds: readonly string[]) {
    this.members = userIds.map((userId) => joinRoom({ url: service.clientUrl(userId), room, retryMs }));
    this.joined = Promise.all(this.members.map((member) => member.joined));
  }

  /** Whole answers as each member saw them, by the turn they answer: the trial agent begins with its id. */
  get shown(): TurnId[][] {
    return this.members.map(({ seen }) =>
      seen.flatMap(({ message: { type, complete, text = '' } }) =>
        type === 'agent_response' && complete === true ? [text.slice(0, text.indexOf(' '))] : [],
      ),
    );
  }

  /** Whether every member is in the room at the moment. */
  get live(): boolean {
    return this.members.every((member) => member.live);
  }

  async close(): Promise<void> {
    await Promise.all(this.members.map((member) => member.close()));
  }
}
