import { jest } from '@jest/globals';
import { fakeDoor, fakeNetwork } from '../testing/fake-socket.js';

const tick = () => new Promise(setImmediate);

/** A door whose frames end when the test says so. */
function slowDoor() {
  const handled: string[] = [];
  const ends: (() => void)[] = [];
  const door = fakeDoor((_connection, frame) => {
    handled.push(String(frame));
    return new Promise<void>((resolve) => ends.push(resolve));
  });
  const end = async () => {
    ends.shift()?.();
    await tick();
  };
  return { door, handled, end };
}

describe('frames of one connection', () => {
  test('are handled one after another, in order', async () => {
    const { door, handled, end } = slowDoor();
    const { socket } = fakeNetwork().connect(door);
    for (const text of ['a', 'b', 'c']) socket.hear(text);
    expect(handled).toEqual(['a']);
    await end();
    expect(handled).toEqual(['a', 'b']);
    await end();
    await end();
    socket.hear('d');
    expect(handled).toEqual(['a', 'b', 'c', 'd']);
  });

  test('of another connection do not wait', () => {
    const { door, handled } = slowDoor();
    const { connect } = fakeNetwork();
    connect(door).socket.hear('a');
    connect(door).socket.hear('b');
    expect(handled).toEqual(['a', 'b']);
  });

  test('that pile up stop the reading until they are worked off', async () => {
    const { door, end } = slowDoor();
    const { socket } = fakeNetwork({ maxWaitingFrames: 2 }).connect(door);
    for (const text of ['a', 'b', 'c']) socket.hear(text);
    expect(socket.did).toEqual(['pause']);
    await end();
    expect(socket.did).toEqual(['pause']);
    await end();
    expect(socket.did).toEqual(['pause', 'resume']);
  });

  test('that came before the end are not handled after it', async () => {
    const { door, handled, end } = slowDoor();
    const { socket } = fakeNetwork().connect(door);
    socket.hear('a');
    socket.hear('b');
    socket.end();
    await end();
    expect(handled).toEqual(['a']);
    expect(door.told).toEqual(['opened', 'closed']);
  });

  test.each([
    [
      'throws',
      () => {
        throw new Error('a fault of ours');
      },
    ],
    ['rejects', () => Promise.reject(new Error('a fault of ours'))],
  ])('end the connection, and only that, when their door %s', async (_name, frame) => {
    const { connect, logged } = fakeNetwork();
    const bad = connect(fakeDoor(frame));
    const good = connect(fakeDoor());
    bad.socket.hear('a');
    await tick();
    expect(bad.socket.did).toContain('close 1011');
    expect(good.socket.did).toEqual([]);
    expect(logged).toEqual(['a frame could not be handled']);
  });

  test('that are binary come as bytes', () => {
    const frames: unknown[] = [];
    const { socket } = fakeNetwork().connect(fakeDoor((_connection, frame) => void frames.push(frame)));
    socket.emit('message', Buffer.from([1, 2]), true);
    expect(frames).toEqual([Buffer.from([1, 2])]);
  });
});

describe('what is sent', () => {
  test('in one tick goes out in one write', async () => {
    const { connection, stream } = fakeNetwork().connect(fakeDoor());
    connection.send('a');
    connection.send('b');
    expect(stream.writes).toEqual([]);
    await tick();
    expect(stream.writes).toEqual([Buffer.from([0x81, 1, 97, 0x81, 1, 98])]);
    connection.send('c');
    await tick();
    expect(stream.writes).toHaveLength(2);
  });

  test('goes out before the close frame, and not after it', async () => {
    const { connection, socket, stream } = fakeNetwork().connect(fakeDoor());
    connection.send('a');
    connection.close({ code: 1012, reason: 'the server restarts' });
    connection.send('b');
    await tick();
    expect(stream.writes).toHaveLength(1);
    expect(socket.did).toEqual(['close 1012']);
  });
});

describe('a client that is behind', () => {
  const limits = { slowBytes: 100, maxBufferedBytes: 1_000 };

  test('is not read until it has caught up', async () => {
    const { connection, socket, stream } = fakeNetwork(limits).connect(fakeDoor());
    connection.send('x'.repeat(200));
    await tick();
    expect([connection.slow, socket.did]).toEqual([true, ['pause']]);
    stream.take();
    expect([connection.slow, socket.did]).toEqual([false, ['pause', 'resume']]);
  });

  test('is closed when it is too far behind', async () => {
    const { connect, logged, counters } = fakeNetwork(limits);
    const { connection, socket } = connect(fakeDoor());
    connection.send('x'.repeat(2_000));
    await tick();
    expect(socket.did).toEqual(['close 1013']);
    expect(logged).toEqual(['a connection was closed: its client does not read']);
    expect(counters.read()['ws_slow_clients_closed']).toBe(1);
  });

  test('can be waited for, again and again', async () => {
    const { connection, stream } = fakeNetwork(limits).connect(fakeDoor());
    for (let i = 0; i < 20; i += 1) {
      connection.send('x'.repeat(200));
      const drained = connection.drained();
      stream.take();
      await drained;
    }
    expect(stream.listenerCount('close')).toBe(0);
    connection.send('x'.repeat(200));
    const gone = connection.drained();
    stream.emit('close');
    await gone;
  });

  test('gets no pong that would pile up', async () => {
    const { connection, socket } = fakeNetwork(limits).connect(fakeDoor());
    socket.emit('ping', Buffer.from('1'));
    connection.send('x'.repeat(200));
    await tick();
    socket.emit('ping', Buffer.from('2'));
    expect(socket.did).toEqual(['pong 1', 'pause']);
  });
});

describe('the heartbeat', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  test('ends who answers none of two pings', () => {
    const { connect, counters } = fakeNetwork({ heartbeatMs: 100 });
    const [dead, alive] = [connect(fakeDoor()), connect(fakeDoor())];
    jest.advanceTimersByTime(100);
    alive.socket.emit('pong');
    jest.advanceTimersByTime(100);
    expect(dead.socket.did).toEqual(['ping', 'terminate']);
    expect(alive.socket.did).toEqual(['ping', 'ping']);
    expect(counters.read()).toMatchObject({ ws_heartbeats_missed: 1, ws_connections_open: 1 });
  });

  test('takes any frame for an answer', () => {
    const { socket } = (({ connect }) => connect(fakeDoor()))(fakeNetwork({ heartbeatMs: 100 }));
    for (let i = 0; i < 5; i += 1) {
      socket.hear('a');
      jest.advanceTimersByTime(100);
    }
    expect(socket.did).not.toContain('terminate');
  });

  test('waits for a client that we do not read', () => {
    const { door } = slowDoor();
    const { socket } = fakeNetwork({ heartbeatMs: 100, maxWaitingFrames: 1 }).connect(door);
    socket.hear('a');
    socket.hear('b');
    jest.advanceTimersByTime(1_000);
    expect(socket.did).not.toContain('terminate');
  });

  test('waits for a slow client as long as it gets on', () => {
    const { connection, socket, stream } = fakeNetwork({ heartbeatMs: 100, slowBytes: 10 }).connect(
      fakeDoor(),
    );
    connection.send('x'.repeat(500));
    connection.flush();
    for (let i = 0; i < 5; i += 1) {
      stream.take(50);
      jest.advanceTimersByTime(100);
    }
    expect(socket.did).not.toContain('terminate');
    jest.advanceTimersByTime(200);
    expect(socket.did).toContain('terminate');
  });

  test('stops with the last connection', () => {
    const { connect } = fakeNetwork({ heartbeatMs: 100 });
    const { socket } = connect(fakeDoor());
    socket.end();
    expect(jest.getTimerCount()).toBe(0);
  });

  test('a client that does not answer the close frame is cut off', () => {
    const { connect, connections } = fakeNetwork({ closeTimeoutMs: 100 });
    const { socket, connection } = connect(fakeDoor());
    connection.close({ code: 1012, reason: 'the server restarts' });
    jest.advanceTimersByTime(100);
    expect(socket.did).toEqual(['close 1012', 'terminate']);
    expect(connections.size).toBe(0);
  });
});

test('closing all resolves when the last is gone', async () => {
  const { connect, connections } = fakeNetwork();
  const clients = [connect(fakeDoor()), connect(fakeDoor())];
  connections.announceRestart();
  let closed = false;
  const closing = connections
    .closeAll({ code: 1012, reason: 'the server restarts' })
    .then(() => (closed = true));
  clients[0]?.socket.end();
  await tick();
  expect(closed).toBe(false);
  clients[1]?.socket.end();
  await closing;
  await connections.closeAll({ code: 1012, reason: 'the server restarts' });
});

test('a closed connection is told of once', () => {
  const door = fakeDoor();
  const { socket } = fakeNetwork().connect(door);
  socket.end();
  socket.end();
  expect(door.told).toEqual(['opened', 'closed']);
});
