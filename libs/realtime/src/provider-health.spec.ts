import { DeliveryError } from './delivery-error.js';
import { type ConnectionEnd, type RealtimeConnection } from './port.js';
import { ProviderHealth } from './provider-health.js';

function connectionWith() {
  const end = Promise.withResolvers<ConnectionEnd>();
  const connection = {
    closed: end.promise,
    close: async () => end.resolve({ reason: 'closed_here', sentence: 'here' }),
  } as unknown as RealtimeConnection;
  return { connection, end };
}

const fail = (error: unknown) => () => Promise.reject(error);

describe('what is known of a service', () => {
  it.each([
    ['provider_unavailable', false],
    ['timeout', false],
    ['rate_limited', false],
    ['unauthenticated', false],
    ['forbidden', false],
    ['too_large', true],
    ['invalid', true],
    ['not_found', true],
    ['cancelled', true],
  ] as const)('after %s it is well: %p', async (code, ok) => {
    const health = new ProviderHealth();
    await expect(health.noting(fail(new DeliveryError(code, 'sentence')))).rejects.toMatchObject({ code });
    expect(health.read()).toEqual(ok ? { ok } : { ok, detail: 'sentence' });
  });

  it('is well again as soon as something works', async () => {
    const health = new ProviderHealth();
    await health.noting(fail(new DeliveryError('timeout', 'x'))).catch(() => undefined);
    expect(await health.noting(async () => 7)).toBe(7);
    expect(health.read()).toEqual({ ok: true });
  });

  it('is not well when a connection was lost, and is when it was closed here', async () => {
    const health = new ProviderHealth();
    const [lost, closed] = [connectionWith(), connectionWith()];
    health.add(lost.connection);
    health.add(closed.connection);
    await closed.connection.close();
    await closed.end.promise;
    expect(health.read()).toEqual({ ok: true });
    lost.end.resolve({ reason: 'lost', sentence: 'gone' });
    await lost.end.promise;
    await Promise.resolve();
    expect(health.read()).toEqual({ ok: false, detail: 'gone' });
  });

  it('closes what is open, and does nothing afterwards', async () => {
    const health = new ProviderHealth();
    const { connection, end } = connectionWith();
    health.add(connection);
    await health.close();
    await health.close();
    expect((await end.promise).reason).toBe('closed_here');
    let worked = false;
    await expect(health.noting(async () => (worked = true))).rejects.toMatchObject({ code: 'cancelled' });
    expect(worked).toBe(false);
  });
});
