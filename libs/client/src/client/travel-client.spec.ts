import fc from 'fast-check';
import { TravelError } from '@travellite/protocol';
import { FakeClock } from '../../test/fake-clock.js';
import { fakeSockets } from '../../test/fake-socket.js';
import { event, live, message, snapshot, welcome } from '../../test/frames.js';
import { ModelServer } from '../../test/model-server.js';
import { shownText } from '../text/assembly.js';
import { ConversationStore } from '../store/conversation-store.js';
import { type ClientEvents, type ClientOptions } from './options.js';
import { TravelClient } from './travel-client.js';

function setup(options: Partial<ClientOptions> = {}) {
  const clock = new FakeClock();
  const { WebSocket, sockets, last } = fakeSockets();
  let next = 0;
  const all: ClientOptions = {
    url: 'ws://localhost:3000/ws',
    userId: 'ada',
    WebSocket,
    clock,
    random: () => 0.5,
    newId: () => `id-${++next}`,
    ...options,
  };
  return { all, clock, sockets, last, client: new TravelClient(all) };
}

/** A client that is caught up with an empty conversation. */
function connected(options: Partial<ClientOptions> = {}) {
  const all = setup(options);
  all.client.connect();
  letIn(all.last());
  return all;
}

function letIn(socket: ReturnType<ReturnType<typeof fakeSockets>['last']>, seq = 0) {
  socket.tell('open');
  socket.frame(welcome(1, seq));
  socket.frame(snapshot({ seq }));
}

const collect = <Name extends keyof ClientEvents>(client: TravelClient, name: Name) => {
  const seen: ClientEvents[Name][] = [];
  client.on(name, (value) => seen.push(value));
  return seen;
};

describe('connecting', () => {
  it('asks for the native protocol and names the user', () => {
    const { client, last } = setup({ userId: 'a.b *>ü' });
    client.connect();
    const url = new URL(last().url);
    expect(url.searchParams.get('userId')).toBe('a.b *>ü');
    expect([url.searchParams.has('epoch'), last().protocols]).toEqual([false, ['travellite.v1']]);
  });

  it('is live after welcome and snapshot', () => {
    const { client, last } = setup();
    const seen = collect(client, 'connection');
    client.connect();
    letIn(last());
    expect(seen.map(({ phase }) => phase)).toEqual(['connecting', 'greeting', 'catching_up', 'live']);
  });

  it('takes http addresses and keeps further query parameters', () => {
    const { client, last } = setup({ url: 'https://host/ws', query: { token: 't' } });
    client.connect();
    expect(last().url).toBe('wss://host/ws?token=t&userId=ada');
  });

  it('refuses an address that is none', () => {
    expect(() => setup({ url: 'nowhere' })).toThrow('Invalid URL');
  });

  it('does not connect twice', () => {
    const { client, sockets } = connected();
    client.connect();
    expect(sockets).toHaveLength(1);
  });

  it('counts a socket that cannot be made as a lost connection', () => {
    class Forbidden {
      constructor() {
        throw new Error('insecure');
      }
    }
    const { client } = setup({ WebSocket: Forbidden as never });
    client.connect();
    expect(client.connection.phase).toBe('waiting');
  });
});

describe('reconnecting', () => {
  it('tells when the next attempt is and continues from the last event', () => {
    const { client, clock, last, sockets } = connected();
    last().frame(event(1, 't1', { type: 'turn_started' }));
    last().lose();
    expect(client.connection).toMatchObject({ phase: 'waiting', retryAt: clock.now() + 1000 });
    clock.advance(999);
    expect(sockets).toHaveLength(1);
    clock.advance(1);
    expect(new URL(last().url).search).toBe('?userId=ada&epoch=1&seq=1');
  });

  it('tries at once when the network is back', () => {
    const { client, last, sockets } = connected();
    last().lose();
    client.wake();
    expect(sockets).toHaveLength(2);
  });

  it('hears nothing from a socket it gave up', () => {
    const { client, clock, last, sockets } = connected();
    const seen = collect(client, 'frame');
    clock.advance(25_000);
    expect(last().sent).toMatchObject([{ type: 'ping' }]);
    clock.advance(10_000);
    expect(last().closedWith).toBe(4000);
    sockets[0]?.frame(event(1, 't1', { type: 'turn_started' }));
    sockets[0]?.lose();
    expect(seen).toEqual([]);
    expect(client.connection.phase).toBe('waiting');
  });

  it('lives on when the probe is answered', () => {
    const { client, clock, last } = connected();
    clock.advance(25_000);
    last().frame({ type: 'pong', id: 'x' });
    clock.advance(24_000);
    expect(client.connection.phase).toBe('live');
  });

  it('gives up a server that lets it in and says nothing', () => {
    const { client, clock, last } = setup();
    client.connect();
    last().tell('open');
    clock.advance(10_000);
    expect(client.connection.phase).toBe('waiting');
  });

  it('stops when it is turned away, and says why', () => {
    const { client, clock, last, sockets } = connected();
    last().lose(4401, 'token expired');
    clock.advance(3_600_000);
    expect(client.connection).toEqual({ phase: 'refused', code: 4401, reason: 'token expired' });
    expect(sockets).toHaveLength(1);
  });

  it('leaves no timer and no socket behind after close', async () => {
    const { client, clock, last } = connected();
    const { settled } = client.send('hello');
    client.close();
    client.close();
    expect([clock.pending, last().closedWith]).toEqual([0, 1000]);
    expect(await settled).toMatchObject({ status: 'rejected', error: { code: 'cancelled' } });
  });
});

describe('frames', () => {
  it('are passed on once and in order', () => {
    const { client, last } = connected();
    const seen = collect(client, 'frame');
    for (const seq of [1, 1, 2, 1, 3])
      last().frame(event(seq, 't1', { type: 'progress', text: String(seq) }));
    expect(seen.map((frame) => 'seq' in frame && frame.seq)).toEqual([1, 2, 3]);
  });

  it('of an unknown type are not passed on, but their number counts', () => {
    const { client, last } = connected();
    const seen = collect(client, 'frame');
    last().frame({ ...event(1, 't1', { type: 'turn_started' }), type: 'hologram' });
    last().frame({ type: 'telepathy' });
    last().tell('message', { data: 'not json' });
    last().tell('message', { data: new ArrayBuffer(4) });
    last().frame(event(2, 't1', { type: 'turn_started' }));
    expect(seen).toHaveLength(1);
    expect(client.position).toEqual({ epoch: 1, seq: 2 });
  });

  it.each([
    ['skips a number', event(3, 't', { type: 'turn_started' })],
    ['is of a higher epoch', event(1, 't', { type: 'turn_started' }, 2)],
    ['ends a replay too early', { type: 'replayed' as const, to: 9 }],
  ])('that %s make it ask for a snapshot', (_name, frame) => {
    const { client, clock, last } = connected();
    const seen = collect(client, 'frame');
    last().frame(frame);
    expect(seen).toEqual([]);
    expect(client.connection.phase).toBe('waiting');
    clock.advance(1000);
    expect(new URL(last().url).searchParams.has('seq')).toBe(false);
  });

  it('between gap and snapshot are dropped', () => {
    const { client, last } = connected();
    const seen = collect(client, 'frame');
    last().frame({ type: 'gap', reason: 'epoch_changed' });
    last().frame(event(7, 't', { type: 'turn_started' }, 2));
    last().frame(snapshot({ epoch: 2, seq: 7 }));
    last().frame(event(8, 't', { type: 'turn_started' }, 2));
    expect(seen.map(({ type }) => type)).toEqual(['gap', 'snapshot', 'turn_started']);
  });

  it('of another conversation than before are not mixed in', () => {
    const { client, clock, last } = connected();
    last().frame(event(1, 't', { type: 'turn_started' }));
    last().lose();
    clock.advance(1000);
    last().tell('open');
    last().frame({ ...welcome(), conversation: 'user:eve' });
    clock.advance(1500);
    expect(new URL(last().url).searchParams.has('seq')).toBe(false);
    letIn(last());
    expect(client.connection.phase).toBe('live');
  });
});

describe('messages', () => {
  it('wait for a connection and are settled by their ack', async () => {
    const { client, last } = setup();
    client.connect();
    const { id, settled } = client.send('hello', { timeZone: 'Europe/Paris' });
    expect(last().sent).toEqual([]);
    letIn(last());
    expect(last().sent).toEqual([{ type: 'user_message', id, text: 'hello', timeZone: 'Europe/Paris' }]);
    last().frame({ type: 'ack', id, status: 'queued', position: 2 });
    expect(await settled).toEqual({ id, status: 'queued', position: 2 });
    expect(client.outbox).toEqual([]);
  });

  it('go out again under the same id after a loss, oldest first', () => {
    const { client, clock, last } = connected();
    client.send('one');
    client.send('two');
    last().frame({ type: 'ack', id: 'id-1', status: 'accepted' });
    last().lose();
    client.send('three');
    clock.advance(1000);
    letIn(last());
    expect(last().sent.map(({ text }) => text)).toEqual(['two', 'three']);
    expect(last().sent[0]).toMatchObject({ id: 'id-2' });
  });

  it('go out again on the same connection when no ack comes', () => {
    const { client, clock, last } = connected();
    client.send('one');
    clock.advance(10_000);
    expect(last().sent.filter(({ type }) => type === 'user_message')).toHaveLength(2);
  });

  it.each([
    ['an event of its turn', event(1, 'id-1', { type: 'message', message: message('one') }), 'accepted'],
    [
      'an error with its id',
      { type: 'error', id: 'id-1', code: 'invalid', message: 'no', retryable: false },
      'rejected',
    ],
    [
      'a rejecting ack',
      {
        type: 'ack',
        id: 'id-1',
        status: 'rejected',
        error: { code: 'queue_full', message: 'full', retryable: true },
      },
      'rejected',
    ],
    ['a duplicate ack', { type: 'ack', id: 'id-1', status: 'duplicate' }, 'duplicate'],
  ])('are settled by %s', async (_name, frame, status) => {
    const { client, last } = connected();
    const { settled } = client.send('one');
    last().frame(frame as Record<string, unknown>);
    expect(await settled).toMatchObject({ id: 'id-1', status });
  });

  it.each([
    ['', 'invalid'],
    [' \n', 'invalid'],
    ['a\u0000b', 'invalid'],
    ['\ud800', 'invalid'],
    ['x'.repeat(16_001), 'too_large'],
  ])('that cannot be sent are refused at once (%#)', (text, code) => {
    const { client } = connected();
    expect(() => client.send(text)).toThrow(expect.objectContaining({ code }) as TravelError);
    expect(client.outbox).toEqual([]);
  });

  it('are bounded while there is no connection', () => {
    const { client } = setup({ maxPending: 2 });
    client.send('1');
    client.send('2');
    expect(() => client.send('3')).toThrow(TravelError);
  });

  it('are not sent twice by the caller', () => {
    const { client } = setup();
    client.send('1', { id: 'same' });
    expect(() => client.send('1', { id: 'same' })).toThrow(TravelError);
  });
});

/** What may happen to a connection, in any order. */
const happening = fc.constantFrom(
  'send',
  'lose',
  'wait',
  'read',
  'read without ack',
  'trim',
  'epoch',
  'duplicate',
);

describe('whatever happens to the connection', () => {
  it('every message is accepted once and in order, and every answer is shown', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (happenings) => {
        const { all, clock, last } = setup();
        const server = new ModelServer();
        const store = new ConversationStore(all);
        const sent: string[] = [];
        const admit = () => {
          const socket = last();
          if (store.client.connection.phase === 'connecting') server.welcome(socket);
        };
        const act: Record<string, () => void> = {
          send: () => {
            sent.push(`message ${sent.length}`);
            void store.send(sent.at(-1) ?? '');
          },
          lose: () => last().lose(),
          wait: () => {
            clock.advance(31_000);
            admit();
          },
          read: () => server.read(last(), () => true),
          'read without ack': () => server.read(last(), () => false),
          trim: () => server.forgetOldEvents(),
          epoch: () => {
            if (store.client.connection.phase !== 'live') server.raiseEpoch();
          },
          duplicate: () => {
            const [first] = server.accepted;
            if (first) last().frame(live(first.id, 0, 'You'));
          },
        };
        store.client.connect();
        admit();
        for (const name of happenings) act[name]?.();
        for (let i = 0; i < 3; i++) {
          act['wait']?.();
          act['read']?.();
        }
        expect(server.accepted.map(({ text }) => text)).toEqual(sent);
        const { turns } = store.getModel();
        expect(turns.map(({ question }) => question?.text)).toEqual(sent);
        expect(turns.map(({ answer }) => shownText(answer))).toEqual(sent.map((text) => `You said: ${text}`));
        expect(turns.every(({ status }) => status === 'complete')).toBe(true);
        expect(store.client.outbox).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
