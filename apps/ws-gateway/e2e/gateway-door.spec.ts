import { TravelError } from '@travellite/protocol';
import { echoAgent, failingAgent, steppedAgent } from './agents.js';
import { type Harness, startHarness } from './harness.js';
import { type Frame } from './test-client.js';

const door = (userId: string) => `/api/gateway/ws?userId=${encodeURIComponent(userId)}`;
const isEnd = (frame: Frame) => 'complete' in frame || 'error' in frame;

describe('door 1', () => {
  let harness: Harness;
  beforeAll(async () => void (harness = await startHarness()));
  afterAll(() => harness.close());

  test('streams a turn as the contract has it', async () => {
    const before = Date.now();
    const client = await harness.connect(door('ada'));
    client.send({ type: 'message', text: 'hello there', userId: 'ada', timestamp: before });
    await client.until(isEnd);
    const [first, ...rest] = client.frames;
    const last = rest.pop();
    expect(first).toEqual({
      type: 'response',
      streaming: true,
      userId: 'ada',
      timestamp: expect.any(Number),
    });
    for (const frame of rest) {
      expect(frame).toEqual({
        type: 'response',
        text: expect.any(String),
        chunk: true,
        userId: 'ada',
        timestamp: expect.any(Number),
      });
    }
    expect(last).toEqual({
      type: 'response',
      text: 'You said: hello there',
      complete: true,
      userId: 'ada',
      timestamp: expect.any(Number),
    });
    expect(rest.map((frame) => frame['text']).join('')).toBe('You said: hello there');
    expect(Math.abs((last?.['timestamp'] as number) - before)).toBeLessThan(60_000);
  });

  test.each([
    ['plain text', 'Plan a trip'],
    ['a bare number', '3000'],
    ['a JSON string', '"yes"'],
    ['only emoji', '🗼✈️'],
  ])('takes %s as the message', async (_name, text) => {
    const client = await harness.connect(door(`plain ${text}`));
    client.send(text);
    const [end] = await client.until(isEnd);
    expect(end).toMatchObject({ complete: true, text: `You said: ${text}` });
  });

  test.each([
    ['an unknown type', '{"type":"dance"}', /Unknown message type/],
    ['an object without a type', '{"text":"hi"}', /no type/],
    ['a number as text', '{"type":"message","text":5}', /text must be a string/],
    ['no text', '{"type":"message"}', /text is required/],
    ['an empty message', '', /message is required/],
    ['blanks', '   ', /message is required/],
    ['NUL', 'a\u0000b', /not valid text/],
    ['a lone surrogate', '{"type":"message","text":"\\udc00"}', /not valid text/],
    ['a long message', 'x'.repeat(20_000), /longer than 16000/],
    ['the name of another user', '{"type":"message","text":"hi","userId":"bob"}', /not the user/],
    ['bytes', Buffer.from('hello'), /text frames only/],
  ])('answers %s with an error, and goes on', async (_name, frame, words) => {
    const client = await harness.connect(door('eve'));
    client.send(frame);
    const [error] = await client.until((heard) => 'error' in heard);
    expect(error).toEqual({
      type: 'response',
      error: expect.stringMatching(words),
      userId: 'eve',
      timestamp: expect.any(Number),
    });
    client.send('still there?');
    const ends = await client.until(isEnd, 2);
    expect(ends[1]).toMatchObject({ complete: true, text: 'You said: still there?' });
    client.cut();
  });

  test('answers messages of one connection in their order', async () => {
    const client = await harness.connect(door('fast'));
    const texts = Array.from({ length: 30 }, (_, i) => `message ${i}`);
    for (const text of texts) client.send(text);
    const ends = await client.until(isEnd, texts.length);
    expect(ends.map((end) => end['text'])).toEqual(texts.map((text) => `You said: ${text}`));
  });

  test('shows both connections of a user every turn, whoever wrote, and nobody else', async () => {
    const one = await harness.connect(door('twin'));
    const two = await harness.connect(door('twin'));
    const other = await harness.connect(door('twin '));
    one.send('from one');
    await two.until(isEnd);
    two.send('from two');
    await Promise.all([one.until(isEnd, 2), two.until(isEnd, 2)]);
    await harness.post('/chat', { message: 'from a request', userId: 'twin' });
    await Promise.all([one.until(isEnd, 3), two.until(isEnd, 3)]);
    expect(one.frames).toEqual(two.frames);
    expect(one.frames.filter(isEnd).map((end) => end['text'])).toEqual([
      'You said: from one',
      'You said: from two',
      'You said: from a request',
    ]);
    expect(other.frames).toEqual([]);
  });

  test('does not mix users whose names are alike', async () => {
    const names = [
      'a.b',
      'a*b',
      'a>b',
      'a b',
      'a',
      'A',
      'a:b',
      'user:a',
      'ä',
      'a\u0308',
      'a/b',
      'a%b',
      '用户',
      '🗼',
      '.',
      '..',
      '>',
      '*',
      'x'.repeat(256),
    ];
    const clients = await Promise.all(names.map((name) => harness.connect(door(name))));
    clients.forEach((client, i) => client.send(`I am number ${i}`));
    await Promise.all(clients.map((client) => client.until(isEnd)));
    clients.forEach((client, i) => {
      expect(client.frames.filter(isEnd)).toEqual([
        expect.objectContaining({ userId: names[i], text: `You said: I am number ${i}` }),
      ]);
    });
  });

  test('closes a connection that sends too much at once, with words, and without filling the log', async () => {
    const neighbour = await harness.connect(door('neighbour'));
    for (let i = 0; i < 5; i += 1) {
      const client = await harness.connect(door('big'));
      client.send('x'.repeat(1024 * 1024));
      expect(await client.ended).toEqual({ code: 1009, reason: 'the frame is too large' });
      expect(client.frames).toEqual([
        expect.objectContaining({ error: expect.stringMatching(/longer than \d+ bytes/) }),
      ]);
    }
    neighbour.send('all well?');
    expect(await neighbour.until(isEnd)).toHaveLength(1);
    expect(harness.logged).toEqual([]);
  });

  test('closes a connection whose text is not UTF-8', async () => {
    const client = await harness.connect(door('broken'));
    client.socket.send(Buffer.from([0xc3, 0x28]), { binary: false });
    expect((await client.ended).code).toBe(1007);
    expect(harness.logged).toEqual([]);
  });
});

test('a turn that fails is one error in the words of its cause', async () => {
  const harness = await startHarness({ agent: failingAgent });
  const client = await harness.connect(door('ada'));
  client.send('hello');
  await client.until(isEnd);
  await harness.close();
  expect(client.frames.filter(isEnd)).toEqual([
    {
      type: 'response',
      error: 'The flight search does not answer.',
      userId: 'ada',
      timestamp: expect.any(Number),
    },
  ]);
});

test('a full mailbox is an error, and what it holds is answered', async () => {
  const stepped = steppedAgent();
  const harness = await startHarness({ agent: stepped.agent, maxQueued: 2 });
  const client = await harness.connect(door('ada'));
  for (let i = 0; i < 5; i += 1) client.send(`message ${i}`);
  const errors = await client.until((frame) => 'error' in frame, 2);
  expect(errors[0]?.['error']).toMatch(/wait for an answer/);
  for (let i = 0; i < 3; i += 1) await stepped.end();
  await client.until((frame) => 'complete' in frame, 3);
  await harness.close();
});

test('a connection that joins in the middle of an answer gets all of it', async () => {
  const stepped = steppedAgent();
  const harness = await startHarness({ agent: stepped.agent });
  const first = await harness.connect(door('ada'));
  first.send('hello');
  await stepped.say('One, ');
  await first.until((frame) => frame['text'] === 'One, ');
  const second = await harness.connect(door('ada'));
  await second.until((frame) => frame['chunk'] === true);
  await stepped.say('two.');
  await stepped.end();
  await second.until(isEnd);
  await harness.close();
  const chunks = second.frames.filter((frame) => frame['chunk']).map((frame) => frame['text']);
  expect(second.frames[0]).toMatchObject({ streaming: true });
  expect(chunks.join('')).toBe('One, two.');
});

test('an agent that fails once starts its answer over', async () => {
  let attempts = 0;
  const flaky = {
    ...echoAgent,
    run: async (...args: Parameters<typeof echoAgent.run>) => {
      attempts += 1;
      if (attempts > 1) return echoAgent.run(...args);
      args[2].text('Half an ans');
      await new Promise((resolve) => setImmediate(resolve));
      throw new TravelError('provider_unavailable', 'The model is gone.');
    },
  };
  const harness = await startHarness({ agent: flaky });
  const client = await harness.connect(door('ada'));
  client.send('hello');
  await client.until(isEnd);
  await harness.close();
  const restart = client.frames.findLastIndex((frame) => frame['streaming'] === true);
  const chunks = client.frames.slice(restart).filter((frame) => frame['chunk']);
  expect(restart).toBeGreaterThan(0);
  expect(chunks.map((frame) => frame['text']).join('')).toBe('You said: hello');
  expect(client.frames.at(-1)).toMatchObject({ complete: true, text: 'You said: hello' });
});
