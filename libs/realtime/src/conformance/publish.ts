import { type Guarantee } from './fixture.js';
import { answer, room, textsOf, upTo } from './kit.js';

export const publish: Guarantee = {
  name: '4 publish',
  cases: [
    {
      name: 'shows every member of the room what was published, as it was given, with its id and nobody’s name',
      run: async ({ provider, member, until }) => {
        const members = [await member(room, 'ann'), await member(room, 'bob')];
        const connection = await provider.connect();
        const message = answer('flights – ünï 😀', { nested: { list: [1, null, 'x'] } });
        await connection.publish(room, [message], 'user:ann:1:7');
        for (const one of members) {
          await until(() =>
            expect(one.seen).toEqual([expect.objectContaining({ message, id: 'user:ann:1:7:0' })]),
          );
          expect(one.seen[0]?.userId).toBeUndefined();
          await one.close();
        }
      },
    },
    {
      name: 'keeps the order of publications, also when nobody waits in between',
      run: async ({ provider, member, until }) => {
        const ann = await member(room, 'ann');
        const connection = await provider.connect();
        await Promise.all(upTo(30).map((n) => connection.publish(room, [answer(`${n}`)], `order-${n}`)));
        await until(() => expect(ann.seen).toHaveLength(30));
        expect(textsOf(ann)).toEqual(upTo(30).map(String));
        await ann.close();
      },
    },
    {
      name: 'keeps the order of the messages of one publication, numbered from 0',
      run: async ({ provider, member, until }) => {
        const ann = await member(room, 'ann');
        const connection = await provider.connect();
        await connection.publish(
          room,
          upTo(5).map((n) => answer(`${n}`)),
          'many',
        );
        await until(() => expect(textsOf(ann)).toEqual(['1', '2', '3', '4', '5']));
        expect(ann.seen.map(({ id }) => id)).toEqual(['many:0', 'many:1', 'many:2', 'many:3', 'many:4']);
        await ann.close();
      },
    },
    {
      name: 'shows nothing to other rooms, whatever their names hold',
      run: async ({ provider, member, until }) => {
        const names = [room, 'Tokyo', 'tokyo', 'tokyo:1', 'tokyo.*', 'to/kyo', 'to%2Fkyo', 'x?y#z&w'];
        const members = await Promise.all(names.map((name) => member(name, 'ann')));
        const connection = await provider.connect();
        for (const name of names)
          await connection.publish(name, [answer(`to ${name}`)], `to-${names.indexOf(name)}`);
        for (const [at, one] of members.entries()) {
          await until(() => expect(textsOf(one)).toEqual([`to ${names[at]}`]));
        }
        await Promise.all(members.map((one) => one.close()));
      },
    },
  ],
};
