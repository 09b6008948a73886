import { DeliveryError } from '../delivery-error.js';
import { type Guarantee } from './fixture.js';
import { answer, insist, rejectionOf, room, textsOf } from './kit.js';

const refused = {
  name: 'TravelError',
  code: expect.stringMatching(/^(unauthenticated|forbidden)$/),
  retryable: false,
};

export const errors: Guarantee = {
  name: '8 errors',
  cases: [
    {
      name: 'does not retry with wrong credentials',
      run: async ({ another }) => {
        const stranger = await another('stranger');
        expect(await rejectionOf(stranger.http.publish(room, [answer('x')], 'a'))).toMatchObject(refused);
        expect(await rejectionOf(stranger.connect())).toMatchObject(refused);
        expect(stranger.health()).toEqual({ ok: false, detail: expect.any(String) });
      },
    },
    {
      name: 'retries while the service takes nobody, and is well again afterwards',
      run: async ({ provider, service }) => {
        service.refuse(true);
        const unavailable = { name: 'TravelError', code: 'provider_unavailable', retryable: true };
        expect(await rejectionOf(provider.http.publish(room, [answer('x')], 'a'))).toMatchObject(unavailable);
        expect(await rejectionOf(provider.connect())).toMatchObject({ retryable: true });
        expect(provider.health().ok).toBe(false);
        service.refuse(false);
        await insist(() => provider.connect());
        expect(provider.health()).toEqual({ ok: true });
      },
    },
    {
      name: 'retries when there is nobody to talk to',
      run: async ({ provider, service }) => {
        await service.end();
        const attempts = [() => provider.http.publish(room, [answer('x')], 'a'), () => provider.connect()];
        for (const attempt of attempts) {
          const thrown = await rejectionOf(attempt());
          expect(thrown).toBeInstanceOf(DeliveryError);
          expect(thrown).toMatchObject({ retryable: true });
        }
      },
    },
    {
      name: 'says how long to wait when a room is full',
      needs: ['rate'],
      options: { perRoomPerSecond: 3 },
      run: async ({ provider }) => {
        const connection = await provider.connect();
        for (const way of [connection, provider.http]) {
          const burst = [1, 2, 3, 4, 5].map((n) => way.publish(room, [answer(`${n}`)], `burst-${n}`));
          const [thrown] = (await Promise.allSettled(burst)).flatMap((one) =>
            one.status === 'rejected' ? [one.reason as unknown] : [],
          );
          expect(thrown).toMatchObject({ name: 'TravelError', code: 'rate_limited', retryable: true });
        }
      },
    },
    {
      name: 'gives up at once what can never be taken',
      run: async ({ provider, member, until }) => {
        const ann = await member(room, 'ann');
        const connection = await provider.connect();
        const long = answer('x'.repeat(provider.capabilities.maxMessageBytes));
        for (const way of [connection, provider.http]) {
          const code = async (work: Promise<unknown>) => ((await rejectionOf(work)) as DeliveryError).code;
          expect(await code(way.publish(room, [long], 'a'))).toBe('too_large');
          expect(await code(way.publish(room, [], 'a'))).toBe('invalid');
          expect(await code(way.publish(room, [answer('x')], 'no id'))).toBe('invalid');
          expect(await code(way.publish(room, [answer('x')], ''))).toBe('invalid');
        }
        await connection.publish(room, [answer('last')], 'last');
        await until(() => expect(textsOf(ann)).toEqual(['last']));
        await ann.close();
      },
    },
    {
      name: 'stops connecting when it is told to',
      run: async ({ provider }) => {
        const stopped = await rejectionOf(provider.connect({}, AbortSignal.abort()));
        expect(stopped).toMatchObject({ name: 'TravelError', code: 'cancelled', retryable: false });
        const stop = new AbortController();
        const connecting = rejectionOf(provider.connect({}, stop.signal));
        stop.abort();
        expect(await connecting).toMatchObject({ code: 'cancelled' });
      },
    },
  ],
};
