import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRealtimeStage, type RealtimeStage, until, wholeAnswers } from './realtime-harness.js';
import { Socket } from './socket.js';

const folder = mkdtempSync(join(tmpdir(), 'travellite-realtime-'));
let stage: RealtimeStage;
beforeAll(async () => void (stage = await openRealtimeStage(folder, { TRAVELLITE_AGENT: 'echo' })));
afterAll(async () => {
  await stage.close();
  rmSync(folder, { recursive: true });
});

describe('the managed channel', () => {
  it('answers each message of a room once, to everybody, in order', async () => {
    const [ann, bob] = [await stage.member('ann', 'tokyo'), await stage.member('bob', 'tokyo')];
    for (const at of [1, 2, 3]) {
      await ann.say(`message ${at} of Ann`);
      await bob.say(`message ${at} of Bob`);
    }
    for (const member of [ann, bob]) await until(() => expect(wholeAnswers(member)).toHaveLength(6));
    const ends = (all: string[]) => all.map((text) => text.slice(text.lastIndexOf('#')));
    expect(wholeAnswers(bob)).toEqual(wholeAnswers(ann));
    expect(ends(wholeAnswers(ann)).toSorted()).toEqual(['#1', '#1', '#2', '#2', '#3', '#3']);
  });

  it('goes on where the service restarts in the middle', async () => {
    const member = await stage.member('cleo', 'lisbon');
    for (let at = 1; at <= 6; at += 1) {
      void member.say(`message ${at}`, `cleo-${at}`);
      if (at % 3 === 0) stage.service.restart();
      await until(() => expect(wholeAnswers(member).some((text) => text.endsWith(`#${at}`))).toBe(true));
    }
    expect(wholeAnswers(member).map((text) => text.slice(text.lastIndexOf('#')))).toEqual(
      [1, 2, 3, 4, 5, 6].map((at) => `#${at}`),
    );
  });

  it('is ready, and says so', async () => {
    const ready = await fetch(`${stage.standalone.url}/health/ready`);
    expect(await ready.json()).toMatchObject({ parts: { realtime: { ok: true } } });
  });
});

/** A page of a user: the native protocol. */
async function openPage(userId: string) {
  const socket = await Socket.open(`${stage.standalone.url}/ws?userId=${userId}`, 'travellite.v1');
  const of = (type: string) => socket.frames.filter((frame) => frame.type === type);
  let asked = 0;
  return {
    of,
    answers: () => of('response').map(({ text }) => String(text)),
    ask: async (text: string) => {
      const id = `page-${++asked}`;
      socket.send({ type: 'user_message', id, text });
      await until(() => expect(of('done').map(({ turn }) => turn)).toContain(id));
    },
    close: () => socket.close(),
  };
}

describe('a room named like a user', () => {
  it("is that user's conversation, whichever channel is used, also both at once", async () => {
    const room = await stage.member('dora', 'dora');
    const page = await openPage('dora');
    await room.say('from the room');
    await until(() => expect(wholeAnswers(room)).toHaveLength(1));
    await page.ask('from the page');
    // One counts on where the other stopped: it is one memory.
    expect(wholeAnswers(room)[0]).toMatch(/#1$/);
    expect(page.answers().at(-1)).toMatch(/#2$/);
    await Promise.all([page.ask('both'), room.say('at once'), page.ask('and again')]);
    await until(() => expect(wholeAnswers(room)).toHaveLength(2));
    await until(() => expect(page.answers()).toHaveLength(5));
    const numbers = (texts: string[]) => texts.map((text) => Number(text.split('#').at(-1)));
    expect(numbers(page.answers())).toEqual([1, 2, 3, 4, 5]);
    expect(numbers(page.answers())).toEqual(expect.arrayContaining(numbers(wholeAnswers(room))));
    await page.close();
  });

  it('shows the page what the room said, and who came and went is recorded', async () => {
    const page = await openPage('emil');
    const room = await stage.member('emil', 'emil');
    await room.say('hello from the room');
    await until(() => expect(page.of('response')).toHaveLength(1));
    expect(page.of('message')).toMatchObject([
      { message: { text: 'hello from the room', door: 'realtime' } },
    ]);
    expect(page.of('note')).toMatchObject([
      { userId: 'emil', note: { kind: 'connection' } },
      { userId: 'emil', note: { kind: 'presence' } },
    ]);
    await page.close();
  });
});
