import { openModel } from '@travellite/model';
import {
  type Act,
  type ChatCompletionsServer,
  type CompletionRequest,
  startChatCompletionsServer,
} from '@travellite/test-servers';
import { type AgentState } from '@travellite/protocol';
import { now, Talk, type TalkOptions } from './testing/talk.js';

let server: ChatCompletionsServer;
beforeEach(async () => {
  server = await startChatCompletionsServer();
  server.onRequest(polite);
});
afterEach(() => server.close());

const toolsOf = ({ tools = [] }: CompletionRequest) => tools.map((tool) => tool.function.name);
/** Each of its answers is counted by the stand-in as 154 tokens. */
const counted = 154;
const polite = (request: CompletionRequest): Act =>
  toolsOf(request).includes('trip_wishes')
    ? { kind: 'tools', calls: [{ name: 'trip_wishes', args: {} }] }
    : { kind: 'text', pieces: ['At your ', 'service.'] };

const model = () =>
  openModel({ apiKey: server.key, baseUrl: server.url, name: 'test-model', silenceMs: 2_000, retries: 0 });
const talkWith = async (more: Partial<TalkOptions>) => new Talk({ model: await model(), ...more });
const spentIn = (talk: { state: { data: unknown } }) =>
  (talk.state.data as { spent?: { day: string; by: Record<string, number> } }).spent;
const day = 24 * 3_600_000;

describe('the token budget of a message', () => {
  it('lets the offline model go on, and says so', async () => {
    const talk = await talkWith({ limits: { turnTokens: 50 } });
    const turn = await talk.say('Three days in Paris, please');
    expect(server.requests).toHaveLength(0);
    expect(turn.text).toMatch(/may spend no more on this message/);
    expect(turn.text).toMatch(/Paris/);
  });

  it('breaks off an answer that has no end, keeping what was said', async () => {
    const endless: Act = {
      kind: 'text',
      pieces: Array.from({ length: 5_000 }, () => 'and on and on and on '),
    };
    server.onRequest((request) => (toolsOf(request).length > 0 ? polite(request) : endless));
    const turn = await (await talkWith({ limits: { turnTokens: 9_000 } })).say('Three days in Paris, please');
    expect(turn.text).toMatch(/^and on and on[^]*\n\n[^]*may spend no more on this message/);
    expect(spentIn(turn)?.by['ann']).toBeLessThanOrEqual(9_000);
  });

  it('is for the answer first, then for what is done beside it', async () => {
    const sumsUp = ({ messages }: CompletionRequest) => String(messages[0]?.content).startsWith('Sum up');
    server.onRequest((request) =>
      sumsUp(request) ? { kind: 'text', pieces: ['They talk of ', 'Rome. '.repeat(200)] } : polite(request),
    );
    const long = 'There is a lot to tell about what we like to do in the morning. '.repeat(20);
    const begun = await talkWith({});
    let state: AgentState | undefined;
    for (let turn = 0; turn < 13; turn += 1) ({ state } = await begun.say(`${long} ${turn}`));
    const before = server.requests.length;
    await (await talkWith({ ...(state ? { state } : {}) })).say('hello');
    const summed = server.requests.slice(before).some(sumsUp);
    const answered = await (
      await talkWith({ limits: { turnTokens: 6_000 }, ...(state ? { state } : {}) })
    ).say('hello');
    expect({ summed, text: answered.text }).toEqual({ summed: true, text: 'At your service.' });
  });

  it('is whole again with the next message', async () => {
    const talk = await talkWith({ limits: { turnTokens: 9_000 } });
    for (let turn = 0; turn < 3; turn += 1) expect((await talk.say('hello')).text).toBe('At your service.');
  });
});

describe('the token budget of a day', () => {
  it('is counted in the state that is kept with the turn', async () => {
    const turn = await (await talkWith({})).say('hello');
    expect(spentIn(turn)).toEqual({ day: '2026-11-21', by: { ann: 2 * counted } });
  });

  it('holds for a worker that never saw the earlier turns, and ends at midnight UTC', async () => {
    const limits = { dayTokens: 9_000 };
    const first = await (await talkWith({ limits })).say('hello');
    const nearlySpent = structuredClone(first.state);
    spentIn({ state: nearlySpent })!.by['ann'] = 8_999;
    const asked = server.requests.length;
    const second = await (await talkWith({ limits, state: nearlySpent })).say('hello again');
    expect(server.requests).toHaveLength(asked);
    expect(second.text).toMatch(/used up for today/);
    const lateClock = () => Date.UTC(2026, 10, 21, 23, 59, 59, 999);
    const late = await (await talkWith({ limits, state: second.state, clock: lateClock })).say('now?');
    expect(late.text).toMatch(/used up for today/);
    const next = await (
      await talkWith({ limits, state: second.state, clock: () => now + day / 2 })
    ).say('and now?');
    expect(next.text).toBe('At your service.');
    expect(spentIn(next)).toEqual({ day: '2026-11-22', by: { ann: 2 * counted } });
  });

  it('counts answers that were stopped before their end', async () => {
    const endless: Act = { kind: 'text', pieces: Array.from({ length: 5_000 }, () => 'and on and on ') };
    server.onRequest((request) => (toolsOf(request).length > 0 ? polite(request) : endless));
    const talk = await talkWith({ limits: { dayTokens: 30_000 } });
    const ends: string[] = [];
    while (ends.at(-1) !== 'answered' && ends.length < 30) {
      const stop = new AbortController();
      const onText = (text: string) => text.length > 10_000 && stop.abort();
      const saying = talk.say('hello', { signal: stop.signal, onText });
      ends.push(
        await saying.then(
          () => 'answered',
          (thrown: { code: string }) => thrown.code,
        ),
      );
    }
    expect(ends.length).toBeLessThan(15);
    expect(new Set(ends)).toEqual(new Set(['cancelled', 'answered']));
    server.onRequest(polite);
    const turn = await talk.say('hello again');
    expect(turn.text).toMatch(/used up for today/);
    expect(spentIn(turn)?.by['ann']).toBeGreaterThan(20_000);
  });

  it('is each person’s own in a room', async () => {
    const talk = await talkWith({ limits: { dayTokens: 9_000 }, conversation: 'room:rome' });
    const first = await talk.say('hello', { author: 'ann' });
    const state = structuredClone(first.state);
    spentIn({ state })!.by['ann'] = 8_999;
    const later = await talkWith({ limits: { dayTokens: 9_000 }, conversation: 'room:rome', state });
    expect((await later.say('hello', { author: 'bob' })).text).toBe('At your service.');
    expect((await later.say('hello', { author: 'ann' })).text).toMatch(/used up for today/);
  });

  it.each([
    ['de-DE', 'Drei Tage in Paris, bitte', /Tageskontingent/],
    ['fr-FR', 'Trois jours à Paris, s’il vous plaît', /quota du jour/],
    ['es-ES', 'Tres días en París, por favor', /cupo de hoy/],
    ['it-IT', 'Tre giorni a Parigi, per favore', /quota di oggi/],
    ['nl-NL', 'Drie dagen in Parijs, alsjeblieft', /tegoed van vandaag/],
    ['pt-PT', 'Três dias em Paris, por favor', /quota de hoje/],
    ['ja-JP', 'パリに3日間行きたいです', /本日分/],
  ])('is told to the person in their language: %s', async (_locale, words, told) => {
    const turn = await (await talkWith({ limits: { dayTokens: 10 } })).say(words);
    expect(turn.text).toMatch(told);
  });
});
