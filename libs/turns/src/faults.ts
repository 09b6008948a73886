/**
 * Every boundary between two steps of the engine at which a process can die, in the order of a turn's way. Chaos runs kill the
 * process there; property tests stop a worker there for ever. At any of them nothing accepted may be lost or done twice.
 */
export const stepPoints = [
  'accept.before',
  'accept.after',
  'claim.before',
  'claim.after',
  'run.before',
  'emit.before',
  'emit.after',
  'run.after',
  'commit.before',
  'commit.after',
  'release.before',
  'release.after',
  'give_up.before',
  'give_up.after',
  'relay.before',
  'relay.published',
  'relay.removed',
] as const;
export type StepPoint = (typeof stepPoints)[number];

/** A hook at the step boundaries. What it returns is awaited before the engine goes on; left out, it costs nothing. */
export interface Faults {
  at(point: StepPoint): Promise<void> | void;
}
