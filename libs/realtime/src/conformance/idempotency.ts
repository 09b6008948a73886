import { type Guarantee } from './fixture.js';
import { answer, insist, room, textsOf } from './kit.js';

export const idempotency: Guarantee = {
  name: '5 idempotency',
  cases: [
    {
      name: 'shows an id once, by whichever way and from whichever process it comes again',
      needs: ['idempotency'],
      run: async ({ provider, another, member, until }) => {
        const ann = await member(room, 'ann');
        const connection = await provider.connect();
        const colleague = await another('colleague');
        const other = await colleague.connect();
        const messages = [answer('one'), answer('two')];
        for (const way of [connection, provider.http, other, colleague.http, connection]) {
          await way.publish(room, messages, 'same');
        }
        await connection.publish(room, [answer('last')], 'last');
        await until(() => expect(textsOf(ann)).toContain('last'));
        expect(textsOf(ann)).toEqual(['one', 'two', 'last']);
        await ann.close();
      },
    },
    {
      name: 'counts an id for its room alone',
      needs: ['idempotency'],
      run: async ({ provider, member, until }) => {
        const [ann, bob] = [await member(room, 'ann'), await member('kyoto', 'bob')];
        for (const where of [room, 'kyoto']) await provider.http.publish(where, [answer(where)], 'same');
        await until(() => expect([textsOf(ann), textsOf(bob)]).toEqual([[room], ['kyoto']]));
        await Promise.all([ann.close(), bob.close()]);
      },
    },
    {
      name: 'shows once what was published again because the connection was cut',
      needs: ['idempotency'],
      run: async ({ provider, member, service, until }) => {
        const ann = await member(room, 'ann');
        const first = await provider.connect();
        const sent = first.publish(room, [answer('once')], 'cut').catch(() => undefined);
        service.cut();
        await Promise.all([sent, first.closed]);
        await insist(async () => (await provider.connect()).publish(room, [answer('once')], 'cut'));
        await insist(() => provider.http.publish(room, [answer('last')], 'last'));
        await until(() => expect(textsOf(ann)).toEqual(['once', 'last']));
        await ann.close();
      },
    },
  ],
};
