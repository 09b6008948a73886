/** Frames of one connection within the running second. */
export interface FrameWindow {
  /** Unix ms at which the second began. */
  windowStart: number;
  /** Frames in it that are not answered. */
  frames: number;
}

/** `limited`: answer with an error; `flood`: somebody does not listen to errors, close. */
export type FrameVerdict = 'ok' | 'limited' | 'flood';

/** How far over the limit a client may go and still be answered. */
const floodFactor = 4;

/** Counts a frame. */
export function countFrame(window: FrameWindow, now: number, perSecond: number): FrameVerdict {
  if (now - window.windowStart >= 1_000 || now < window.windowStart) {
    window.windowStart = now;
    window.frames = 0;
  }
  window.frames += 1;
  if (window.frames <= perSecond) return 'ok';
  return window.frames <= perSecond * floodFactor ? 'limited' : 'flood';
}

/** A frame was answered: it does not count any more. So a client that waits for its answers may be as fast as they are. */
export function creditFrame(window: FrameWindow): void {
  if (window.frames > 0) window.frames -= 1;
}
