import { encodeNativeEvent, encodeNativeFrame, encodeNativeText } from '@travellite/dialects';
import { type CanonicalEvent, type LiveText } from '@travellite/protocol';
import { type Connection } from '../connections/connection.js';
import { type Channel, type GapReason, sendLive } from './channel.js';

/** The native door of one conversation. Who has not caught up yet gets its events from its own replay (`native-join`). */
export class NativeChannel implements Channel {
  readonly members = new Set<Connection>();

  /** @param rejoin brings a member up to date again after a gap */
  constructor(private readonly rejoin: (member: Connection) => void) {}

  event(event: CanonicalEvent): void {
    let frame: string | undefined;
    for (const member of this.members) {
      if (member.held) {
        member.held.push(event);
      } else if (event.seq > member.cursor) {
        frame ??= encodeNativeEvent(event);
        member.cursor = event.seq;
        member.send(frame);
        if (event.type === 'done') member.missedFrom = -1;
      }
    }
  }

  text(live: LiveText, whole: string, durable: boolean): void {
    // The durable event itself goes out.
    if (durable) return;
    let frame: string | undefined;
    for (const member of this.members) {
      if (member.held) continue;
      frame ??= encodeNativeText(live);
      sendLive(member, frame, live.offset, (offset) => [
        encodeNativeText({ ...live, offset, delta: whole.slice(offset) }),
      ]);
    }
  }

  /** The durable `text_reset`, or the higher fence of the next delta, says it. */
  reset(): void {}

  gap(reason: GapReason): void {
    const frame = encodeNativeFrame({ type: 'gap', reason });
    for (const member of this.members) {
      if (member.held) continue;
      member.send(frame);
      this.rejoin(member);
    }
  }
}
