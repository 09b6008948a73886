import { type TripState } from '../trip-state/trip-state.js';
import { type TurnWork } from '../turn-work.js';
import { fingerprint } from './enter-room.js';
import { type RoomState } from './room-state.js';
import { tallyOf, withoutVotes } from './votes.js';

/** What is remembered of a room after the turn, and the option its members have settled on. */
export function closedRoom(
  { state, before, room: turn }: TurnWork,
  answered: boolean,
): Pick<TripState, 'room' | 'chosen'> {
  if (!state.room || !turn) return {};
  const { spokenTo: _spokenTo, ...rest } = state.room;
  const sameOptions = JSON.stringify(before.plan) === JSON.stringify(state.plan);
  const room: RoomState = {
    ...(sameOptions ? rest : withoutVotes(rest)),
    // Conflicts are named once; those that are gone may come again.
    ...(answered && !turn.notice ? { named: turn.conflicts.map(fingerprint) } : {}),
    ...(answered ? { spokenTo: turn.userId } : {}),
  };
  const { settled } = tallyOf(room);
  return { room, ...(settled === undefined ? {} : { chosen: settled }) };
}
