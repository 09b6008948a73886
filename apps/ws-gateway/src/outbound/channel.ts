import { type CanonicalEvent, type LiveText, type TurnId } from '@travellite/protocol';
import { type Connection } from '../connections/connection.js';

/** All connections of one conversation that speak the same dialect: an event is encoded once for all of them. */
export interface Channel {
  readonly members: Set<Connection>;
  /** A durable event, in order, none left out, each once. */
  event(event: CanonicalEvent): void;
  /** New text of the running turn, in order; part of a durable `text` event when `durable`. `whole` ends with it. */
  text(live: LiveText, whole: string, durable: boolean): void;
  /** The text of the running turn so far is void. */
  reset(turn: TurnId, ts: number): void;
  /** Events are missing that nobody can bring back. */
  gap(reason: GapReason): void;
}

export type GapReason = 'epoch_changed' | 'trimmed' | 'unknown_position';

/** Sends live text to one member: `frame`, or what it missed while it was slow, or nothing while it still is. */
export function sendLive(
  member: Connection,
  frame: string,
  offset: number,
  missed: (from: number) => readonly string[],
): void {
  if (member.slow) {
    if (member.missedFrom === -1) member.missedFrom = offset;
  } else if (member.missedFrom === -1) {
    member.send(frame);
  } else {
    for (const late of missed(member.missedFrom)) member.send(late);
    member.missedFrom = -1;
  }
}
