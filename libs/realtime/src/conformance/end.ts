import { type Guarantee } from './fixture.js';
import { answer, rejectionOf, room } from './kit.js';

const notOpen = { name: 'TravelError', code: 'provider_unavailable', retryable: true };

export const end: Guarantee = {
  name: '11 end',
  cases: [
    {
      name: 'ends once when it is cut, and says so',
      run: async ({ provider, service, until }) => {
        const connection = await provider.connect();
        service.cut();
        expect(await connection.closed).toMatchObject({ reason: 'lost', sentence: expect.any(String) });
        expect(await rejectionOf(connection.publish(room, [answer('x')], 'a'))).toMatchObject(notOpen);
        expect(await rejectionOf(connection.subscribe(room))).toMatchObject(notOpen);
        await until(() => expect(provider.health().ok).toBe(false));
        await connection.close();
        expect((await connection.closed).reason).toBe('lost');
      },
    },
    {
      name: 'closes twice, says that it was here, and delivers nothing more',
      run: async ({ provider, member, until }) => {
        const heard: unknown[] = [];
        const [gone, stays] = [
          await provider.connect({ onMessage: (one) => heard.push(one) }),
          await provider.connect({ onMessage: (one) => heard.push(one) }),
        ];
        await Promise.all([gone.subscribe(room), stays.subscribe(room)]);
        await gone.close();
        await gone.close();
        expect((await gone.closed).reason).toBe('closed_here');
        const ann = await member(room, 'ann');
        await ann.say('once');
        await until(() => expect(heard).toHaveLength(1));
        await ann.say('twice');
        await until(() => expect(heard).toHaveLength(2));
        expect(await rejectionOf(gone.publish(room, [answer('x')], 'a'))).toMatchObject(notOpen);
        expect(provider.health()).toEqual({ ok: true });
        await ann.close();
      },
    },
    {
      name: 'closes with every connection, and opens none afterwards',
      run: async ({ provider }) => {
        const connection = await provider.connect();
        await provider.close();
        await provider.close();
        expect((await connection.closed).reason).toBe('closed_here');
        expect(await rejectionOf(provider.connect())).toMatchObject({ code: 'cancelled' });
        expect(await rejectionOf(provider.http.publish(room, [answer('x')], 'a'))).toMatchObject({
          code: 'cancelled',
        });
      },
    },
  ],
};
