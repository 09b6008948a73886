import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RoomClient } from '@travellite/realtime-service';
import { openRealtimeStage, type RealtimeStage, until, wholeAnswers } from './realtime-harness.js';
import { Socket } from './socket.js';

const folder = mkdtempSync(join(tmpdir(), 'travellite-group-'));
let stage: RealtimeStage;
beforeAll(async () => void (stage = await openRealtimeStage(folder)), 30_000);
afterAll(async () => {
  await stage.close();
  rmSync(folder, { recursive: true });
});

/** What a member saw of the agent, apart from presence and their own words. */
const framesOf = ({ seen }: RoomClient) =>
  seen.flatMap(({ message }) => (message.type === 'agent_response' ? [message] : []));

/** The streamed answers as a client puts them together that only adds up chunks. */
function streamed(member: RoomClient): string[] {
  const answers: string[] = [];
  for (const frame of framesOf(member)) {
    if (frame['streaming'] === true) answers.push('');
    if (frame['chunk'] === true) answers.push(`${answers.pop() ?? ''}${frame.text}`);
  }
  return answers;
}

const answered = (members: RoomClient[], count: number) =>
  until(() => {
    for (const member of members) expect(wholeAnswers(member)).toHaveLength(count);
  }, 20_000);

describe('an answer in a room', () => {
  it('begins once, and its pieces, where it took long enough for any, add up to what is completed', async () => {
    await until(() => expect(stage.service.inspect().servers).toBe(1));
    const member = await stage.member('dora', 'pieces');
    for (const [index, text] of ['A trip to Paris', 'Plan three days in May for two'].entries()) {
      await member.say(text);
      await answered([member], index + 1);
    }
    const begun = framesOf(member).filter((frame) => frame['streaming'] === true);
    expect(begun).toHaveLength(2);
    for (const [index, pieces] of streamed(member).entries()) {
      expect(['', wholeAnswers(member)[index]]).toContain(pieces);
    }
  });
});

describe('a group trip, planned by two people in a room', () => {
  it.each([
    ['Tokyo', 'March', 'New York', 'ana', 'ben'],
    ['Lisbon', 'May', 'London', 'zoë', '健太'],
    ['Rome', 'September', 'Berlin', 'olu', 'Prof. Adeyemi-Smith'],
  ])(
    'to %s in %s from %s: each answer is published once and seen once by both, also when the service restarts',
    async (place, month, origin, first, second) => {
      const room = `${place} trip`;
      const one = await stage.member(first, room);
      await one.say(`Shall we do a group trip to ${place}?`);
      await answered([one], 1);
      const two = await stage.member(second, room);
      await two.say('I am in! When are we going?');
      await answered([one, two], 2);

      stage.service.restart();
      await one.say(month);
      await answered([one, two], 3);
      await two.say(`We both start from ${origin}`);
      await answered([one, two], 4);
      await two.say('Who said when?');
      await answered([one, two], 5);

      const [proposed, when, known, flights, who] = wholeAnswers(one) as [
        string,
        string,
        string,
        string,
        string,
      ];
      expect(wholeAnswers(two)).toEqual(wholeAnswers(one));
      expect(new Set(wholeAnswers(one)).size).toBe(5);
      expect(proposed).toMatch(new RegExp(`^${first}: .*${place}`));
      expect(when).toMatch(new RegExp(`^${second}: .*(dates|when|day)`, 'i'));
      expect(known).toMatch(new RegExp(`^${first}: .*${month}`));
      expect(known).toMatch(/look for flights/);
      expect(flights).toMatch(new RegExp(`^${second}: .*${origin}`));
      expect(flights).toMatch(/flights I found \(sample data.*per adult/);
      expect(who).toMatch(new RegExp(`${first}: ${place}, ${month} 1`));
      expect(who).toContain(`${second}: from ${origin}`);
      for (const frame of framesOf(one)) expect([first, second]).toContain(frame['userId']);
    },
    60_000,
  );
});

describe('what the group decides', () => {
  it('two options for two tastes, and a vote', async () => {
    const [ana, ben] = [await stage.member('ana', 'vote'), await stage.member('ben', 'vote')];
    await ana.say('A trip to Barcelona from London, May 3 to 7, budget 5000 euros, I love beaches');
    await answered([ana, ben], 1);
    await ben.say('I would rather see museums');
    await answered([ana, ben], 2);
    expect(wholeAnswers(ben)[1]).toMatch(/beaches \(ana\); museums \(ben\)/);
    await ben.say('I vote for the second one');
    await answered([ana, ben], 3);
    await ana.say('I vote for the second one');
    await answered([ana, ben], 4);
    expect(wholeAnswers(ana)[3]).toMatch(/Most of you want option 2, “Museums”/);
  }, 30_000);

  it('when the agent keeps quiet it publishes nothing, and has heard everything', async () => {
    const [ana, ben] = [await stage.member('ana', 'hush'), await stage.member('ben', 'hush')];
    await ana.say('A trip to Rome');
    await answered([ana, ben], 1);
    await ana.say('/reply when_addressed');
    await answered([ana, ben], 2);
    const before = framesOf(ben).length;
    await ben.say('ana, I love art');
    await ben.say('TravelLite, what do you know about our trip so far?');
    await answered([ana, ben], 3);
    expect(wholeAnswers(ana)[2]).toMatch(/^ben: .*Rome.*art/);
    const later = framesOf(ben).slice(before);
    expect(later.filter((frame) => frame['streaming'] === true)).toHaveLength(1);
  }, 30_000);
});

describe('who comes late, by the native door', () => {
  it('has the history with its authors, and goes on live', async () => {
    const ana = await stage.member('u-ana', 'late', 'Ana');
    await ana.say('A trip to Vienna');
    await answered([ana], 1);
    const address = `${stage.standalone.url}/ws?userId=cleo&room=late`;
    const late = await Socket.open(address, 'travellite.v1');
    const of = (type: string) => late.frames.filter((frame) => frame.type === type);
    await until(() => expect(of('snapshot')).toHaveLength(1));
    expect(of('snapshot')[0]).toMatchObject({
      view: {
        history: [
          { role: 'user', text: 'A trip to Vienna', author: 'Ana', userId: 'u-ana' },
          { role: 'assistant' },
        ],
        room: { policy: 'always', members: [{ userId: 'u-ana', name: 'Ana', role: 'owner' }] },
      },
    });
    await ana.say('Three days in May');
    await until(() => expect(of('response')).toHaveLength(1));
    expect(of('message')).toMatchObject([
      { message: { text: 'Three days in May', author: { userId: 'u-ana' } } },
    ]);

    late.send({ type: 'user_message', id: 'late-1', text: 'Where are we going?' });
    await answered([ana], 3);
    expect(wholeAnswers(ana)[2]).toMatch(/^cleo: .*Vienna/);
    await late.close();
  }, 30_000);
});
