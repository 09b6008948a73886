import { type RoomCommand } from './commands.js';
import { type Conflict } from './merge-wishes.js';
import { deciders, memberOf, type RoomState, withMember } from './room-state.js';

/** What the agent says about the room itself, when that is all there is to say. */
export type RoomNotice =
  | { kind: 'policy' }
  | { kind: 'role'; userId: string }
  | { kind: 'roster' }
  | { kind: 'not_allowed'; who: 'owner' | 'editor' }
  | { kind: 'unknown_member'; said: string }
  | { kind: 'unknown_command' }
  | { kind: 'last_owner' }
  | { kind: 'viewer' };

/** A shared room in one turn. */
export interface RoomTurn {
  /** Whoever wrote. */
  userId: string;
  /** Answered, or only taken note of. */
  answers: boolean;
  /** Says this and nothing of the trip. */
  notice?: RoomNotice;
  /** Where members do not agree. */
  conflicts: Conflict[];
  /** Those of them that were not named yet. */
  news: Conflict[];
  /** The author voted in this turn. */
  voted: boolean;
}

/** Carries a command out. Whoever may not give it changes nothing and is told. */
export function obey(
  room: RoomState,
  userId: string,
  command: RoomCommand,
): { room: RoomState; notice: RoomNotice } {
  const role = memberOf(room, userId)?.role ?? 'viewer';
  switch (command.kind) {
    case 'roster':
      return { room, notice: { kind: 'roster' } };
    case 'unknown':
      return { room, notice: { kind: 'unknown_command' } };
    case 'reply':
      if (role === 'viewer') return { room, notice: { kind: 'not_allowed', who: 'editor' } };
      return { room: { ...room, policy: command.policy }, notice: { kind: 'policy' } };
    case 'role':
      if (role !== 'owner') return { room, notice: { kind: 'not_allowed', who: 'owner' } };
      return withRole(room, command);
  }
}

function withRole(
  room: RoomState,
  { role, member: userId, said }: RoomCommand & { kind: 'role' },
): { room: RoomState; notice: RoomNotice } {
  const member = userId === undefined ? undefined : memberOf(room, userId);
  if (!member) return { room, notice: { kind: 'unknown_member', said } };
  const isLastOwner =
    member.role === 'owner' && room.members.filter((one) => one.role === 'owner').length === 1;
  if (isLastOwner && role !== 'owner') return { room, notice: { kind: 'last_owner' } };
  // Who becomes a viewer again is told again what that means.
  const { told: _told, ...rest } = member;
  return { room: withMember(room, { ...rest, role }), notice: { kind: 'role', userId: member.userId } };
}

/** Those who may do what was refused, to be named to whoever may not. */
export const entitled = (room: RoomState, who: 'owner' | 'editor'): string[] =>
  (who === 'owner' ? room.members.filter(({ role }) => role === 'owner') : deciders(room)).map(
    ({ userId }) => userId,
  );
