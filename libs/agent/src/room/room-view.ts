import { type RoomConflict, type RoomView } from '@travellite/protocol';
import { wishLines } from '../require/wish-lines.js';
import { type Conflict, mergeWishes, type Side } from './merge-wishes.js';
import { deciders, type RoomState } from './room-state.js';
import { tallyOf } from './votes.js';

/** The room as clients are shown it. */
export const roomView = (room: RoomState): RoomView => ({
  policy: room.policy,
  members: room.members.map(({ userId, name, role }) => ({ userId, name, role })),
  ...(room.present ? { present: room.present } : {}),
  conflicts: mergeWishes(deciders(room)).conflicts.map(shown),
  votes: tallyOf(room).votes,
});

const shown = ({ topic, sides }: Conflict): RoomConflict => ({
  topic,
  sides: sides.map((side) => ({ members: side.members, value: sideInWords(side) })),
});

/** `Museums, Food`; in the words of the list of wishes. */
export const sideInWords = ({ wish }: Side): string =>
  wish.budgetUnlimited === true ? 'No budget limit' : inWords(wish);

const inWords = (wish: Side['wish']): string =>
  wishLines({ destinations: [], interests: [], ...wish })
    .map(({ description }) => description)
    .join(', ');
