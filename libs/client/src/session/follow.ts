import { type NativeServerFrame } from '@travellite/protocol';
import { type LogPosition } from '../connection/address.js';
import { isEvent } from '../frames/parse.js';

/** What to do with a frame: show it, drop it as known, or give the connection up because something before it is missing. */
export type Verdict = 'apply' | 'duplicate' | 'hole';

export interface Followed {
  position: LogPosition | undefined;
  verdict: Verdict;
}

/** Follows the number of one durable event, also of a type this client does not know. */
export function advance(position: LogPosition | undefined, at: LogPosition): Followed {
  if (!position || at.epoch < position.epoch) return { position, verdict: 'duplicate' };
  if (at.epoch > position.epoch) return { position, verdict: 'hole' };
  if (at.seq <= position.seq) return { position, verdict: 'duplicate' };
  if (at.seq > position.seq + 1) return { position, verdict: 'hole' };
  return { position: { epoch: at.epoch, seq: at.seq }, verdict: 'apply' };
}

/**
 * Follows the numbered stream: `seq` is dense within an epoch, so a number that was seen is a duplicate and one that
 * skips is a hole. Without a position (before the first snapshot, after a `gap`) events are dropped: the snapshot
 * that follows contains them.
 */
export function follow(position: LogPosition | undefined, frame: NativeServerFrame): Followed {
  if (frame.type === 'snapshot') {
    return { position: { epoch: frame.epoch, seq: frame.seq }, verdict: 'apply' };
  }
  if (frame.type === 'gap') return { position: undefined, verdict: 'apply' };
  if (frame.type === 'replayed') {
    return { position, verdict: position && frame.to > position.seq ? 'hole' : 'apply' };
  }
  return isEvent(frame) ? advance(position, frame) : { position, verdict: 'apply' };
}
