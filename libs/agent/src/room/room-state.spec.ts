import {
  callNames,
  deciders,
  emptyRoom,
  memberOf,
  mostMembers,
  withAuthor,
  withMember,
} from './room-state.js';

const joined = (...ids: string[]) => ids.reduce((room, userId) => withAuthor(room, { userId }), emptyRoom());

describe('who is in a room', () => {
  it('whoever writes first owns it, those who follow edit', () => {
    const room = joined('ana', 'ben', 'ana', 'cleo');
    expect(room.members.map(({ userId, role }) => [userId, role])).toEqual([
      ['ana', 'owner'],
      ['ben', 'editor'],
      ['cleo', 'editor'],
    ]);
  });

  it('takes a new name over, and keeps it when a door knows only the id', () => {
    const named = withAuthor(joined('u1'), { userId: 'u1', name: 'Ana' });
    expect(memberOf(named, 'u1')?.name).toBe('Ana');
    expect(withAuthor(named, { userId: 'u1' })).toBe(named);
  });

  it('remembers so many and forgets those longest there, never the owner', () => {
    const room = joined('owner', ...Array.from({ length: mostMembers + 5 }, (_, number) => `u${number}`));
    expect(room.members).toHaveLength(mostMembers);
    expect(room.members[0]).toMatchObject({ userId: 'owner', role: 'owner' });
    expect(room.members.at(-1)?.userId).toBe(`u${mostMembers + 4}`);
    expect(memberOf(room, 'u0')).toBeUndefined();
  });

  it('calls two of one name differently', () => {
    const room = [
      { userId: 'a', name: 'Ana' },
      { userId: 'b', name: 'ana' },
      { userId: 'c', name: 'Ana' },
    ].reduce(withAuthor, emptyRoom());
    expect([...callNames(room.members).values()]).toEqual(['Ana', 'ana (2)', 'Ana (3)']);
  });

  it('counts the wishes of those who are no viewers', () => {
    const room = joined('ana', 'ben');
    const ben = memberOf(room, 'ben')!;
    expect(deciders(withMember(room, { ...ben, role: 'viewer' })).map(({ userId }) => userId)).toEqual([
      'ana',
    ]);
  });
});
