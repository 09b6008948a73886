/** How many connections close at once, and how long the next ones wait, in ms; all within the grace. */
export interface SliceSettings {
  closeSlice: number;
  closePauseMs: number;
  drainMs: number;
}

/**
 * How many connections each slice holds, so that `count` of them close with a pause between two slices and the pauses together
 * are no longer than the grace. Clients connect again as they are closed: slice by slice, the other gateways can keep up.
 */
export function sliceSize(count: number, { closeSlice, closePauseMs, drainMs }: SliceSettings): number {
  const pauses = closePauseMs === 0 ? Infinity : Math.floor(drainMs / closePauseMs);
  const slices = Math.min(Math.ceil(count / closeSlice), pauses + 1);
  return Math.ceil(count / Math.max(1, slices));
}
