import { jest } from '@jest/globals';
import { type LinkView, RoomLink } from './room-link.js';
import { readServiceFrame } from './service-frames.js';

/** A socket whose other end is the test. */
class TestSocket {
  readyState = 0;
  readonly sent: Record<string, unknown>[] = [];
  onopen?: () => void;
  onmessage?: (event: { data: string }) => void;
  onclose?: () => void;

  constructor(readonly url: string) {}

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Record<string, unknown>);
  }

  close(): void {
    this.readyState = 3;
    this.onclose?.();
  }

  begin(...members: object[]): void {
    this.readyState = 1;
    this.onopen?.();
    this.hear({ type: 'subscribed', room: 'tokyo', members });
  }

  hear(frame: object | string): void {
    this.onmessage?.({ data: typeof frame === 'string' ? frame : JSON.stringify(frame) });
  }
}

let sockets: TestSocket[];
let link: RoomLink;
const last = (): TestSocket => sockets.at(-1)!;
const view = (): LinkView => link.getView();

beforeEach(() => {
  jest.useFakeTimers();
  sockets = [];
  let ids = 0;
  link = new RoomLink({
    url: 'ws://rt.example/namespaces/local/client?x=1',
    userId: 'ann & co',
    room: 'tokyo',
    open: (url) => {
      const socket = new TestSocket(url);
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    newId: () => `id-${++ids}`,
    random: () => 1,
  });
  link.connect();
});
afterEach(() => {
  link.close();
  jest.useRealTimers();
});

describe('the link to a room', () => {
  it('names the user, enters the room and hears who is there', () => {
    expect(last().url).toBe('ws://rt.example/namespaces/local/client?x=1&userId=ann+%26+co');
    expect(view().phase).toBe('connecting');
    last().begin({ userId: 'ann', status: 'joined' });
    expect(last().sent).toEqual([{ type: 'subscribe', room: 'tokyo' }]);
    last().hear({ type: 'presence', room: 'tokyo', userId: 'bob', name: 'Bob', status: 'joined' });
    expect(view()).toMatchObject({
      phase: 'live',
      present: [{ userId: 'ann' }, { userId: 'bob', name: 'Bob' }],
    });
    last().hear({ type: 'presence', room: 'tokyo', userId: 'ann', status: 'left' });
    expect(view().present.map(({ userId }) => userId)).toEqual(['bob']);
  });

  it('says a message until it is confirmed, over connections, under one id', () => {
    link.say('March?');
    last().begin();
    expect(last().sent[1]).toEqual({
      type: 'message',
      room: 'tokyo',
      id: 'id-1',
      message: { text: 'March?' },
    });
    last().close();
    expect(view()).toMatchObject({ phase: 'lost', sayings: [{ id: 'id-1' }] });
    jest.advanceTimersByTime(500);
    last().begin();
    expect(last().sent[1]).toMatchObject({ id: 'id-1' });
    last().hear({ type: 'ack', id: 'id-1', room: 'tokyo' });
    expect(view().sayings).toEqual([]);
  });

  it('tries again for ever, at growing intervals, and no more once it is closed', () => {
    for (const pause of [500, 1_000, 2_000]) {
      const before = sockets.length;
      last().close();
      jest.advanceTimersByTime(pause - 1);
      expect(sockets).toHaveLength(before);
      jest.advanceTimersByTime(1);
      expect(sockets).toHaveLength(before + 1);
    }
    link.close();
    const closed = sockets.length;
    jest.advanceTimersByTime(120_000);
    expect(sockets).toHaveLength(closed);
  });

  it('shows that an answer is being written while the service says so', () => {
    last().begin();
    const hear = (message: object) => last().hear({ type: 'message', room: 'tokyo', message });
    const seen = [
      { type: 'agent_response', text: '', streaming: true },
      { type: 'agent_response', text: 'He', chunk: true },
      { text: 'from a member' },
      { type: 'agent_response', text: 'Hello', complete: true },
    ].map((message) => {
      hear(message);
      return view().answering;
    });
    expect(seen).toEqual([true, true, true, false]);
  });

  it('tells what was refused, and does not say it again', () => {
    link.say('too much');
    last().begin();
    last().hear({ type: 'error', id: 'id-1', code: 'rate_limited', message: 'Too many messages' });
    expect(view()).toMatchObject({ refused: 'Too many messages', sayings: [] });
    link.say('less');
    expect(view().refused).toBeUndefined();
  });

  it('is not disturbed by what it does not know', () => {
    last().begin();
    const before = view();
    for (const frame of ['no json', '[]', 'null', { type: 'news' }, { type: 'presence' }, { type: 'ack' }])
      last().hear(frame);
    expect(view()).toEqual(before);
  });
});

describe('a frame of the service', () => {
  it.each([
    [
      { type: 'subscribed', members: [{ userId: 'a' }, { name: 'x' }, 7] },
      { type: 'subscribed', members: [{ userId: 'a', status: 'joined' }] },
    ],
    [{ type: 'subscribed' }, { type: 'subscribed', members: [] }],
    [{ type: 'error' }, { type: 'error', message: 'The realtime service refused that.' }],
    [
      { type: 'message', message: 5 },
      { type: 'message', message: 5 },
    ],
  ])('%j', (frame, read) => {
    expect(readServiceFrame(JSON.stringify(frame))).toEqual(read);
  });
});
