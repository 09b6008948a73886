import fc from 'fast-check';
import { type EventBody, type UserMessage } from '@travellite/protocol';
import { fakeConnection } from '../testing/fake-connection.js';
import { FakeConversation } from '../testing/fake-conversation.js';
import { Hub } from './hub.js';
import { NativeChannel } from './native-channel.js';
import { catchUp } from './native-join.js';

const started: EventBody = { type: 'turn_started' };
const many = (count: number): EventBody[] => Array.from({ length: count }, () => started);
const message: UserMessage = { text: 'hi', author: { userId: 'ada' }, ts: 1, door: 'native' };

async function open() {
  const fake = new FakeConversation();
  const hub = new Hub(fake.conversation, fake.ports);
  const join = (after?: { epoch: number; seq: number }, welcome = true) => {
    const client = fakeConnection();
    client.held = [];
    hub.channel(NativeChannel, () => new NativeChannel(() => undefined)).members.add(client);
    const joined = catchUp(
      client,
      hub,
      fake.ports.conversations,
      after,
      welcome ? { connection: 'c1' } : undefined,
    );
    return { client, joined };
  };
  return { fake, hub, join };
}
type Frames = { frames: Record<string, unknown>[] };
const types = ({ frames }: Frames) => frames.map((frame) => frame['type']);
const seqs = ({ frames }: Frames) =>
  frames.filter((frame) => 'turn' in frame && 'seq' in frame).map((frame) => frame['seq']);

describe('catching up', () => {
  test('reads a long log page by page, and welcomes with its head', async () => {
    const { fake, hub, join } = await open();
    fake.write('t', ...many(600));
    await hub.open();
    const { client, joined } = join({ epoch: 1, seq: 100 });
    await joined;
    expect(client.frames[0]).toMatchObject({ type: 'welcome', epoch: 1, seq: 600 });
    expect(seqs(client)).toEqual(Array.from({ length: 500 }, (_, i) => 101 + i));
    expect(client.frames.at(-1)).toEqual({ type: 'replayed', to: 600 });
  });

  test('sends what was heard meanwhile once, after what was read', async () => {
    const { fake, hub, join } = await open();
    fake.write('t', ...many(3));
    await hub.open();
    const { client, joined } = join({ epoch: 1, seq: 0 });
    fake.publish(fake.write('t', started, started));
    await joined;
    fake.publish(fake.write('t', started));
    expect(seqs(client)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('shows a snapshot with what runs and waits', async () => {
    const { fake, hub, join } = await open();
    fake.write('t', started);
    fake.running = { turn: 't', message, text: 'One ', fence: 2 };
    await hub.open();
    fake.live('t', 4, 'two', 2);
    await new Promise(setImmediate);
    const { client, joined } = join();
    await joined;
    expect(types(client)).toEqual(['welcome', 'snapshot', 'text']);
    expect(client.frames[1]).toMatchObject({ seq: 1, running: { turn: 't', text: 'One ' }, queued: [] });
    expect(client.frames[2]).toMatchObject({ turn: 't', fence: 2, offset: 0, delta: 'One two' });
  });

  test('after a gap shows a snapshot, with one welcome only', async () => {
    const { fake, hub, join } = await open();
    fake.write('t', started);
    await hub.open();
    const { client, joined } = join({ epoch: 9, seq: 4 });
    await joined;
    expect(types(client)).toEqual(['welcome', 'gap', 'snapshot']);
  });

  test('again on an open connection welcomes nobody', async () => {
    const { fake, hub, join } = await open();
    fake.write('t', started);
    await hub.open();
    const { client, joined } = join({ epoch: 1, seq: 0 }, false);
    await joined;
    expect(types(client)).toEqual(['turn_started', 'replayed']);
  });

  test('does not skip what a log that lags behind cannot show yet', async () => {
    const { fake, hub, join } = await open();
    await hub.open();
    const { client, joined } = join({ epoch: 1, seq: 0 });
    const ahead = fake.write('t', started, started);
    fake.log.length = 0;
    client.held?.push(...ahead.slice(1));
    await expect(joined).rejects.toMatchObject({ code: 'provider_unavailable' });
    expect(seqs(client)).toEqual([]);
  });

  test('of a client that left ends', async () => {
    const { fake, hub, join } = await open();
    fake.write('t', ...many(600));
    await hub.open();
    const { client, joined } = join({ epoch: 1, seq: 0 });
    Object.assign(client, { open: false });
    await joined;
    expect(seqs(client)).toEqual([]);
  });
});

test('whatever is written, published, lost or doubled around it, a client hears every event once and in order', async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('write' as const), count: fc.integer({ min: 1, max: 3 }) }),
    fc.record({
      kind: fc.constantFrom('publish', 'lose', 'double', 'wait', 'join', 'interrupt' as const),
      count: fc.constant(1),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.nat(3), async (steps, known) => {
      const { fake, hub, join } = await open();
      fake.write('t', ...many(3));
      await hub.open();
      const first = join({ epoch: 1, seq: known });
      const clients = [{ ...first, from: known }];
      let unpublished = fake.log.slice(3);
      for (const { kind, count } of steps) {
        if (kind === 'write') unpublished.push(...fake.write('t', ...many(count)));
        if (kind === 'publish' || kind === 'double') fake.publish(unpublished);
        if (kind === 'publish' || kind === 'lose') unpublished = [];
        if (kind === 'join') clients.push({ ...join({ epoch: 1, seq: known }), from: known });
        if (kind === 'interrupt') for (const subscriber of fake.subscribers) subscriber.onInterrupted?.();
        if (kind === 'wait') await new Promise(setImmediate);
      }
      fake.publish(fake.write('t', started));
      await Promise.all(clients.map(({ joined }) => joined));
      await new Promise(setImmediate);
      const all = Array.from({ length: fake.log.length - known }, (_, i) => known + 1 + i);
      for (const { client } of clients) expect(seqs(client)).toEqual(all);
    }),
    { numRuns: 150 },
  );
});
