import { type EventBody, type Turn } from '@travellite/protocol';

/** The first events of every turn, appended by its first claim. */
export const openingOf = (turn: Turn): EventBody[] => [
  { type: 'message', message: turn.message },
  { type: 'turn_started' },
];
