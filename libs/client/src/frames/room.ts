import {
  memberRoles,
  replyPolicies,
  type RoomConflict,
  type RoomMember,
  type RoomView,
} from '@travellite/protocol';
import { count, fields, listOf, text, textOr } from './fields.js';
import { readMember } from './parts.js';

function readRoomMember(value: unknown): RoomMember | undefined {
  const member = fields(value);
  const userId = text(member?.['userId']);
  if (userId === undefined) return undefined;
  const role = memberRoles.find((known) => known === member?.['role']) ?? 'viewer';
  return { userId, name: textOr(member?.['name'], userId), role };
}

const topics: readonly RoomConflict['topic'][] = ['interests', 'pace', 'budget', 'dates', 'places'];

function readConflict(value: unknown): RoomConflict | undefined {
  const conflict = fields(value);
  const topic = topics.find((known) => known === conflict?.['topic']);
  const sides = listOf(conflict?.['sides'], (side) => ({
    members: listOf(fields(side)?.['members'], text),
    value: textOr(fields(side)?.['value'], ''),
  }));
  return topic && { topic, sides };
}

function readVote(value: unknown): RoomView['votes'][number] | undefined {
  const option = count(fields(value)?.['option']);
  return option === undefined ? undefined : { option, members: listOf(fields(value)?.['members'], text) };
}

/** The room of a conversation of several, or nothing when it is none. What cannot be read is left out. */
export function readRoom(value: unknown): RoomView | undefined {
  const room = fields(value);
  if (!room) return undefined;
  return {
    policy: replyPolicies.find((known) => known === room['policy']) ?? 'always',
    members: listOf(room['members'], readRoomMember),
    ...(room['present'] === undefined ? {} : { present: listOf(room['present'], readMember) }),
    conflicts: listOf(room['conflicts'], readConflict),
    votes: listOf(room['votes'], readVote),
  };
}
