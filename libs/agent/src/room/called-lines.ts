import { type HistoryLine } from '@travellite/protocol';
import { callNames, type RoomState } from './room-state.js';

/** Lines by people under the names they are called by in the room, so that two of one name stay two; as they are outside of rooms. */
export function calledLines(
  history: readonly HistoryLine[],
  room: RoomState | undefined,
): readonly HistoryLine[] {
  if (!room) return history;
  const called = callNames(room.members);
  return history.map((line) => {
    // A name that is the id itself is kept once.
    const name = called.get(line.userId ?? line.author ?? '');
    return name === undefined || line.role !== 'user' ? line : { ...line, author: name };
  });
}
