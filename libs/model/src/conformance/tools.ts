import { collect, flightTool, type ModelFixture, never } from './fixture.js';

/** Guarantee 2. */
export function toolsSuite(fixture: () => ModelFixture): void {
  it('calls a bound tool with an id of its own and readable arguments', async () => {
    const { model, messages } = await fixture().callsTool();
    const parts = await collect(model.answer(messages, { signal: never(), tools: [flightTool] }));
    const calls = parts.filter((part) => part.type === 'tool_call');
    expect(calls.length).toBeGreaterThanOrEqual(1);
    expect(new Set(calls.map((call) => call.id)).size).toBe(calls.length);
    for (const call of calls) {
      expect(call.name).toBe('searchFlights');
      expect(call.args).toEqual({
        from: expect.any(String),
        to: expect.any(String),
        date: expect.any(String),
      });
    }
  });

  it('calls no tool when none is bound', async () => {
    const { model, messages } = await fixture().answers();
    const parts = await collect(model.answer(messages, { signal: never() }));
    expect(parts.filter((part) => part.type === 'tool_call')).toEqual([]);
  });

  it('leaves out calls of tools that are not bound or that cannot be read', async () => {
    const situations = await fixture().callsWrongly();
    if (typeof situations === 'string') return skipped(situations);
    expect(situations.length).toBeGreaterThan(0);
    for (const { model, messages } of situations) {
      const parts = await collect(model.answer(messages, { signal: never(), tools: [flightTool] }));
      expect(parts.filter((part) => part.type === 'tool_call')).toEqual([]);
    }
  });
}

/** A situation an adapter cannot be brought into; said aloud, so that nobody counts it as checked. */
export const skipped = (reason: string): void => {
  process.stderr.write(`  skipped: ${reason}\n`);
};
