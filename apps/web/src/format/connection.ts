import { type ConnectionView } from '@travellite/client';

/** A connection in words: `tone` colours the dot. */
export interface ConnectionWords {
  tone: 'good' | 'busy' | 'bad';
  text: string;
}

/** Whole seconds until the next attempt; at least 1, so that it never says "in 0 s". */
export const secondsLeft = (retryAt: number, now: number): number =>
  Math.max(1, Math.ceil((retryAt - now) / 1000));

export function connectionInWords(view: ConnectionView): ConnectionWords {
  switch (view.phase) {
    case 'live':
      return { tone: 'good', text: 'Connected' };
    case 'waiting':
      return { tone: 'bad', text: 'Connection lost' };
    case 'refused':
      return { tone: 'bad', text: 'Not let in' };
    case 'idle':
      return { tone: 'bad', text: 'Not connected' };
    default:
      return { tone: 'busy', text: 'Connecting' };
  }
}
