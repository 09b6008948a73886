import { type Guarantee } from './fixture.js';
import { answer, insist, rejectionOf, room, textsOf } from './kit.js';

export const confirmation: Guarantee = {
  name: '6 confirmation',
  cases: [
    {
      name: 'says that the service has it',
      needs: ['confirms'],
      run: async ({ provider, member, until }) => {
        const ann = await member(room, 'ann');
        const connection = await provider.connect();
        expect(connection.confirms).toBe(true);
        expect(await connection.publish(room, [answer('x')], 'a')).toEqual({ confirmed: true });
        await until(() => expect(textsOf(ann)).toEqual(['x']));
        await ann.close();
      },
    },
    {
      name: 'rejects as retryable when the answer gets lost, and the resend is seen once',
      needs: ['confirms', 'idempotency'],
      run: async ({ provider, member, service, until }) => {
        const ann = await member(room, 'ann');
        const connection = await provider.connect();
        service.loseAcks(true);
        const thrown = await rejectionOf(connection.publish(room, [answer('x')], 'a'));
        expect(thrown).toMatchObject({ name: 'TravelError', retryable: true });
        service.loseAcks(false);
        await insist(async () => (await provider.connect()).publish(room, [answer('x')], 'a'));
        await insist(() => provider.http.publish(room, [answer('last')], 'b'));
        await until(() => expect(textsOf(ann)).toEqual(['x', 'last']));
        await ann.close();
      },
    },
    {
      name: 'rejects as retryable what waits when the connection is cut',
      needs: ['confirms'],
      run: async ({ provider, service }) => {
        const connection = await provider.connect();
        service.loseAcks(true);
        const waiting = rejectionOf(connection.publish(room, [answer('x')], 'a'));
        service.cut();
        expect(await waiting).toMatchObject({ name: 'TravelError', retryable: true });
        service.loseAcks(false);
      },
    },
  ],
};
