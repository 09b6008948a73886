/** When the agent answers in a shared room: every message, those that are meant for it, or none. */
export const replyPolicies = ['always', 'when_addressed', 'silent'] as const;
export type ReplyPolicy = (typeof replyPolicies)[number];

/** Owners set roles; owners and editors change the trip and say when the agent answers; viewers look and ask. */
export const memberRoles = ['owner', 'editor', 'viewer'] as const;
export type MemberRole = (typeof memberRoles)[number];

/** Somebody who has written in the room. `name` is fit to be shown and to be put before a model. */
export interface RoomMember {
  userId: string;
  name: string;
  role: MemberRole;
}

/** What members want that does not go together. Every side names its members by user id. */
export interface RoomConflict {
  topic: 'interests' | 'pace' | 'budget' | 'dates' | 'places';
  sides: { members: string[]; value: string }[];
}

/** A shared room as shown to a client beside the conversation. */
export interface RoomView {
  policy: ReplyPolicy;
  /** In the order in which they came. */
  members: RoomMember[];
  /** Who is connected to the realtime service, with the service's word for it; absent where none has said so. */
  present?: { userId: string; status: string }[];
  conflicts: RoomConflict[];
  /** Votes on the plan's options; `option` from 0. */
  votes: { option: number; members: string[] }[];
}
