import { idFault } from '@travellite/protocol';
import fc from 'fast-check';
import { doorOf, identify, randomUserId } from './user-id.js';

function memory(initial: Record<string, string> = {}) {
  const kept = new Map(Object.entries(initial));
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}
const never = () => {
  throw new Error('no new name is needed');
};

describe('who the page talks as', () => {
  it('is made once and kept', () => {
    const storage = memory();
    expect(identify('', storage, () => 'traveller-1')).toEqual({ userId: 'traveller-1' });
    expect(identify('?x=1', storage, never)).toEqual({ userId: 'traveller-1' });
  });

  it.each(['ada', 'a.b *>ü', '旅 人'])('is the name in the address, %j, which is not kept', (name) => {
    const storage = memory();
    expect(identify(`?${new URLSearchParams({ userId: name })}`, storage, never)).toEqual({ userId: name });
    expect(storage.kept.size).toBe(0);
  });

  it.each([
    ['', 'is empty'],
    [' ', 'is empty'],
    ['x'.repeat(257), 'is longer than 256 bytes'],
    ['a\u0007b', 'holds control or replacement characters'],
  ])('is not the impossible name %#, and says why', (asked, reason) => {
    const storage = memory({ 'travellite.userId': 'kept' });
    const identity = identify(`?${new URLSearchParams({ userId: asked })}`, storage, never);
    expect(identity).toEqual({ userId: 'kept', refused: { asked, reason } });
  });

  it('is made anew when what was kept is no name', () => {
    const storage = memory({ 'travellite.userId': '' });
    expect(identify('', storage, () => 'fresh').userId).toBe('fresh');
    expect(storage.kept.get('travellite.userId')).toBe('fresh');
  });

  it.each([undefined, { getItem: () => refuse(), setItem: () => refuse() }])(
    'lasts as long as the page when nothing is kept (%#)',
    (storage) => {
      expect(identify('', storage, () => 'fresh').userId).toBe('fresh');
    },
  );

  function refuse(): never {
    throw new DOMException('denied', 'SecurityError');
  }
});

describe('a random name', () => {
  it('is one a conversation can have, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.nat(247), (bytes, spare) => {
        let calls = 0;
        const name = randomUserId((target) => {
          target.set(calls++ === 0 ? bytes : bytes.map(() => spare));
          return target;
        });
        expect(name).toMatch(/^traveller-[a-z0-9]{12}$/);
        expect(idFault(name)).toBeUndefined();
      }),
    );
  });

  it('uses every letter alike', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 248; byte++) {
      const letter = randomUserId((bytes) => bytes.fill(byte)).at(-1) ?? '';
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(Array.from({ length: 31 }, () => 8));
  });
});

it.each([
  ['http://localhost:3000', 'ws://localhost:3000/ws'],
  ['https://trips.example', 'wss://trips.example/ws'],
])('the door of %s is %s', (origin, door) => {
  expect(doorOf(origin)).toBe(door);
});
