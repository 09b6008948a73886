import {
  type MemberRole,
  memberRoles,
  replyPolicies,
  type ReplyPolicy,
  type RoomMember,
} from '@travellite/protocol';
import { namesAgent } from './addressing.js';
import { memberName } from './member-name.js';
import { policyWords, roleWords } from './command-words.js';

/** What a message asks of the room itself, rather than of the trip. */
export type RoomCommand =
  | { kind: 'roster' }
  | { kind: 'reply'; policy: ReplyPolicy }
  /** `member` is undefined when nobody, or more than one, is called `said`. */
  | { kind: 'role'; role: MemberRole; said: string; member?: string }
  | { kind: 'unknown' };

/** Longest message that is read as a command. */
const longest = 300;

/**
 * Reads a command: `/room`, `/reply always|when_addressed|silent`, `/role NAME owner|editor|viewer`; or, in a sentence to the agent by
 * its name, the same in words of any language it answers in.
 */
export function readCommand(text: string, members: readonly RoomMember[]): RoomCommand | undefined {
  const said = text.trim();
  if (said.length > longest) return undefined;
  if (said.startsWith('/')) return slashCommand(said, members);
  return namesAgent(said) ? spokenCommand(said, members) : undefined;
}

function slashCommand(said: string, members: readonly RoomMember[]): RoomCommand | undefined {
  const [, name = '', rest = ''] = /^\/([a-z]+)(?:\s+([^]*))?$/i.exec(said) ?? [];
  const word = rest.trim();
  switch (name.toLowerCase()) {
    case 'room':
    case 'members':
      return { kind: 'roster' };
    case 'reply':
    case 'replies': {
      const policy = replyPolicies.find((one) => one === word.toLowerCase().replace(/[\s-]+/g, '_'));
      return policy ? { kind: 'reply', policy } : { kind: 'unknown' };
    }
    case 'role': {
      const [, who, role] = /^(.+?)\s+(\S+)$/.exec(word) ?? [];
      const known = memberRoles.find((one) => one === role?.toLowerCase());
      return known && who !== undefined ? roleCommand(who, known, members) : { kind: 'unknown' };
    }
    case 'help':
      return { kind: 'unknown' };
    default:
      // A path or a date such as "/3" is somebody else's business.
      return undefined;
  }
}

function roleCommand(said: string, role: MemberRole, members: readonly RoomMember[]): RoomCommand {
  const wanted = said.replace(/^@/, '').trim().toLowerCase();
  const byId = members.filter(({ userId }) => userId.toLowerCase() === wanted);
  const found = byId.length > 0 ? byId : members.filter(({ name }) => name.toLowerCase() === wanted);
  const [only, another] = found;
  // It is said back to the room, so it is a name like any other.
  const who = memberName({ userId: said.replace(/^@/, '') });
  return { kind: 'role', role, said: who, ...(only && !another ? { member: only.userId } : {}) };
}

function spokenCommand(said: string, members: readonly RoomMember[]): RoomCommand | undefined {
  const policy = policyWords.find(([, words]) => words.test(said))?.[0];
  if (policy) return { kind: 'reply', policy };
  const roles = roleWords.filter(([, words]) => words.test(said)).map(([role]) => role);
  const [role, other] = roles;
  if (role === undefined || other !== undefined || said.includes('?') || said.includes('？'))
    return undefined;
  const meant = members.filter(({ userId, name }) => [userId, name].some((one) => holdsWord(said, one)));
  const [member, another] = meant;
  return member && !another ? { kind: 'role', role, said: member.name, member: member.userId } : undefined;
}

/** The name stands in the text as a word of its own. */
function holdsWord(text: string, name: string): boolean {
  const folded = text.toLowerCase();
  const word = name.toLowerCase();
  const isLetter = (char: string | undefined) =>
    char !== undefined &&
    /[\p{L}\p{N}_]/u.test(char) &&
    !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(char);
  for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + 1)) {
    if (!isLetter(folded[at - 1]) && !isLetter(folded[at + word.length])) return true;
  }
  return false;
}
