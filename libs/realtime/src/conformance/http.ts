import { type Guarantee } from './fixture.js';
import { answer, insist, rejectionOf, room, textsOf } from './kit.js';

export const http: Guarantee = {
  name: '7 http',
  cases: [
    {
      name: 'publishes without a connection, confirmed, with the same ids',
      run: async ({ provider, member, until }) => {
        const ann = await member(room, 'ann');
        const messages = [answer('one'), answer('two')];
        expect(await provider.http.publish(room, messages, 'a')).toEqual({ confirmed: true });
        await until(() => expect(ann.seen).toHaveLength(2));
        expect(ann.seen).toMatchObject([
          { id: 'a:0', message: messages[0] },
          { id: 'a:1', message: messages[1] },
        ]);
        await ann.close();
      },
    },
    {
      name: 'goes on where a connection broke off, and back again',
      needs: ['idempotency'],
      run: async ({ provider, member, service, until }) => {
        const ann = await member(room, 'ann');
        const connection = await provider.connect();
        await connection.publish(room, [answer('1')], 'a1');
        service.cut();
        await connection.closed;
        await insist(() => provider.http.publish(room, [answer('2')], 'a2'));
        await insist(async () => (await provider.connect()).publish(room, [answer('3')], 'a3'));
        await until(() => expect(textsOf(ann)).toEqual(['1', '2', '3']));
        await ann.close();
      },
    },
    {
      name: 'reaches the room of a name that means something in an address, or says that it cannot, and never another',
      run: async ({ provider, member, until }) => {
        const names = ['..', '.', 'a/../b', '%2e%2e', 'x?y#z'];
        for (const [nth, name] of names.entries()) {
          const ann = await member(name, 'ann');
          const fault: unknown = await provider.http
            .publish(name, [answer(name)], `named-${nth}`)
            .then(() => undefined)
            .catch((thrown: unknown) => thrown);
          if (fault === undefined) await until(() => expect(textsOf(ann)).toEqual([name]));
          else
            expect([fault, name]).toMatchObject([
              { code: 'invalid', retryable: false },
              /^\.+$/.exec(name)?.[0],
            ]);
          await ann.close();
        }
      },
    },
    {
      name: 'rejects as retryable when the answer gets lost',
      run: async ({ provider, service }) => {
        service.loseAcks(true);
        const thrown = await rejectionOf(provider.http.publish(room, [answer('x')], 'a'));
        service.loseAcks(false);
        expect(thrown).toMatchObject({ name: 'TravelError', retryable: true });
      },
    },
  ],
};
