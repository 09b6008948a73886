import fc from 'fast-check';
import { Talk } from '../testing/talk.js';
import { mostMembers } from './room-state.js';
import { withPresence } from './note-presence.js';

const presence = (status: string) => ({ kind: 'presence' as const, status });

describe('who is there', () => {
  it('comes, changes and leaves by the word of the realtime service', () => {
    const joined = withPresence(
      withPresence(undefined, 'ana', presence('joined')),
      'ben',
      presence('joined'),
    );
    expect(joined.present).toEqual([
      { userId: 'ana', status: 'joined' },
      { userId: 'ben', status: 'joined' },
    ]);
    expect(withPresence(joined, 'ana', presence('typing')).present).toContainEqual({
      userId: 'ana',
      status: 'typing',
    });
    expect(withPresence(joined, 'ana', presence('left')).present).toEqual([
      { userId: 'ben', status: 'joined' },
    ]);
    expect(withPresence(joined, 'ana', { kind: 'connection', status: 'disconnected' })).toBe(joined);
  });

  it('is nobody twice and never more than so many, whatever comes', () => {
    const notes = fc.array(
      fc.tuple(fc.nat(200), fc.constantFrom('joined', 'left', 'away', 'x'.repeat(500))),
      { maxLength: 300 },
    );
    fc.assert(
      fc.property(notes, (list) => {
        const room = list.reduce(
          (before, [user, status]) => withPresence(before, `u${user}`, presence(status)),
          withPresence(undefined, 'x', presence('left')),
        );
        const ids = (room.present ?? []).map(({ userId }) => userId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBeLessThanOrEqual(mostMembers);
      }),
    );
  });

  it('is told and kept with the room, and changes nothing else', async () => {
    const talk = new Talk({ conversation: 'room:tokyo' });
    const wish = await talk.say('A trip to Paris', { author: 'ana' });
    const note = await talk.say('', { author: 'ben', note: presence('joined') });
    expect(note.events).toEqual([{ type: 'presence', members: [{ userId: 'ben', status: 'joined' }] }]);
    expect(note.text).toBe('');
    expect(note.state.view.history).toEqual(wish.state.view.history);
    expect(note.state.view.trip).toEqual(wish.state.view.trip);
    expect(note.state.view.room).toMatchObject({
      members: [{ userId: 'ana' }],
      present: [{ userId: 'ben' }],
    });
    expect((await talk.say('Where are we going?', { author: 'ben' })).text).toContain('Paris');
  });

  it('is nobody’s business in a conversation of one’s own', async () => {
    const talk = new Talk({ conversation: 'user:ann' });
    const note = await talk.say('', { note: presence('joined') });
    expect(note.events).toEqual([]);
    expect(note.state.view.room).toBeUndefined();
  });
});
