import { type PlanBlock } from '@travellite/protocol';

/** `Train, 2 h 15 min`: how to get there, as far as it is known. */
export function formatTransport({ transportation }: PlanBlock): string | undefined {
  const { method, duration, cost } = transportation ?? {};
  const parts = [method, duration, cost === undefined ? undefined : cost === 0 ? 'free' : `${cost}`];
  const words = parts.filter((part) => part !== undefined && part !== '').join(', ');
  return words === '' ? undefined : words;
}
