import { openModel } from '@travellite/model';
import { type AgentState } from '@travellite/protocol';
import {
  type Act,
  type ChatCompletionsServer,
  type CompletionRequest,
  startChatCompletionsServer,
} from '@travellite/test-servers';
import fc from 'fast-check';
import { type Summary } from './recall/summary.js';
import { Talk } from './testing/talk.js';

let server: ChatCompletionsServer;
beforeEach(async () => {
  server = await startChatCompletionsServer();
});
afterEach(() => server.close());

const model = (retries = 0) =>
  openModel({ apiKey: server.key, baseUrl: server.url, name: 'test-model', silenceMs: 1_500, retries });
const toolsOf = ({ tools = [] }: CompletionRequest) => tools.map((tool) => tool.function.name);
const sumsUp = ({ messages }: CompletionRequest) => String(messages[0]?.content).startsWith('Sum up');
const written = (request: CompletionRequest) => JSON.stringify(request.messages);
const summaryOf = ({ data }: AgentState) => (data as { summary?: Summary }).summary;

const polite = (request: CompletionRequest): Act => {
  if (toolsOf(request).includes('trip_wishes'))
    return { kind: 'tools', calls: [{ name: 'trip_wishes', args: {} }] };
  if (sumsUp(request)) return { kind: 'text', pieces: ['They talk ', 'about Rome.'] };
  return { kind: 'text', pieces: ['Of course.'] };
};

const must = 'The hotel must have a bathtub.';

/** `turns` short messages, the first of which holds something that must be. */
async function chat(talk: Talk, turns: number) {
  let last = await talk.say(`Four days in Rome in May. ${must} And it must be pet friendly.`);
  for (let turn = 1; turn < turns; turn += 1) last = await talk.say(`And another thing, number ${turn}`);
  return last;
}

describe('a long conversation', () => {
  it('is summed up by the model when it outgrows the window, once in several turns, and counted', async () => {
    server.onRequest(polite);
    const talk = new Talk({ model: await model() });
    const last = await chat(talk, 14);
    const sums = server.requests.filter(sumsUp);
    expect(sums).toHaveLength(1);
    expect(summaryOf(last.state)).toEqual({
      text: 'They talk about Rome.',
      musts: expect.any(Array),
      through: 'turn-7',
    });
    const counted = last.events.filter(({ type }) => type === 'usage');
    expect(counted).toHaveLength(3);
    await talk.say('What was first?');
    const answering = server.requests.findLast(
      (request) => toolsOf(request).length === 0 && !sumsUp(request),
    )!;
    expect(written(answering)).toContain('They talk about Rome.');
    expect(written(answering)).toContain(must);
    expect(written(answering)).not.toContain('number 3"');
    expect(written(answering)).toContain('number 12');
  });

  it.each<[string, Act]>([
    ['fails', { kind: 'status', status: 500 }],
    ['says nothing', { kind: 'text', pieces: [] }],
    ['breaks off', { kind: 'cut', pieces: ['They'] }],
    ['does not answer', { kind: 'hang' }],
  ])('is summed up by rules when the model %s at it, and the turn goes well', async (_what, act) => {
    server.onRequest((request) => (sumsUp(request) ? act : polite(request)));
    const last = await chat(new Talk({ model: await model() }), 14);
    expect(last.text).toBe('Of course.');
    expect(summaryOf(last.state)?.text).toMatch(/^ann: Four days in Rome in May[^]*number 6$/);
  });

  it('is summed up by rules offline, the same each time, for the day a model comes', async () => {
    const [one, other] = [await chat(new Talk(), 15), await chat(new Talk(), 15)];
    expect(summaryOf(one.state)).toEqual(summaryOf(other.state));
    expect(summaryOf(one.state)?.musts[0]).toBe(`ann: ${must}`);
    server.onRequest(polite);
    await new Talk({ model: await model(), state: one.state }).say('And with a model?');
    expect(written(server.requests.at(-1)!)).toContain(must);
  });

  it('loses no must-have, even with a model that forgets everything', async () => {
    server.onRequest((request) =>
      sumsUp(request) ? { kind: 'text', pieces: ['Nothing of note.'] } : polite(request),
    );
    const last = await chat(new Talk({ model: await model() }), 30);
    const listed =
      last.state.view.trip?.requirements.filter(({ priority }) => priority === 'must_have') ?? [];
    expect(listed.length).toBeGreaterThan(0);
    const answering = server.requests.findLast(
      (request) => toolsOf(request).length === 0 && !sumsUp(request),
    )!;
    for (const { description } of listed) expect(written(answering)).toContain(description);
    expect(written(answering)).toContain(must);
  });
});

describe('whatever happened before, and wherever a turn broke off', () => {
  const acts: fc.Arbitrary<Act> = fc.constantFrom<Act>(
    { kind: 'text', pieces: ['Fine.'] },
    { kind: 'text', pieces: [] },
    {
      kind: 'tools',
      calls: [{ name: 'searchFlights', args: { from: 'Oslo', to: 'Rome', date: '2027-05-01', adults: 1 } }],
    },
    {
      kind: 'tools',
      calls: [
        { name: 'trip_wishes', args: {} },
        { name: 'unknown', args: {} },
      ],
    },
    { kind: 'broken_tool', name: 'searchFlights' },
    { kind: 'status', status: 500 },
    { kind: 'cut', pieces: ['I was about'] },
  );
  const turn = fc.record({
    say: fc.constantFrom(
      'Plan 4 days in Rome from Oslo, May 1 to 4, $2000',
      'cheaper',
      'thanks',
      'any flights?',
      'drop Rome',
    ),
    acts: fc.array(acts, { minLength: 1, maxLength: 4 }),
    /** The turn is stopped after so many events; as a crash, it leaves no state. */
    dies: fc.option(fc.nat(12), { nil: undefined }),
  });

  it('no provider is ever sent a request that it must refuse', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 5 }), async (turns) => {
        let [stop, dies] = [new AbortController(), undefined as number | undefined];
        const talk = new Talk({
          model: await openModel({
            apiKey: server.key,
            baseUrl: server.url,
            name: 'm',
            silenceMs: 1_500,
            retries: 0,
          }),
          onEvent: (count) => count === dies && stop.abort(),
        });
        for (const next of turns) {
          let request = 0;
          server.onRequest(() => next.acts[Math.min(request++, next.acts.length - 1)]!);
          [stop, dies] = [new AbortController(), next.dies];
          const said = await talk.say(next.say, { signal: stop.signal }).catch((thrown: unknown) => thrown);
          if (said instanceof Error) expect(said).toMatchObject({ code: 'cancelled' });
          else expect(said).toHaveProperty('text', expect.stringMatching(/\S/));
        }
        expect(server.refused).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
