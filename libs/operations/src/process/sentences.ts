import { TravelError } from '@travellite/protocol';

/** Several faults at once, as `config` finds them. */
const hasFaults = (thrown: unknown): thrown is { faults: readonly string[] } =>
  thrown instanceof Error && 'faults' in thrown && Array.isArray(thrown.faults);

/** Why a service ends, line by line: a sentence where a person can act on it; a fault of ours keeps its stack. */
export function sentencesOf(thrown: unknown): readonly string[] {
  if (hasFaults(thrown)) return thrown.faults;
  if (thrown instanceof TravelError && thrown.code !== 'internal') return [thrown.message];
  return [thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)];
}
