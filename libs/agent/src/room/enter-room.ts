import { emptyTripRequest, splitConversation, type TripRequest } from '@travellite/protocol';
import { changesAnything } from '../plan/plan-decision.js';
import { optionName } from '../plan/option-notes.js';
import { type AgentPorts, type TurnWork } from '../turn-work.js';
import { startsOver } from '../understand/acts/acts.js';
import { readSource } from '../understand/text/source.js';
import { isForAgent } from './addressing.js';
import { readCommand, type RoomCommand } from './commands.js';
import { withMerged } from './merged-request.js';
import { type Conflict, mergeWishes } from './merge-wishes.js';
import { ownWishes } from './own-wishes.js';
import {
  deciders,
  emptyRoom,
  type Member,
  memberOf,
  type RoomState,
  withAuthor,
  withMember,
} from './room-state.js';
import { obey, type RoomTurn } from './room-turn.js';
import { readVote, withoutVotes, withVote } from './votes.js';

/**
 * What a message means in a shared room: who says it, whether it is for the agent, what it changes and whether it may. In any other
 * conversation the work stays as it is.
 */
export function enterRoom(work: TurnWork, { understand }: Pick<AgentPorts, 'understand'>): TurnWork {
  const { turn, before } = work;
  if (splitConversation(turn.conversation).kind !== 'room') return work;
  const { author, text } = turn.message;
  const room = withAuthor(before.room ?? emptyRoom(), author);
  const member = memberOf(room, author.userId);
  if (!member) return work;
  const command = readCommand(text, room.members);
  if (command && !isAboutTrip(work, command)) {
    const obeyed = obey(room, author.userId, command);
    return {
      ...unmoved(work, obeyed.room),
      room: { ...quiet(member), answers: true, notice: obeyed.notice },
    };
  }
  return member.role === 'viewer' ? asViewer(work, room, member) : asDecider(work, room, member, understand);
}

const basics = ['destinations', 'origin', 'dates', 'budget', 'travellers'] as const;

/** "Only answer when we ask for Rome in May": an order with a clause behind it that says where, when, for whom or for how much. */
const isAboutTrip = ({ turn, understanding }: TurnWork, command: RoomCommand): boolean =>
  command.kind === 'reply' &&
  command.policy === 'when_addressed' &&
  !turn.message.text.trim().startsWith('/') &&
  basics.some((field) => understanding.patch.set[field] !== undefined);

const quiet = ({ userId }: Member): RoomTurn => ({
  userId,
  answers: false,
  conflicts: [],
  news: [],
  voted: false,
});

/** The trip as it was, whatever the message says about it. */
function unmoved(work: TurnWork, room: RoomState): TurnWork {
  const { before, understanding } = work;
  const { ambiguous: _ambiguous, reference: _reference, ...read } = understanding;
  const acts = read.acts.filter((act) => !['plan', 'change', 'choose'].includes(act));
  return {
    ...work,
    state: { ...before, room },
    understanding: {
      ...read,
      acts: acts.length > 0 ? acts : ['off_topic'],
      patch: { set: {}, remove: [] },
      request: before.request,
      wishes: [],
    },
  };
}

/** The option the message is for, of those on the table. */
function voteIn({ turn, before, understanding }: TurnWork): number | undefined {
  const names = before.plan.map((option, index) => optionName(option) ?? `Option ${index + 1}`);
  const chosen = understanding.acts.includes('choose') ? understanding.reference?.option : undefined;
  const vote = readVote(turn.message.text, names) ?? chosen;
  return vote !== undefined && vote >= 0 && vote < names.length ? vote : undefined;
}

/** A viewer's wishes change nothing, of which they are told once; their questions are answered like anybody's. */
function asViewer(work: TurnWork, room: RoomState, member: Member): TurnWork {
  const { acts } = work.understanding;
  const isWish = changesAnything(work.understanding) || acts.includes('plan') || voteIn(work) !== undefined;
  const answers = isAnswered(work, room, isWish);
  if (!isWish) return { ...unmoved(work, room), room: { ...quiet(member), answers } };
  if (member.told === true) {
    const asksToo = acts.includes('question');
    return { ...unmoved(work, room), room: { ...quiet(member), answers: answers && asksToo } };
  }
  if (!answers) return { ...unmoved(work, room), room: quiet(member) };
  const told = withMember(room, { ...member, told: true });
  return { ...unmoved(work, told), room: { ...quiet(member), answers, notice: { kind: 'viewer' } } };
}

function asDecider(
  work: TurnWork,
  entered: RoomState,
  member: Member,
  understand: AgentPorts['understand'],
): TurnWork {
  const restarts = startsAnew(work);
  const room = restarts ? afresh(entered) : entered;
  const vote = voteIn(work);
  const wishes = ownWishes(
    work,
    restarts ? { ...member, wishes: emptyTripRequest() } : member,
    deciders(room),
    understand,
  );
  const heard = withMember(room, { ...(memberOf(room, member.userId) ?? member), wishes });
  const counted = vote === undefined ? heard : withVote(heard, member.userId, vote);
  const merged = mergeWishes(deciders(counted));
  const request: TripRequest = withMerged(work.state.request, merged);
  const { conflicts } = merged;
  return {
    ...work,
    state: { ...work.state, request, room: counted },
    room: {
      userId: member.userId,
      answers: isAnswered(work, counted, changesAnything(work.understanding)),
      conflicts,
      news: conflicts.filter((conflict) => room.named?.includes(fingerprint(conflict)) !== true),
      voted: vote !== undefined,
    },
  };
}

export const fingerprint = (conflict: Conflict): string => JSON.stringify(conflict);

function startsAnew({ turn, today, understanding }: TurnWork): boolean {
  const { text } = turn.message;
  return startsOver(
    readSource(text.slice(0, 16_000), today, understanding.language, understanding.language, undefined),
  );
}

const afresh = (room: RoomState): RoomState => {
  const { named: _named, ...rest } = withoutVotes(room);
  return { ...rest, members: rest.members.map((member) => ({ ...member, wishes: emptyTripRequest() })) };
};

function isAnswered(work: TurnWork, room: RoomState, tellsSomething: boolean): boolean {
  if (room.policy !== 'when_addressed') return room.policy === 'always';
  const { turn, before, understanding } = work;
  const { text, author } = turn.message;
  return isForAgent({
    text,
    author: author.userId,
    members: room.members,
    questionOpen: before.asked !== undefined || before.choice !== undefined,
    tellsSomething,
    choosesOption: voteIn(work) !== undefined,
    asks: understanding.acts.includes('question'),
    ...(room.spokenTo === undefined ? {} : { spokenTo: room.spokenTo }),
  });
}
