import { DeliveryError } from '../delivery-error.js';
import { Waiting } from './waiting.js';

const stalled = () => new Promise<void>(() => undefined);

describe('a question to the service', () => {
  it('is given up in time also where it cannot be sent', async () => {
    const waiting = new Waiting<void>(20);
    await expect(waiting.ask('a', stalled)).rejects.toMatchObject({ code: 'timeout', retryable: true });
    expect(waiting.size).toBe(0);
  });

  it('is answered before it is known to be sent', async () => {
    const waiting = new Waiting<string>(1_000);
    const asked = waiting.ask('a', stalled);
    waiting.resolve('a', 'yes');
    expect(await asked).toBe('yes');
  });

  it('that could not be sent fails as sending did, for all who ask it', async () => {
    const waiting = new Waiting<void>(1_000);
    const fault = new DeliveryError('provider_unavailable', 'Gone.');
    const first = waiting.ask('a', stalled);
    const second = waiting.ask('a', () => Promise.reject(fault));
    await Promise.all([expect(first).rejects.toBe(fault), expect(second).rejects.toBe(fault)]);
  });
});
