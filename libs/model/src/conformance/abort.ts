import { collect, type ModelFixture } from './fixture.js';
import { skipped } from './tools.js';

/** Guarantee 4. */
export function abortSuite(fixture: () => ModelFixture): void {
  it('does not begin when it is stopped before', async () => {
    const { model, messages } = await fixture().answers();
    const answer = collect(model.answer(messages, { signal: AbortSignal.abort() }));
    await expect(answer).rejects.toMatchObject({ name: 'TravelError', code: 'cancelled' });
  });

  it('says nothing more once it is stopped', async () => {
    const { model, messages } = await fixture().answers();
    const stop = new AbortController();
    const heard: string[] = [];
    const listen = async () => {
      for await (const part of model.answer(messages, { signal: stop.signal })) {
        heard.push(part.type);
        stop.abort();
      }
    };
    await expect(listen()).rejects.toMatchObject({ name: 'TravelError', code: 'cancelled' });
    expect(heard).toEqual(['text']);
  });

  it('lets go of a provider that does not answer', async () => {
    const situations = await fixture().stalls();
    if (typeof situations === 'string') return skipped(situations);
    for (const { model, messages } of situations) {
      const stop = new AbortController();
      const answer = collect(model.answer(messages, { signal: stop.signal }));
      setImmediate(() => stop.abort());
      await expect(answer).rejects.toMatchObject({ name: 'TravelError', code: 'cancelled' });
    }
  });
}
