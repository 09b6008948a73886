import { collect, type ModelFixture, never } from './fixture.js';
import { skipped } from './tools.js';

/** Guarantee 5. */
export function errorsSuite(fixture: () => ModelFixture): void {
  it('tells each failure of the provider in our words', async () => {
    const situations = await fixture().fails();
    if (typeof situations === 'string') return skipped(situations);
    for (const { model, messages, why, retryable } of situations) {
      const thrown = await collect(model.answer(messages, { signal: never() })).catch(
        (error: unknown) => error,
      );
      expect({ why, thrown }).toMatchObject({
        why,
        thrown: { name: 'TravelError', code: 'provider_unavailable', retryable },
      });
    }
  });

  it('gives up on a provider that falls silent', async () => {
    const situations = await fixture().stalls();
    if (typeof situations === 'string') return skipped(situations);
    for (const { model, messages } of situations) {
      const answer = collect(model.answer(messages, { signal: never() }));
      await expect(answer).rejects.toMatchObject({ name: 'TravelError', code: 'timeout' });
    }
  });
}
