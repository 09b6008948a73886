import { type RealtimeStage, until, wholeAnswers } from './realtime-harness.js';

export interface SoakPlan {
  rooms: number;
  membersPerRoom: number;
  messagesPerMember: number;
  /** Time between two messages of a member, in ms. */
  paceMs: number;
  /** The service's sockets are cut so often, in ms. */
  dropEveryMs: number;
  patienceMs: number;
}

export interface SoakResult {
  asked: number;
  /** Answers a member of the room did not see. */
  lost: number;
  /** Answers a member saw more than once. */
  doubled: number;
  /** Rooms whose members did not see the same answers in the same order, or an author's out of turn. */
  disordered: number;
  drops: number;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** An echo agent counts an author's turns: `#3` is the third. In a room its answers to one author come in that order. */
export async function soak(stage: RealtimeStage, plan: SoakPlan): Promise<SoakResult> {
  const rooms = await Promise.all(
    Array.from({ length: plan.rooms }, (_, room) =>
      Promise.all(
        Array.from({ length: plan.membersPerRoom }, (__, member) =>
          stage.member(`user-${room}-${member}`, `room-${room}`),
        ),
      ),
    ),
  );
  let drops = 0;
  const dropping = setInterval(() => {
    drops += 1;
    stage.service.drop('server');
  }, plan.dropEveryMs);
  try {
    await Promise.all(
      rooms.flat().map(async (member, at) => {
        for (let n = 1; n <= plan.messagesPerMember; n += 1) {
          await member.say(`message ${n}`, `saying-${at}-${n}`);
          await pause(plan.paceMs * (0.5 + Math.random()));
        }
      }),
    );
    const wanted = plan.membersPerRoom * plan.messagesPerMember;
    await until(() => {
      for (const member of rooms.flat()) expect(wholeAnswers(member).length).toBeGreaterThanOrEqual(wanted);
    }, plan.patienceMs);
    // What came twice would come now.
    await pause(300);
    return { ...judge(rooms, plan), asked: wanted * plan.rooms, drops };
  } finally {
    clearInterval(dropping);
  }
}

function judge(rooms: Awaited<ReturnType<RealtimeStage['member']>>[][], plan: SoakPlan) {
  const result = { lost: 0, doubled: 0, disordered: 0 };
  const numbers = Array.from({ length: plan.messagesPerMember }, (_, at) => at + 1);
  for (const members of rooms) {
    const seen = members.map((member) => answersByAuthor(member));
    for (const byAuthor of seen) {
      for (const counted of byAuthor.values()) {
        const once = new Set(counted);
        result.lost += numbers.length - once.size;
        result.doubled += counted.length - once.size;
        if (counted.join() !== numbers.join()) result.disordered += 1;
      }
      result.lost += (members.length - byAuthor.size) * numbers.length;
    }
    const orders = members.map((member) => wholeAnswers(member).join());
    if (new Set(orders).size > 1) result.disordered += 1;
  }
  return result;
}

function answersByAuthor({ seen }: Awaited<ReturnType<RealtimeStage['member']>>): Map<string, number[]> {
  const byAuthor = new Map<string, number[]>();
  for (const { message } of seen) {
    if (message.type !== 'agent_response' || message['complete'] !== true) continue;
    const author = String(message['userId']);
    const number = Number((message.text ?? '').split('#').at(-1));
    byAuthor.set(author, [...(byAuthor.get(author) ?? []), number]);
  }
  return byAuthor;
}
