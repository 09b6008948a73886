import { type RoomNote } from '@travellite/protocol';
import { emptyRoom, mostMembers, type RoomState } from './room-state.js';

/** Words by which realtime services say that somebody is no longer there. */
const gone = /^(?:left|leave|offline|disconnected?|timeout|absent|removed?)$/i;

/** Longest status kept, in characters. */
const longestStatus = 64;

/** The room after somebody came, changed or left; a connection's own comings and goings say nothing of the person. */
export function withPresence(
  room: RoomState = emptyRoom(),
  userId: string,
  { kind, status }: RoomNote,
): RoomState {
  if (kind !== 'presence') return room;
  const others = (room.present ?? []).filter((one) => one.userId !== userId);
  const present = gone.test(status)
    ? others
    : [...others, { userId, status: status.slice(0, longestStatus) }];
  return { ...room, present: present.slice(-mostMembers) };
}
