import {
  emptyTripRequest,
  memberRoles,
  replyPolicies,
  type ReplyPolicy,
  type RoomMember,
  type TripRequest,
  type UserMessage,
} from '@travellite/protocol';
import { z } from 'zod';
import { memberName } from './member-name.js';

/** Members a room remembers; of more, those who own nothing and have been there longest are forgotten first. */
export const mostMembers = 64;

/** A member as the agent remembers them. */
export interface Member extends RoomMember {
  /** What this member alone has said of the trip. */
  wishes: TripRequest;
  /** Option of the plan on the table, from 0. */
  vote?: number;
  /** Was told that viewers' wishes do not change the trip. */
  told?: boolean;
}

/** What the agent remembers of a shared room beside the trip. */
export interface RoomState {
  policy: ReplyPolicy;
  /** In the order in which they first wrote. */
  members: Member[];
  /** Fingerprints of the disagreements that were named, so that each is named once. */
  named?: string[];
  /** Who is connected, by the word of the realtime service; whoever is named last came or changed last. */
  present?: { userId: string; status: string }[];
  /** Whom the agent has just answered (user id); unset when members have talked among themselves since. */
  spokenTo?: string;
}

export const emptyRoom = (): RoomState => ({ policy: 'always', members: [] });

const wishesSchema = z.looseObject({
  destinations: z.array(z.looseObject({ name: z.string(), kind: z.string() })),
  interests: z.array(z.string()),
});

export const roomStateSchema = z.object({
  policy: z.enum(replyPolicies),
  members: z.array(
    z.object({
      userId: z.string(),
      name: z.string(),
      role: z.enum(memberRoles),
      wishes: wishesSchema,
      vote: z.number().optional(),
      told: z.boolean().optional(),
    }),
  ),
  named: z.array(z.string()).optional(),
  present: z.array(z.object({ userId: z.string(), status: z.string() })).optional(),
  spokenTo: z.string().optional(),
});

/** The room with this author in it. Whoever writes first owns it; those who follow edit. */
export function withAuthor(room: RoomState, author: UserMessage['author']): RoomState {
  const known = room.members.find(({ userId }) => userId === author.userId);
  if (known) {
    // A door that knows only the id does not take a name away.
    const name = author.name === undefined ? known.name : memberName(author);
    return known.name === name ? room : withMember(room, { ...known, name });
  }
  const role = room.members.length === 0 ? 'owner' : 'editor';
  const member: Member = {
    userId: author.userId,
    name: memberName(author),
    role,
    wishes: emptyTripRequest(),
  };
  return { ...room, members: withoutExcess([...room.members, member]) };
}

function withoutExcess(members: Member[]): Member[] {
  if (members.length <= mostMembers) return members;
  const leaving = members.findIndex(({ role }) => role !== 'owner');
  return members.filter((_, index) => index !== leaving);
}

/** The room with this member in place of the one of the same id. */
export const withMember = (room: RoomState, member: Member): RoomState => ({
  ...room,
  members: room.members.map((one) => (one.userId === member.userId ? member : one)),
});

export const memberOf = ({ members }: RoomState, userId: string): Member | undefined =>
  members.find((member) => member.userId === userId);

/** Those whose wishes and votes count. */
export const deciders = ({ members }: RoomState): Member[] => members.filter(({ role }) => role !== 'viewer');

/** How to call each member so that no two are called the same. */
export function callNames(members: readonly RoomMember[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    members.map(({ userId, name }) => {
      let called = name;
      for (let number = 2; taken.has(called.toLowerCase()); number += 1) called = `${name} (${number})`;
      taken.add(called.toLowerCase());
      return [userId, called] as const;
    }),
  );
}
