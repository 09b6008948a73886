import { IdMemory } from './id-memory.js';
import { Namespace } from './namespace.js';
import { Rate } from './rate.js';
import { RoomRefusal } from './room.js';

describe('a rate', () => {
  it('lets as many pass at once as in a second, and says how long to wait', () => {
    let now = 0;
    const rate = new Rate(4, () => now);
    expect([rate.take(), rate.take(), rate.take(), rate.take(), rate.take()]).toEqual([0, 0, 0, 0, 250]);
    now += 249;
    expect(rate.take()).toBeGreaterThan(0);
    now += 2;
    expect(rate.take()).toBe(0);
    now += 60_000;
    expect([1, 2, 3, 4, 5].map(() => rate.take()).filter((wait) => wait === 0)).toHaveLength(4);
  });
});

describe('a memory of ids', () => {
  it('forgets the oldest beyond its size, and all after its time', () => {
    let now = 0;
    const memory = new IdMemory<number>(100, 2, () => now);
    for (const [at, id] of ['a', 'b', 'c'].entries()) memory.set(id, at);
    expect([memory.get('a'), memory.get('b'), memory.get('c')]).toEqual([undefined, 1, 2]);
    now = 100;
    expect([memory.get('b'), memory.get('c')]).toEqual([undefined, undefined]);
  });
});

describe('a namespace', () => {
  const options = { historySize: 10, historyMs: 1000, graceMs: 10, newcomersSee: 2 };
  const open = () => new Namespace('n', options, () => 0);

  it('has rooms as soon as they are named, of 1 to 256 bytes', () => {
    const namespace = open();
    expect(namespace.room('東京')).toBe(namespace.room('東京'));
    for (const name of ['', 'x'.repeat(257), '東'.repeat(86)])
      expect(() => namespace.room(name)).toThrow(RoomRefusal);
    namespace.close();
  });

  it('tells who observes what people say, once each, and not what servers publish', () => {
    const namespace = open();
    const told: unknown[] = [];
    const stop = namespace.observe({
      onMessage: ({ message }, { userId }) => told.push([userId, message]),
      onPresence: () => undefined,
      onConnection: (...what) => told.push(what),
    });
    namespace.say('r', { userId: 'ann' }, 'x', '1');
    namespace.say('r', { userId: 'ann' }, 'x', '1');
    namespace.say('r', { userId: 'bob' }, 'y', '1');
    namespace.publish('r', 'z', 'id');
    namespace.connection('r', 'ann', 'connected');
    stop();
    namespace.say('r', { userId: 'ann' }, 'unheard');
    expect(told).toEqual([
      ['ann', 'x'],
      ['bob', 'y'],
      ['r', 'ann', 'connected'],
    ]);
    namespace.close();
  });

  it('begins another epoch in every room when it restarts', () => {
    const namespace = open();
    namespace.publish('r', 'x', 'id');
    const { epoch } = namespace.room('r').stream;
    namespace.restart();
    expect(namespace.room('r').stream).toMatchObject({ offset: 0 });
    expect(new Set([epoch, namespace.room('r').stream.epoch, namespace.room('new').stream.epoch]).size).toBe(
      2,
    );
    expect(namespace.publish('r', 'x', 'id').duplicate).toBe(false);
    namespace.close();
  });
});
