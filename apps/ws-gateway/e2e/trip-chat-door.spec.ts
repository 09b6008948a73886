import { echoAgent, failingAgent, listingAgent, place, steppedAgent, wish } from './agents.js';
import { type Harness, startHarness } from './harness.js';

const order = ['intents', 'pois', 'requirements', 'plan', 'done'];

describe('door 3', () => {
  let harness: Harness;
  beforeAll(async () => void (harness = await startHarness({ agent: listingAgent })));
  afterAll(() => harness.close());

  test('answers a request with the lists in the order of the contract', async () => {
    const client = await harness.connect('/ws/chat');
    client.send({ message: 'Meiji Jingu' });
    await client.type('done');
    expect(client.types).toEqual(order);
    const [intents, pois, requirements, plan] = client.frames;
    expect(intents?.['data']).toEqual([{ intent: 'Points_Of_Interest', action: 'add', value: 'Tokyo' }]);
    expect(pois?.['data']).toEqual([place('Meiji Jingu')]);
    expect(requirements?.['data']).toEqual([wish('Meiji Jingu')]);
    expect(plan?.['data']).toEqual([expect.objectContaining({ overall_cost: '$100' })]);
  });

  test('starts from the lists that were sent', async () => {
    const client = await harness.connect('/ws/chat');
    client.send({ message: 'Ueno', pois: [place('Meiji Jingu')], requirements: [], plan: [] });
    expect((await client.type('pois'))['data']).toEqual([place('Meiji Jingu'), place('Ueno')]);
  });

  test('returns lists nobody spoke of unchanged, sent or stored', async () => {
    const client = await harness.connect('/ws/chat');
    const sent = { pois: [{ ...place('Meiji Jingu'), rating: 5 }], requirements: [wish('quiet')], plan: [] };
    client.send({ message: 'thanks', ...sent });
    await client.type('done');
    const data = client.frames.map((frame) => frame['data']);
    expect(data.slice(1, 4)).toEqual([sent.pois, sent.requirements, sent.plan]);
    client.send({ message: 'thanks' });
    await client.type('done', 2);
    expect(
      client.frames
        .slice(5)
        .map((frame) => frame['data'])
        .slice(1, 4),
    ).toEqual(data.slice(1, 4));
  });

  test('answers requests of one socket one after another', async () => {
    const client = await harness.connect('/ws/chat');
    for (const message of ['one', 'two', 'three']) client.send({ message });
    client.send('not json');
    client.send({ message: 'four' });
    await client.type('done', 4);
    expect(client.types).toEqual([...order, ...order, ...order, 'error', ...order]);
    const last = client.frames.filter((frame) => frame['type'] === 'pois').at(-1);
    expect((last?.['data'] as { name: string }[]).map(({ name }) => name)).toEqual([
      'one',
      'two',
      'three',
      'four',
    ]);
  });

  test.each([
    ['text that is not JSON', 'plan a trip', /^Invalid JSON/],
    ['half a JSON text', '{"message":', /^Invalid JSON/],
    ['nothing', '', /^Invalid JSON/],
    ['no message', '{}', /^message is required$/],
    ['null', '{"message":null}', /^message is required$/],
    ['a number', '{"message":5}', /^message is required$/],
    ['an empty message', '{"message":""}', /^message is required$/],
    ['blanks', '{"message":" \\n"}', /^message is required$/],
    ['a list', '[]', /^message is required$/],
    ['NUL', '{"message":"a\\u0000"}', /not valid text/],
    ['a lone surrogate', '{"message":"\\ud83d"}', /not valid text/],
    ['a long message', JSON.stringify({ message: 'x'.repeat(20_000) }), /longer than 16000/],
    ['a list that is none', '{"message":"hi","pois":7}', /pois is not a valid list/],
    ['a user that is none', '{"message":"hi","userId":"\\u0000"}', /userId holds control/],
    ['bytes', Buffer.from('{"message":"hi"}'), /text frames only/],
  ])('answers %s with an error, and goes on', async (_name, frame, words) => {
    const client = await harness.connect('/ws/chat');
    client.send(frame);
    expect(await client.type('error')).toMatchObject({ message: expect.stringMatching(words) });
    client.send({ message: '🗼' });
    await client.type('done');
    expect(client.types).toEqual(['error', ...order]);
  });

  test('closes a socket that sends too much at once, with words', async () => {
    const client = await harness.connect('/ws/chat');
    client.send({ message: 'x'.repeat(1024 * 1024) });
    expect((await client.ended).code).toBe(1009);
    expect(client.frames).toEqual([
      { type: 'error', message: expect.stringMatching(/longer than \d+ bytes/) },
    ]);
  });

  test('keeps visitors apart, and forgets them with their socket', async () => {
    const taken: string[] = [];
    const forgotten: string[] = [];
    const accept = harness.conversations.accept.bind(harness.conversations);
    harness.conversations.accept = (turn, options) => {
      taken.push(turn.conversation);
      return accept(turn, options);
    };
    const forget = harness.conversations.forget.bind(harness.conversations);
    harness.conversations.forget = async (conversation) => {
      await forget(conversation);
      forgotten.push(conversation);
    };
    const one = await harness.connect('/ws/chat');
    const two = await harness.connect('/ws/chat');
    one.send({ message: 'Ueno' });
    await one.type('done');
    two.send({ message: 'Asakusa' });
    expect((await two.type('pois'))['data']).toEqual([place('Asakusa')]);
    one.close();
    two.cut();
    await Promise.all([one.ended, two.ended]);
    const started = Date.now();
    // Sockets of earlier tests may still be on their way out: only these two count.
    const left = () => taken.filter((conversation) => !forgotten.includes(conversation));
    while (left().length > 0 && Date.now() - started < 5_000) await new Promise(setImmediate);
    expect(left()).toEqual([]);
    expect(new Set(taken).size).toBe(2);
    for (const conversation of taken) {
      expect(conversation).toMatch(/^anon:/);
      const snapshot = await harness.conversations.snapshot(conversation as `anon:${string}`);
      expect(snapshot).toMatchObject({ version: 0, seq: 0 });
    }
    harness.conversations.forget = forget;
    harness.conversations.accept = accept;
  });

  test('a user named in the query sees every request of theirs, whoever made it', async () => {
    const watching = await harness.connect('/ws/chat?userId=ada');
    const asking = await harness.connect('/ws/chat?userId=ada');
    asking.send({ message: 'Ueno' });
    await watching.type('done');
    const answer = await harness.post('/chat', { message: 'Asakusa', userId: 'ada' });
    await Promise.all([watching.type('done', 2), asking.type('done', 2)]);
    expect(watching.frames).toEqual(asking.frames);
    const pois = watching.frames.filter((frame) => frame['type'] === 'pois').at(-1);
    expect(pois?.['data']).toEqual([place('Ueno'), place('Asakusa')]);
    expect(await answer.json()).toMatchObject({ pois: pois?.['data'] });
  });

  test("a user may be named in the first request, and is the socket's from then on", async () => {
    const client = await harness.connect('/ws/chat');
    client.send({ message: 'Ueno', userId: 'bea' });
    await client.type('done');
    client.send({ message: 'Asakusa' });
    await client.type('done', 2);
    client.send({ message: 'Shibuya', userId: 'cid' });
    expect(await client.type('error')).toMatchObject({ message: expect.stringMatching(/not the user/) });
    const again = await harness.connect('/ws/chat?userId=bea');
    again.send({ message: 'thanks' });
    expect((await again.type('pois'))['data']).toEqual([place('Ueno'), place('Asakusa')]);
    again.send({ message: 'hi', userId: 'cid' });
    expect(await again.type('error')).toMatchObject({ message: expect.stringMatching(/not the user/) });
  });
});

test('a request that fails is one error in the words of its cause', async () => {
  const harness = await startHarness({ agent: failingAgent });
  const client = await harness.connect('/ws/chat');
  client.send({ message: 'hello' });
  await client.type('error');
  client.send({ message: 'again' });
  await client.type('error', 2);
  await harness.close();
  expect(client.frames).toEqual(
    Array(2).fill({ type: 'error', message: 'The flight search does not answer.' }),
  );
});

test('an agent that says nothing about the trip still gets its lists and done', async () => {
  const harness = await startHarness({ agent: echoAgent });
  const client = await harness.connect('/ws/chat');
  client.send({ message: 'hello' });
  await client.type('done');
  await harness.close();
  expect(client.frames).toEqual([
    ...['intents', 'pois', 'requirements', 'plan'].map((type) => ({ type, data: [] })),
    { type: 'done' },
  ]);
});

test('a visitor who leaves during a request is forgotten, too', async () => {
  const stepped = steppedAgent();
  const harness = await startHarness({ agent: stepped.agent });
  const client = await harness.connect('/ws/chat');
  client.send({ message: 'hello' });
  const running = async () => (await harness.conversations.load()).running;
  while ((await running()) === 0) await new Promise(setImmediate);
  client.cut();
  while ((await running()) > 0) await new Promise(setImmediate);
  expect(harness.logged).toEqual([]);
  await stepped.end();
  await harness.close();
});
