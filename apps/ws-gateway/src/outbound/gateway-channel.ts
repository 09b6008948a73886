import {
  createGatewayState,
  encodeGatewayCatchUp,
  encodeGatewayEvent,
  encodeGatewayMissed,
  encodeGatewayReset,
  encodeGatewayText,
} from '@travellite/dialects';
import { type CanonicalEvent } from '@travellite/protocol';
import { type RunningText, type TextStep } from '@travellite/turns';
import { type Connection } from '../connections/connection.js';
import { type Channel } from './channel.js';

/** Door 1 of one conversation. */
export class GatewayChannel implements Channel {
  readonly members = new Set<Connection>();
  private readonly state;

  /** @param running the answer at work when the channel opens */
  constructor(userId: string, running: RunningText | undefined, ts: number) {
    this.state = createGatewayState(userId);
    if (running) encodeGatewayText(this.state, running.turn, running.text, ts);
  }

  /** Lets a connection in; in the middle of an answer it starts with what there is of it. */
  join(connection: Connection, ts: number): void {
    this.members.add(connection);
    for (const frame of encodeGatewayCatchUp(this.state, ts)) connection.send(frame);
  }

  event(event: CanonicalEvent): void {
    this.sendAll(encodeGatewayEvent(this.state, event));
    // What a slow client missed of this answer came with its end.
    if (event.type === 'done') this.forgetMissed();
  }

  text(step: TextStep, ts: number): void {
    if (step.kind === 'reset') {
      this.sendAll(encodeGatewayReset(this.state, step.turn, ts));
      this.forgetMissed();
      return;
    }
    const from = this.state.turn === step.turn ? this.state.text.length : 0;
    const frames = encodeGatewayText(this.state, step.turn, step.text, ts);
    for (const member of this.members) this.sendText(member, frames, from, ts);
  }

  /** A client that is behind gets no text until it has caught up, and then all of it at once. */
  private sendText(member: Connection, frames: readonly string[], from: number, ts: number): void {
    if (member.slow) {
      if (member.missedFrom === -1) member.missedFrom = from;
    } else if (member.missedFrom === -1) {
      for (const frame of frames) member.send(frame);
    } else {
      member.send(encodeGatewayMissed(this.state, this.state.text.slice(member.missedFrom), ts));
      member.missedFrom = -1;
    }
  }

  private sendAll(frames: readonly string[]): void {
    if (frames.length === 0) return;
    for (const member of this.members) for (const frame of frames) member.send(frame);
  }

  private forgetMissed(): void {
    for (const member of this.members) member.missedFrom = -1;
  }
}
