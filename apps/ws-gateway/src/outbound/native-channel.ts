import { encodeNativeEvent, encodeNativeFrame, encodeNativeText } from '@travellite/dialects';
import { type CanonicalEvent, type LiveText } from '@travellite/protocol';
import { type Gap } from '@travellite/turns';
import { type Connection } from '../connections/connection.js';
import { type Channel } from './channel.js';

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
      } else if (event.epoch > member.epoch || event.seq > member.cursor) {
        frame ??= encodeNativeEvent(event);
        member.epoch = event.epoch;
        member.cursor = event.seq;
        member.send(frame);
      }
    }
  }

  /** A client that is behind goes without: the next checkpoint brings what it missed. */
  live(delta: LiveText): void {
    let frame: string | undefined;
    for (const member of this.members) {
      if (member.held || member.slow) continue;
      frame ??= encodeNativeText(delta);
      member.send(frame);
    }
  }

  gap(reason: Gap['reason']): void {
    const frame = encodeNativeFrame({ type: 'gap', reason });
    for (const member of this.members) {
      if (member.held) continue;
      member.send(frame);
      this.rejoin(member);
    }
  }
}
