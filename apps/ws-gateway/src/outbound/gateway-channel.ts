import {
  createGatewayState,
  encodeGatewayCatchUp,
  encodeGatewayEvent,
  encodeGatewayMissed,
  encodeGatewayReset,
  encodeGatewayText,
} from '@travellite/dialects';
import { type CanonicalEvent, type LiveText, type TurnId } from '@travellite/protocol';
import { type Connection } from '../connections/connection.js';
import { type Channel, sendLive } from './channel.js';

/** Door 1 of one conversation. */
export class GatewayChannel implements Channel {
  readonly members = new Set<Connection>();
  private readonly state;

  /** @param running the turn at work when the channel opens, with its text so far */
  constructor(userId: string, running: { turn: TurnId; text: string; ts: number } | undefined) {
    this.state = createGatewayState(userId);
    if (running) encodeGatewayText(this.state, running.turn, running.text, running.ts);
  }

  /** Lets a connection in; in the middle of an answer it starts with what there is of it. */
  join(connection: Connection, ts: number): void {
    this.members.add(connection);
    for (const frame of encodeGatewayCatchUp(this.state, ts)) connection.send(frame);
  }

  event(event: CanonicalEvent): void {
    const frames = encodeGatewayEvent(this.state, event);
    if (frames.length > 0) this.sendAll(frames);
    if (event.type === 'done') for (const member of this.members) member.missedFrom = -1;
  }

  text(live: LiveText, whole: string): void {
    const frames = encodeGatewayText(this.state, live.turn, live.delta, live.ts);
    const chunk = frames[frames.length - 1] ?? '';
    for (const member of this.members) {
      if (frames.length > 1) member.send(frames[0] ?? '');
      sendLive(member, chunk, live.offset, (from) => [
        encodeGatewayMissed(this.state, whole.slice(from), live.ts),
      ]);
    }
  }

  reset(turn: TurnId, ts: number): void {
    this.sendAll(encodeGatewayReset(this.state, turn, ts));
    for (const member of this.members) member.missedFrom = -1;
  }

  /** This door has no words for it: the next answer completes as a whole anyway. */
  gap(): void {}

  private sendAll(frames: readonly string[]): void {
    for (const member of this.members) for (const frame of frames) member.send(frame);
  }
}
