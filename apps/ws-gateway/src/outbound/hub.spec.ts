import { TravelError } from '@travellite/protocol';
import { fakeConnection } from '../testing/fake-connection.js';
import { FakeConversation } from '../testing/fake-conversation.js';
import { GatewayChannel } from './gateway-channel.js';
import { Hub } from './hub.js';
import { NativeChannel } from './native-channel.js';

const settled = () => new Promise((resolve) => setImmediate(resolve));
const started = { type: 'turn_started' } as const;
const response = (text: string) => ({ type: 'response', text }) as const;
const done = { type: 'done', status: 'complete' } as const;

async function openHub(prepare: (fake: FakeConversation) => void = () => undefined) {
  const fake = new FakeConversation();
  prepare(fake);
  const hub = new Hub(fake.conversation, fake.ports);
  await hub.open();
  const gateway = fakeConnection();
  hub.channel(GatewayChannel, () => new GatewayChannel('ada', hub.running, 1)).join(gateway, 1);
  const rejoined: unknown[] = [];
  const native = fakeConnection();
  hub.channel(NativeChannel, () => new NativeChannel((member) => rejoined.push(member))).members.add(native);
  native.cursor = fake.head.seq;
  native.epoch = fake.epoch;
  return { fake, hub, gateway, native, rejoined };
}
type Frames = { frames: Record<string, unknown>[] };
const chunks = ({ frames }: Frames) => frames.filter((frame) => frame['chunk']).map((frame) => frame['text']);
const seqs = ({ frames }: Frames) => frames.filter((frame) => 'seq' in frame).map((frame) => frame['seq']);

describe('a hub', () => {
  test('hands events on once and in order, whatever the bus does with them', async () => {
    const { fake, native, gateway } = await openHub();
    const [first = [], second = [], third = []] = [
      fake.write('t', started),
      fake.write('t', response('Hello')),
      fake.write('t', done),
    ];
    fake.publish(first);
    fake.publish(third);
    fake.publish(first);
    fake.publish(second);
    await settled();
    fake.publish(third);
    expect(seqs(native)).toEqual([1, 2, 3]);
    expect(gateway.frames.filter((frame) => frame['complete'])).toHaveLength(1);
  });

  test('fills what was never published from the log', async () => {
    const { fake, native } = await openHub();
    fake.write('t', started, response('Hello'), done);
    fake.publish(fake.write('u', started));
    await settled();
    expect(seqs(native)).toEqual([1, 2, 3, 4]);
  });

  test('looks into the log after an interruption', async () => {
    const { fake, native } = await openHub();
    fake.write('t', started, response('Hello'), done);
    for (const subscriber of fake.subscribers) subscriber.onInterrupted?.();
    await settled();
    expect(seqs(native)).toEqual([1, 2, 3]);
  });

  test('puts text together for door 1 and leaves it as it is for the native door', async () => {
    const { fake, native, gateway } = await openHub();
    fake.publish(fake.write('t', started));
    fake.live('t', 0, 'One ');
    fake.live('t', 0, 'One ');
    fake.live('t', 8, 'three');
    fake.publish(fake.write('t', { type: 'text', delta: 'One two ', offset: 0, fence: 1 }));
    expect(chunks(gateway).join('')).toBe('One two three');
    expect(native.frames.filter((frame) => frame['type'] === 'text' && !('seq' in frame))).toHaveLength(3);
  });

  test('begins again when another attempt does', async () => {
    const { fake, gateway } = await openHub();
    fake.publish(fake.write('t', started));
    fake.live('t', 0, 'Hal', 1);
    fake.live('t', 0, 'Hello', 2);
    fake.live('t', 3, 'lo', 1);
    fake.publish(fake.write('t', response('Hello'), done));
    expect(gateway.frames.map((frame) => ('streaming' in frame ? 'begin' : frame['text']))).toEqual([
      'begin',
      'Hal',
      'begin',
      'Hello',
      'Hello',
    ]);
  });

  test('knows the answer that runs when it opens', async () => {
    const message = { text: 'hi', author: { userId: 'ada' }, ts: 1, door: 'gateway' } as const;
    const { fake, gateway } = await openHub((conversation) => {
      conversation.write('t', started);
      conversation.running = { turn: 't', message, text: 'One ', fence: 3 };
    });
    fake.live('t', 4, 'two', 3);
    await settled();
    expect(chunks(gateway)).toEqual(['One ', 'two']);
  });

  test('keeps text from a client that is behind, and then gives it all at once', async () => {
    const { fake, gateway, native } = await openHub();
    fake.publish(fake.write('t', started));
    fake.live('t', 0, 'One ');
    gateway.slow = true;
    native.slow = true;
    fake.live('t', 4, 'two ');
    fake.live('t', 8, 'three ');
    gateway.slow = false;
    fake.live('t', 14, 'four');
    expect(chunks(gateway)).toEqual(['One ', 'two three four']);
    expect(native.frames.filter((frame) => frame['delta'])).toHaveLength(1);
  });

  test('tells a native client of a gap, and a waiting request that its end was lost', async () => {
    const { fake, hub, native, rejoined } = await openHub((conversation) => conversation.write('s', started));
    const end = hub.turns.end('t');
    fake.epoch = 2;
    fake.publish(fake.write('u', started));
    await settled();
    expect(native.frames).toEqual([{ type: 'gap', reason: 'epoch_changed' }]);
    expect(rejoined).toEqual([native]);
    expect(await end).toBe('lost');
  });

  test('ends its connections when the log cannot be read for good', async () => {
    const { fake, native, gateway } = await openHub();
    fake.answer = () => Promise.reject(new TravelError('conflict', 'The data is newer than this program.'));
    fake.write('t', started);
    fake.publish(fake.write('t', done));
    await settled();
    for (const connection of [native, gateway]) {
      expect(connection.frames).toEqual([{ refused: 'The data is newer than this program.' }]);
      expect(connection.closedWith).toEqual([1011]);
    }
  });

  test('that is closed while it opens leaves no subscription', async () => {
    const fake = new FakeConversation();
    const hub = new Hub(fake.conversation, fake.ports);
    const opening = hub.open();
    await hub.close();
    await opening;
    expect(fake.subscribers.size).toBe(0);
  });
});

describe('waiting for a turn', () => {
  test('ends with its done, after its events', async () => {
    const { fake, hub } = await openHub();
    const heard: string[] = [];
    const end = hub.turns.end('t', (event) => heard.push(event.type));
    fake.publish(fake.write('t', started, response('Hello')));
    fake.publish(fake.write('other', started));
    fake.publish(fake.write('t', done));
    expect(await end).toBe('done');
    expect(heard).toEqual(['turn_started', 'response', 'done']);
  });

  test('ends with the hub', async () => {
    const { hub } = await openHub();
    const end = hub.turns.end('t');
    await hub.close();
    expect(await end).toBe('lost');
  });
});
