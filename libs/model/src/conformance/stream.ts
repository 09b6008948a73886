import { collect, type ModelFixture, never, textOfParts } from './fixture.js';

/** Guarantee 1. */
export function streamSuite(fixture: () => ModelFixture): void {
  it('streams an answer piece by piece, and the pieces are the answer', async () => {
    const { model, messages, text } = await fixture().answers();
    const parts = await collect(model.answer(messages, { signal: never() }));
    const pieces = parts.filter((part) => part.type === 'text');
    expect(pieces.length).toBeGreaterThanOrEqual(3);
    expect(pieces.every((piece) => piece.text !== '')).toBe(true);
    expect(textOfParts(parts)).not.toBe('');
    if (text !== undefined) expect(textOfParts(parts)).toBe(text);
  });

  it('answers two conversations at the same time without mixing them', async () => {
    const { model, messages } = await fixture().answers();
    const both = await Promise.all([1, 2].map(() => collect(model.answer(messages, { signal: never() }))));
    expect(textOfParts(both[0] ?? [])).toBe(textOfParts(both[1] ?? []));
  });
}
