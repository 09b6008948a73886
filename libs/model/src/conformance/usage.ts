import { collect, type ModelFixture, never, textOfParts } from './fixture.js';

/** Guarantees 6 and 7. */
export function usageSuite(fixture: () => ModelFixture): void {
  it('counts tokens once, at the end, where it says that it counts', async () => {
    const { model, messages } = await fixture().answers();
    const parts = await collect(model.answer(messages, { signal: never() }));
    const counted = parts.filter((part) => part.type === 'usage');
    expect(counted.length).toBe(model.capabilities.usage ? 1 : 0);
    if (model.capabilities.usage) {
      expect(parts.at(-1)).toEqual({
        type: 'usage',
        inputTokens: expect.any(Number),
        outputTokens: expect.any(Number),
      });
    }
  });

  it('gives the same answer to the same messages where it says so', async () => {
    const { model, messages } = await fixture().answers();
    if (!model.capabilities.deterministic) return;
    const once = await collect(model.answer(messages, { signal: never() }));
    const again = await collect(model.answer(messages, { signal: never() }));
    expect(textOfParts(again)).toBe(textOfParts(once));
  });
}
