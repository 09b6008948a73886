import { echoAgent, steppedAgent } from './agents.js';
import { type Harness, type HarnessOptions, startHarness } from './harness.js';
import { type Frame, type TestClient } from './test-client.js';

const open = (harness: Harness, query = '', path = '/ws') =>
  harness.connect(`${path}?userId=ada${query}`, { protocols: ['travellite.v1'] });

const say = (client: TestClient, id: string, text = `message ${id}`) =>
  client.send({ type: 'user_message', id, text });

const events = (client: TestClient) => client.frames.filter((frame) => 'seq' in frame && 'turn' in frame);
const seqs = (client: TestClient) => events(client).map((frame) => frame['seq']);

/** The answer as a client puts it together from deltas, checkpoints and the response. */
function textOf(frames: Frame[], turn: string): string {
  let text = '';
  for (const frame of frames) {
    if (frame['turn'] !== turn) continue;
    if (frame['type'] === 'response') return frame['text'] as string;
    if (frame['type'] === 'text_reset') text = '';
    const offset = frame['offset'] as number;
    if (frame['type'] === 'text' && offset <= text.length) {
      text += (frame['delta'] as string).slice(text.length - offset);
    }
  }
  return text;
}

async function withHarness(
  options: HarnessOptions,
  work: (harness: Harness) => Promise<void>,
): Promise<void> {
  const harness = await startHarness(options);
  try {
    await work(harness);
  } finally {
    await harness.close();
  }
}

describe('connecting', () => {
  test('begins with welcome and a snapshot', () =>
    withHarness({}, async (harness) => {
      const client = await open(harness);
      await client.type('snapshot');
      expect(client.frames).toEqual([
        {
          type: 'welcome',
          conversation: 'user:ada',
          connection: expect.stringMatching(/\w{8}/),
          epoch: expect.any(Number),
          seq: 0,
          limits: { maxTextLength: 16_000, maxFrameBytes: 262_144, maxQueued: 64 },
        },
        { type: 'snapshot', epoch: expect.any(Number), seq: 0, view: { history: [] }, queued: [] },
      ]);
    }));

  test('shows history and trip of a conversation that went on elsewhere', () =>
    withHarness({}, async (harness) => {
      await harness.post('/chat', { message: 'hello', userId: 'ada' });
      const client = await open(harness);
      const snapshot = await client.type('snapshot');
      expect(snapshot['view']).toMatchObject({
        history: [
          { role: 'user', text: 'hello' },
          { role: 'assistant', text: 'You said: hello' },
        ],
        trip: { plan: [] },
      });
    }));

  test.each(['/api/gateway/ws', '/ws/chat'])('works on %s, too, by the subprotocol', (path) =>
    withHarness({}, async (harness) => {
      const client = await open(harness, '', path);
      expect(await client.type('welcome')).toMatchObject({ conversation: 'user:ada' });
    }),
  );

  test('works on its path without the subprotocol', () =>
    withHarness({}, async (harness) => {
      const client = await harness.connect('/ws?userId=ada');
      await client.type('snapshot');
    }));
});

describe('a message', () => {
  let harness: Harness;
  beforeAll(async () => void (harness = await startHarness()));
  afterAll(() => harness.close());

  test('is acknowledged and answered with every event, numbered without a hole', async () => {
    const client = await open(harness);
    say(client, 'm1', 'hello');
    await client.type('done');
    expect(await client.type('ack')).toEqual({
      type: 'ack',
      id: 'm1',
      status: 'accepted',
      turn: 'm1',
      position: 0,
    });
    const types = events(client).map((frame) => frame['type']);
    expect(types.slice(0, 2)).toEqual(['message', 'turn_started']);
    expect(types.slice(-2)).toEqual(['response', 'done']);
    expect(seqs(client)).toEqual(types.map((_, i) => i + 1));
    expect(events(client)[0]).toMatchObject({
      conversation: 'user:ada',
      turn: 'm1',
      message: { text: 'hello', author: { userId: 'ada' }, door: 'native' },
    });
    const deltas = client.frames.filter((frame) => frame['type'] === 'text' && !('seq' in frame));
    expect(deltas.length).toBeGreaterThan(1);
    expect(textOf(deltas, 'm1')).toBe('You said: hello');
  });

  test('sent again is a duplicate and runs once', async () => {
    const client = await open(harness);
    say(client, 'twice');
    await client.type('done');
    say(client, 'twice');
    const [, second] = await client.until((frame) => frame['type'] === 'ack', 2);
    expect(second).toEqual({ type: 'ack', id: 'twice', status: 'duplicate', turn: 'twice' });
    client.send({ type: 'ping', id: 'after' });
    await client.type('pong');
    expect(client.types.filter((type) => type === 'done')).toHaveLength(1);
  });

  test('keeps what the client says of itself', async () => {
    const client = await open(harness);
    client.send({ type: 'user_message', id: 'l1', text: 'hi', locale: 'de-AT', timeZone: 'Europe/Vienna' });
    expect((await client.type('message'))['message']).toMatchObject({
      locale: 'de-AT',
      timeZone: 'Europe/Vienna',
    });
  });

  test.each([
    ['an empty text', { type: 'user_message', id: 'x', text: ' ' }, 'invalid'],
    ['a lone surrogate', { type: 'user_message', id: 'x', text: '\ud800' }, 'invalid'],
    ['a long text', { type: 'user_message', id: 'x', text: 'x'.repeat(20_000) }, 'too_large'],
    ['a number', { type: 'user_message', id: 'x', text: 7 }, 'invalid'],
  ])('with %s is rejected', async (_name, frame, code) => {
    const client = await open(harness);
    client.send(frame);
    expect(await client.type('ack')).toEqual({
      type: 'ack',
      id: 'x',
      status: 'rejected',
      error: { code, message: expect.any(String), retryable: false },
    });
  });

  test.each([
    ['text that is not JSON', 'hello', undefined],
    ['an unknown command', { type: 'dance', id: 'd1' }, 'd1'],
    ['a list', [], undefined],
    ['bytes', Buffer.from('{}'), undefined],
    ['a command without id', { type: 'ping' }, undefined],
  ])('%s is an error', async (_name, frame, id) => {
    const client = await open(harness);
    client.send(frame);
    const error = await client.type('error');
    expect(error).toMatchObject({ code: expect.stringMatching(/bad_frame|invalid/), retryable: false });
    expect(error['id']).toBe(id);
    client.send({ type: 'ping', id: 'p' });
    expect(await client.type('pong')).toEqual({ type: 'pong', id: 'p' });
  });
});

test('messages behind a running one are queued, refused when asked to be, and refused when too many', () => {
  const stepped = steppedAgent();
  return withHarness({ agent: stepped.agent, maxQueued: 1 }, async (harness) => {
    const client = await open(harness);
    say(client, 'a');
    await client.type('turn_started');
    client.send({ type: 'user_message', id: 'c', text: 'now or never', onBusy: 'reject' });
    say(client, 'b');
    say(client, 'd');
    const acks = await client.until((frame) => frame['type'] === 'ack', 4);
    expect(acks).toEqual([
      { type: 'ack', id: 'a', status: 'accepted', turn: 'a', position: 0 },
      expect.objectContaining({
        id: 'c',
        status: 'rejected',
        error: expect.objectContaining({ code: 'busy', retryable: true }),
      }),
      { type: 'ack', id: 'b', status: 'queued', turn: 'b', position: 1 },
      expect.objectContaining({
        id: 'd',
        status: 'rejected',
        error: expect.objectContaining({ code: 'queue_full' }),
      }),
    ]);
    const late = await open(harness);
    expect(await late.type('snapshot')).toMatchObject({
      running: { turn: 'a', text: '' },
      queued: [{ turn: 'b', message: { text: 'message b' } }],
    });
    await stepped.end();
    await stepped.end();
    await client.type('done', 2);
  });
});

describe('resuming', () => {
  test('by the address brings what was missed, then goes on live', () =>
    withHarness({}, async (harness) => {
      const first = await open(harness);
      say(first, 'm1');
      await first.type('done');
      const { epoch, seq } = first.frames.at(-1) as { epoch: number; seq: number };
      first.cut();
      await harness.post('/chat', { message: 'meanwhile', userId: 'ada' });
      const second = await open(harness, `&epoch=${epoch}&seq=${seq}`);
      const replayed = await second.type('replayed');
      expect(second.types).toEqual([
        'welcome',
        'message',
        'turn_started',
        ...second.types.slice(3, -1),
        'replayed',
      ]);
      say(second, 'm2');
      await second.type('done', 2);
      expect(seqs(second)).toEqual(seqs(second).map((_, i) => seq + 1 + i));
      expect(replayed['to']).toBe(
        events(second)
          .filter((frame) => frame['turn'] !== 'm2')
          .at(-1)?.['seq'],
      );
    }));

  test('with nothing missed says so', () =>
    withHarness({}, async (harness) => {
      await harness.post('/chat', { message: 'hello', userId: 'ada' });
      const { epoch, seq } = await harness.conversations.snapshot('user:ada');
      const client = await open(harness, `&epoch=${epoch}&seq=${seq}`);
      await client.type('replayed');
      expect(client.frames[0]).toMatchObject({ type: 'welcome', epoch, seq });
      expect(client.frames.slice(1)).toEqual([{ type: 'replayed', to: seq }]);
    }));

  test.each([
    ['another epoch', (epoch: number, seq: number) => [epoch + 1, seq], /epoch_changed|unknown_position/],
    [
      'a position that is not there yet',
      (epoch: number, seq: number) => [epoch, seq + 100],
      /unknown_position/,
    ],
  ])('from %s is a gap and a snapshot', (_name, ask, reason) =>
    withHarness({}, async (harness) => {
      await harness.post('/chat', { message: 'hello', userId: 'ada' });
      const at = await harness.conversations.snapshot('user:ada');
      const [epoch, seq] = ask(at.epoch, at.seq);
      const client = await open(harness, `&epoch=${epoch}&seq=${seq}`);
      await client.type('snapshot');
      expect(client.types).toEqual(['welcome', 'gap', 'snapshot']);
      expect(client.frames[1]?.['reason']).toMatch(reason);
      say(client, 'm1');
      await client.type('done');
      expect(seqs(client)[0]).toBe(at.seq + 1);
    }),
  );

  test('from a position that was trimmed is a gap and a snapshot', () =>
    withHarness({ maxEvents: 5 }, async (harness) => {
      const { epoch } = await harness.conversations.snapshot('user:ada');
      for (let i = 0; i < 10; i += 1) await harness.post('/chat', { message: 'hello', userId: 'ada' });
      const client = await open(harness, `&epoch=${epoch}&seq=1`);
      await client.type('snapshot');
      expect(client.types).toEqual(['welcome', 'gap', 'snapshot']);
    }));

  test('by command on an open connection replays, and goes on', () =>
    withHarness({}, async (harness) => {
      const client = await open(harness);
      say(client, 'm1');
      await client.type('done');
      const before = client.frames.length;
      const { epoch, seq } = client.frames.at(-1) as { epoch: number; seq: number };
      client.send({ type: 'resume', id: 'r1', epoch, seq: 1 });
      await client.type('replayed');
      const again = client.frames.slice(before);
      expect(again[0]).toEqual({ type: 'ack', id: 'r1', status: 'accepted' });
      expect(again.slice(1, -1).map((frame) => frame['seq'])).toEqual(
        Array.from({ length: seq - 1 }, (_, i) => i + 2),
      );
      expect(again.at(-1)).toEqual({ type: 'replayed', to: seq });
      say(client, 'm2');
      await client.type('done', 3);
      expect(client.frames.at(-1)?.['turn']).toBe('m2');
    }));

  test('in the middle of an answer gets all of its text', () => {
    const stepped = steppedAgent();
    return withHarness({ agent: stepped.agent }, async (harness) => {
      const first = await open(harness);
      say(first, 'm1');
      await stepped.say('One, ');
      await first.until((frame) => frame['type'] === 'text' && 'seq' in frame);
      await stepped.say('two, ');
      await first.until((frame) => frame['delta'] === 'two, ');
      const joining = await open(harness);
      const snapshot = await joining.type('snapshot');
      await stepped.say('three.');
      await stepped.end();
      await joining.type('response');
      const shown = { turn: 'm1', type: 'text', delta: (snapshot['running'] as Frame)['text'], offset: 0 };
      const heard = joining.frames.filter((frame) => frame['type'] === 'text');
      expect(textOf([shown, ...heard], 'm1')).toBe('One, two, three.');
    });
  });

  test('many times during a long answer never leaves a hole or doubles an event', () =>
    withHarness({ agent: echoAgent }, async (harness) => {
      const writer = await open(harness);
      const turns = 30;
      const writing = (async () => {
        for (let i = 0; i < turns; i += 1) {
          say(writer, `w${i}`);
          await writer.type('done', i + 1);
        }
      })();
      let position: { epoch: number; seq: number } | undefined;
      let heard: unknown[] = [];
      for (let round = 0; round < 12; round += 1) {
        const query = position ? `&epoch=${position.epoch}&seq=${position.seq}` : '&epoch=1&seq=0';
        const reader = await open(harness, query);
        await reader.type('replayed');
        await reader.until((frame) => 'seq' in frame && 'turn' in frame, round % 3);
        reader.cut();
        heard = heard.concat(seqs(reader));
        const last = events(reader).at(-1) as { epoch: number; seq: number } | undefined;
        position = last ?? position;
      }
      await writing;
      expect(heard).toEqual(heard.map((_, i) => i + 1));
    }));
});

test('clients are told before a restart, and closed with 1012', () =>
  withHarness({}, async (harness) => {
    const native = await open(harness);
    const gateway = await harness.connect('/api/gateway/ws?userId=ada');
    const trip = await harness.connect('/ws/chat');
    await native.type('snapshot');
    harness.gateway.drain();
    await native.type('going_away');
    await expect(harness.connect('/ws/chat')).rejects.toThrow(/503/);
    say(native, 'last');
    await native.type('done');
    const closing = harness.gateway.close();
    const ends = await Promise.all([native.ended, gateway.ended, trip.ended]);
    await closing;
    expect(ends).toEqual(Array(3).fill({ code: 1012, reason: 'the server restarts' }));
  }));
