import { type Guarantee } from './fixture.js';
import { answer, room, upTo } from './kit.js';

export const historyAndPresence: Guarantee = {
  name: '10 history and presence',
  cases: [
    {
      name: 'shows the newest messages, oldest first, with who said them',
      needs: ['history'],
      run: async ({ provider, member }) => {
        const ann = await member(room, 'ann');
        await ann.say('hello');
        for (const n of upTo(3)) await provider.http.publish(room, [answer(`${n}`)], `h-${n}`);
        const all = await provider.history(room);
        expect(all.map(({ message }) => (message as { text: string }).text)).toEqual([
          'hello',
          '1',
          '2',
          '3',
        ]);
        expect(all).toMatchObject([{ userId: 'ann' }, { id: 'h-1:0' }, { id: 'h-2:0' }, { id: 'h-3:0' }]);
        expect((await provider.history(room, 2)).map(({ id }) => id)).toEqual(['h-2:0', 'h-3:0']);
        await ann.close();
      },
    },
    {
      name: 'shows a room nobody used as empty',
      needs: ['history', 'presence'],
      run: async ({ provider }) => {
        expect(await provider.history('nobody was here')).toEqual([]);
        expect(await provider.presence('nobody was here')).toEqual([]);
      },
    },
    {
      name: 'shows who is in the room, each once',
      needs: ['presence'],
      run: async ({ provider, member, until }) => {
        const members = [await member(room, 'ann'), await member(room, 'bob'), await member(room, 'ann')];
        const names = (await provider.presence(room)).map(({ userId }) => userId);
        expect(names.sort()).toEqual(['ann', 'bob']);
        await members[1]?.close();
        await until(async () =>
          expect((await provider.presence(room)).map(({ userId }) => userId)).toEqual(['ann']),
        );
        await Promise.all(members.map((one) => one.close()));
      },
    },
  ],
};
