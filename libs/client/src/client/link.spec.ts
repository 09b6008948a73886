import { FakeClock } from '../../test/fake-clock.js';
import { fakeSockets } from '../../test/fake-socket.js';
import { type ConnectionState } from '../connection/state.js';
import { defaultTimes } from '../connection/times.js';
import { Link, type LinkOptions } from './link.js';

function setup(options: Partial<LinkOptions> = {}) {
  const clock = new FakeClock();
  const { WebSocket, sockets, last } = fakeSockets();
  const states: ConnectionState['phase'][] = [];
  const flushed: number[] = [];
  const link: Link = new Link({
    WebSocket,
    clock,
    random: () => 0.5,
    times: defaultTimes,
    url: (fresh) => `ws://h/ws?fresh=${fresh}`,
    ping: () => '{"type":"ping"}',
    onData: () => link.dispatch({ type: 'received' }),
    onState: ({ phase }) => states.push(phase),
    onFlush: () => flushed.push(clock.now()),
    ...options,
  });
  const goLive = () => {
    last().tell('open');
    link.dispatch({ type: 'welcomed' });
    link.dispatch({ type: 'caught_up' });
  };
  return { clock, sockets, last, link, states, flushed, goLive };
}

describe('a link', () => {
  it('flushes once it is live, and sends only then', () => {
    const { link, last, flushed, goLive } = setup();
    expect(link.send('{}')).toBe(false);
    link.dispatch({ type: 'start' });
    expect(link.send('{}')).toBe(false);
    goLive();
    expect([link.send('{"a":1}'), last().sent, flushed.length]).toEqual([true, [{ a: 1 }], 1]);
  });

  it('finishes one event before it begins the next', () => {
    const order: string[] = [];
    const { link, goLive } = setup({
      onFlush: () => {
        link.dispatch({ type: 'stop' });
        order.push('flushed');
      },
      onState: ({ phase }) => order.push(phase),
    });
    link.dispatch({ type: 'start' });
    goLive();
    expect(order).toEqual(['connecting', 'greeting', 'catching_up', 'flushed', 'live', 'idle']);
  });

  it('goes on after a listener threw', () => {
    let broken = true;
    const { link, sockets } = setup({
      onState: () => {
        if (broken) throw new Error('a listener of the page');
      },
    });
    expect(() => link.dispatch({ type: 'start' })).toThrow('a listener of the page');
    broken = false;
    sockets[0]?.lose();
    expect(link.state.phase).toBe('waiting');
  });

  it('asks for a snapshot after a hole', () => {
    const { link, last, clock, goLive } = setup();
    link.dispatch({ type: 'start' });
    goLive();
    link.dispatch({ type: 'hole' });
    clock.advance(1_000);
    expect(last().url).toBe('ws://h/ws?fresh=true');
  });

  it('says nothing of frames that change nothing', () => {
    const { link, last, states, goLive } = setup();
    link.dispatch({ type: 'start' });
    goLive();
    const before = states.length;
    for (let i = 0; i < 5; i++) last().tell('message', { data: '{}' });
    expect(states).toHaveLength(before);
  });

  it('treats a close without a code as a lost connection', () => {
    const { link, last } = setup();
    link.dispatch({ type: 'start' });
    last().tell('error');
    last().tell('close');
    expect(link.state).toMatchObject({ phase: 'waiting', attempt: 1 });
  });
});
