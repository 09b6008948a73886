import fc from 'fast-check';
import { readRoom } from './room.js';

const room = {
  policy: 'when_addressed',
  members: [{ userId: 'u1', name: 'Ana', role: 'owner' }],
  present: [{ userId: 'u1', status: 'joined' }],
  conflicts: [{ topic: 'pace', sides: [{ members: ['u1'], value: 'Relaxed pace' }] }],
  votes: [{ option: 1, members: ['u1'] }],
};

describe('a room from the wire', () => {
  it('comes as it was sent', () => {
    expect(readRoom(JSON.parse(JSON.stringify(room)))).toEqual(room);
  });

  it('is left out where it cannot be read, part by part', () => {
    const broken = {
      policy: 'loud',
      members: [{ name: 'nobody' }, { userId: 'u2', role: 'king' }, 5],
      conflicts: [
        { topic: 'weather', sides: [] },
        { topic: 'budget', sides: 'none' },
      ],
      votes: [
        { option: -1, members: [] },
        { option: 0, members: ['u2', 7] },
      ],
    };
    expect(readRoom(broken)).toEqual({
      policy: 'always',
      members: [{ userId: 'u2', name: 'u2', role: 'viewer' }],
      conflicts: [{ topic: 'budget', sides: [] }],
      votes: [{ option: 0, members: ['u2'] }],
    });
  });

  it('is none, or complete, whatever comes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const read = readRoom(value);
        if (read)
          expect(read).toMatchObject({
            members: expect.any(Array),
            conflicts: expect.any(Array),
            votes: expect.any(Array),
          });
      }),
    );
  });
});
