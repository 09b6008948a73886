import { type RoomPublication, type StreamPosition } from '../port.js';
import { type Guarantee } from './fixture.js';
import { answer, insist, room, textsOf, upTo } from './kit.js';

export const subscription: Guarantee = {
  name: '9 subscription',
  cases: [
    {
      name: 'hears members of the room once, in order, however often it is asked for',
      run: async ({ provider, member, until }) => {
        const heard: RoomPublication[] = [];
        const connection = await provider.connect({ onMessage: (one) => heard.push(one) });
        await Promise.all([connection.subscribe(room), connection.subscribe(room)]);
        await connection.subscribe(room);
        const [ann, bob] = [await member(room, 'ann'), await member('kyoto', 'bob')];
        await bob.say('elsewhere');
        for (const n of upTo(5)) await ann.say(`${n}`);
        await until(() => expect(heard).toHaveLength(5));
        expect(textsOf({ seen: heard })).toEqual(['1', '2', '3', '4', '5']);
        expect(heard[0]).toMatchObject({ room, userId: 'ann' });
        await Promise.all([ann.close(), bob.close()]);
      },
    },
    {
      name: 'brings what was missed since a position',
      needs: ['recovery'],
      run: async ({ provider, member, until }) => {
        const ann = await member(room, 'ann');
        const first = await provider.connect();
        const { position } = await first.subscribe(room);
        await first.close();
        for (const text of ['1', '2']) await ann.say(text);
        const heard: RoomPublication[] = [];
        const second = await provider.connect({ onMessage: (one) => heard.push(one) });
        expect((await second.subscribe(room, position)).recovered).toBe(true);
        await ann.say('3');
        await until(() => expect(textsOf({ seen: heard })).toEqual(['1', '2', '3']));
        await ann.close();
      },
    },
    {
      name: 'says that it cannot, when the service has lost its memory',
      needs: ['recovery'],
      run: async ({ provider, service }) => {
        const first = await provider.connect();
        await first.publish(room, [answer('x')], 'a');
        const { position } = await first.subscribe(room);
        service.restart();
        await first.closed;
        let after: { recovered: boolean; position?: StreamPosition } | undefined;
        await insist(async () => (after = await (await provider.connect()).subscribe(room, position)));
        expect(after?.recovered).toBe(false);
        expect(after?.position?.epoch).not.toBe(position?.epoch);
      },
    },
  ],
};
