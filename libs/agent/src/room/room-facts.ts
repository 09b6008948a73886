import { type RoomFacts } from '@travellite/model';
import { type TripRequest } from '@travellite/protocol';
import { tripFacts } from '../respond/trip-facts.js';
import { type TurnWork } from '../turn-work.js';
import { type Conflict, mergeWishes, type Side } from './merge-wishes.js';
import { callNames, deciders, type RoomState } from './room-state.js';
import { entitled, type RoomNotice } from './room-turn.js';
import { tallyOf } from './votes.js';

type Names = (userIds: readonly string[]) => string[];

/** The room as an answer may speak of it. */
export function roomFacts({ state, room: turn }: TurnWork): { room?: RoomFacts } {
  const { room } = state;
  if (!room || !turn) return {};
  const called = callNames(room.members);
  const names: Names = (userIds) => userIds.map((userId) => called.get(userId) ?? 'somebody');
  const { votes, settled } = tallyOf(room);
  const { budget } = mergeWishes(deciders(room));
  return {
    room: {
      members: room.members.map(({ userId, role }) => ({ name: called.get(userId) ?? '', role })),
      policy: room.policy,
      said: deciders(room)
        .filter(({ wishes }) => saysSomething(wishes))
        .map(({ userId, wishes }) => ({ name: called.get(userId) ?? '', trip: tripFacts(wishes) })),
      conflicts: turn.conflicts.map((conflict) => ({
        ...conflictFacts(conflict, names, budget !== undefined),
        news: turn.news.includes(conflict),
      })),
      votes: votes.map(({ option, members }) => ({ option, names: names(members) })),
      ...(settled === undefined ? {} : { settled }),
      voted: turn.voted,
      ...(turn.notice ? { notice: noticeFacts(turn.notice, room, names) } : {}),
    },
  };
}

const saysSomething = ({
  destinations,
  interests,
  origin,
  dates,
  budget,
  travellers,
}: TripRequest): boolean =>
  destinations.length > 0 ||
  interests.length > 0 ||
  [origin, dates, budget, travellers].some((part) => part !== undefined);

function conflictFacts(
  { topic, kind, sides }: Conflict,
  names: Names,
  comparable: boolean,
): Omit<RoomFacts['conflicts'][number], 'news'> {
  return {
    topic,
    kind,
    sides: sides.map(({ members, wish }) => ({ names: names(members), ...sideFacts(wish) })),
    options: topic === 'interests' || topic === 'pace',
    ...(topic === 'budget' && comparable ? { lowest: true } : {}),
  };
}

function sideFacts({ pace, mustSee, avoid, ...wish }: Side['wish']) {
  const [place] = mustSee ?? avoid ?? [];
  const interests = wish.interests ?? wish.avoidInterests ?? [];
  return {
    trip: tripFacts({ destinations: [], ...wish, interests }),
    ...(pace ? { pace } : {}),
    ...(place === undefined ? {} : { place }),
  };
}

function noticeFacts(notice: RoomNotice, room: RoomState, names: Names): NonNullable<RoomFacts['notice']> {
  switch (notice.kind) {
    case 'role': {
      const role = room.members.find(({ userId }) => userId === notice.userId)?.role ?? 'viewer';
      return { kind: 'role', name: names([notice.userId])[0] ?? '', role };
    }
    case 'not_allowed':
      return { kind: 'not_allowed', names: names(entitled(room, notice.who)) };
    case 'viewer':
      return { kind: 'viewer', names: names(entitled(room, 'owner')) };
    default:
      return notice;
  }
}

/** How whoever wrote is called here; nobody is called anything in a conversation of one's own. */
export function authorCalled({ state, room }: Pick<TurnWork, 'state' | 'room'>): string | undefined {
  return room && state.room ? callNames(state.room.members).get(room.userId) : undefined;
}
