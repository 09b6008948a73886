import {
  type MemberRole,
  memberRoles,
  replyPolicies,
  type ReplyPolicy,
  type RoomMember,
} from '@travellite/protocol';
import { saidToAgent } from './addressing.js';
import { memberName } from './member-name.js';
import { policyWords, roleGlue, roleWords } from './command-words.js';

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
 * its name that says nothing else, the same in words of any language it answers in.
 */
export function readCommand(text: string, members: readonly RoomMember[]): RoomCommand | undefined {
  const said = text.trim();
  if (said.length > longest) return undefined;
  if (said.startsWith('/')) return slashCommand(said, members);
  const order = saidToAgent(said);
  return order === undefined ? undefined : spokenCommand(order, members);
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
  const [found, other] = roleWords.flatMap(([role, words]) => {
    const word = words.exec(said)?.[0];
    return word === undefined ? [] : [{ role, word }];
  });
  if (found === undefined || other !== undefined || /[?？]/u.test(said)) return undefined;
  const meant = members.filter(({ userId, name }) => [userId, name].some((one) => wordIn(said, one) >= 0));
  const [member, another] = meant;
  if (!member || another || !isAllSaid(said, found.word, member)) return undefined;
  return { kind: 'role', role: found.role, said: member.name, member: member.userId };
}

/** Beside the name and the role nothing is said but that the one gets the other. */
function isAllSaid(said: string, role: string, { name, userId }: RoomMember): boolean {
  const rest = [name, userId].reduce(
    (text, one) => {
      const at = wordIn(text, one);
      return at < 0 ? text : `${text.slice(0, at)} ${text.slice(at + one.length)}`;
    },
    said.replace(role, ' '),
  );
  return (rest.match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? []).every((word) => roleGlue.test(word));
}

/** Where the name stands in the text as a word of its own; -1 where it does not. */
function wordIn(text: string, name: string): number {
  const folded = text.toLowerCase();
  const word = name.toLowerCase();
  const isLetter = (char: string | undefined) =>
    char !== undefined &&
    /[\p{L}\p{N}_]/u.test(char) &&
    !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(char);
  for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + 1)) {
    if (!isLetter(folded[at - 1]) && !isLetter(folded[at + word.length])) return at;
  }
  return -1;
}
