import fc from 'fast-check';
import { type RoomEvent } from '@travellite/realtime';
import { turnIdSchema } from '@travellite/protocol';
import { toTurn } from './to-turn.js';

const message = (more: Partial<RoomEvent>): RoomEvent =>
  ({ type: 'message', room: 'tokyo', text: 'hello', author: { userId: 'ann' }, ...more }) as RoomEvent;
const idOf = (event: RoomEvent, namespace?: string) =>
  toTurn(event, { now: 1, ...(namespace === undefined ? {} : { namespace }) }).id;

describe('the id of a turn', () => {
  it.each([
    ['numbered by its service', { id: '1' }],
    ['without an id', { ts: 5 }],
  ])('of an event %s is the same each time, and another in every namespace', (_, more) => {
    const namespaces = [undefined, 'red', 'blue'];
    const ids = namespaces.map((namespace) => idOf(message(more), namespace));
    expect(namespaces.map((namespace) => idOf(message(more), namespace))).toEqual(ids);
    expect(new Set(ids).size).toBe(3);
  });

  it('is fit for a turn, whatever the namespace is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (namespace) => {
        expect(turnIdSchema.safeParse(idOf(message({ id: 'x' }), namespace)).success).toBe(true);
      }),
    );
  });

  it('without anything to go by is another each time', () => {
    expect(idOf(message({}))).not.toBe(idOf(message({})));
  });
});

it('a room is one conversation, whatever namespace it is spoken in', () => {
  const conversations = [undefined, 'blue'].map(
    (namespace) => toTurn(message({ id: '1' }), { now: 1, ...(namespace ? { namespace } : {}) }).conversation,
  );
  expect(conversations).toEqual(['room:tokyo', 'room:tokyo']);
});
