import { HumanMessage } from '@langchain/core/messages';
import { tool } from '@langchain/core/tools';
import { type Model, type ModelPart } from '@travellite/model';
import { TravelError } from '@travellite/protocol';
import fc from 'fast-check';
import { z } from 'zod';
import { estimateTokens } from './estimate-tokens.js';
import { MeteredModel } from './metered-model.js';
import { TokenBudget } from './token-budget.js';

/** A model that says these parts, then throws if told to. */
const saying = (parts: readonly ModelPart[], thrown?: TravelError): Model => ({
  name: 'scripted',
  capabilities: { offline: false, structured: true, usage: false, deterministic: true },
  async *answer() {
    for (const part of parts) yield await Promise.resolve(part);
    if (thrown !== undefined) throw thrown;
  },
  fill: async () =>
    thrown === undefined ? Promise.resolve({ value: { city: 'Paris' } as never }) : Promise.reject(thrown),
});

const text = (words: string): ModelPart => ({ type: 'text', text: words });
const question = [new HumanMessage('x'.repeat(400))];
const asked = 104;
const signal = new AbortController().signal;
const form = { name: 'trip', about: 'The trip.', schema: z.object({ city: z.string() }) };

async function listen(model: Model) {
  const heard: ModelPart[] = [];
  try {
    for await (const part of model.answer(question, { signal })) heard.push(part);
    return { heard, code: undefined };
  } catch (thrown) {
    return { heard, code: (thrown as TravelError).code };
  }
}

describe('a metered model', () => {
  it('counts what the provider counts', async () => {
    const budget = new TokenBudget({}, 0);
    const usage = { type: 'usage', inputTokens: 90, outputTokens: 7 } as const;
    const { heard } = await listen(new MeteredModel(saying([text('Hello.'), usage]), budget));
    expect(heard).toEqual([text('Hello.'), usage]);
    expect(budget.spent).toBe(97);
  });

  it('estimates where it does not, and tells that as usage', async () => {
    const budget = new TokenBudget({}, 0);
    const { heard } = await listen(new MeteredModel(saying([text('x'.repeat(40))]), budget));
    expect(heard.at(-1)).toEqual({ type: 'usage', inputTokens: asked, outputTokens: 10 });
    expect(budget.spent).toBe(asked + 10);
  });

  it('makes no request that does not fit', async () => {
    const budget = new TokenBudget({ turnTokens: asked - 1 }, 0);
    let begun = false;
    const model = { ...saying([]), answer: () => ((begun = true), saying([]).answer([], { signal })) };
    expect(await listen(new MeteredModel(model, budget))).toEqual({ heard: [], code: 'budget_exceeded' });
    expect({ begun, spent: budget.spent }).toEqual({ begun: false, spent: 0 });
  });

  it('breaks off an answer that outgrows it, and counts it as far as it came', async () => {
    const budget = new TokenBudget({ turnTokens: asked + 25 }, 0);
    const pieces = Array.from({ length: 50 }, () => text('x'.repeat(40)));
    const { heard, code } = await listen(new MeteredModel(saying(pieces), budget));
    expect({ heard: heard.length, code }).toEqual({ heard: 2, code: 'budget_exceeded' });
    expect(budget.spent).toBe(asked + 20);
  });

  it.each([
    ['nothing when the provider never began', [], 0],
    ['what was heard when it broke off', [text('x'.repeat(40))], asked + 10],
  ] as const)('counts %s', async (_what, parts, spent) => {
    const budget = new TokenBudget({}, 0);
    const down = new TravelError('provider_unavailable', 'down');
    await listen(new MeteredModel(saying(parts, down), budget));
    expect(budget.spent).toBe(spent);
  });

  it('counts an answer that its reader left', async () => {
    const budget = new TokenBudget({}, 0);
    const model = new MeteredModel(saying([text('x'.repeat(40)), text('y'.repeat(40))]), budget);
    for await (const part of model.answer(question, { signal })) if (part.type === 'text') break;
    expect(budget.spent).toBe(asked + 10);
  });

  it('counts forms, those filled badly as well', async () => {
    const budget = new TokenBudget({}, 0);
    const filled = await new MeteredModel(saying([]), budget).fill(form, question, { signal });
    expect(filled.usage?.inputTokens).toBeGreaterThan(asked);
    expect(budget.spent).toBe((filled.usage?.inputTokens ?? 0) + (filled.usage?.outputTokens ?? 0));
    const before = budget.spent;
    const badly = new MeteredModel(saying([], new TravelError('invalid', 'no')), budget);
    await expect(badly.fill(form, question, { signal })).rejects.toMatchObject({ code: 'invalid' });
    expect(budget.spent).toBeGreaterThan(before);
    const spent = budget.spent;
    const down = new MeteredModel(saying([], new TravelError('timeout', 'no')), budget);
    await expect(down.fill(form, question, { signal })).rejects.toMatchObject({ code: 'timeout' });
    expect(budget.spent).toBe(spent);
  });
});

describe('an estimate of tokens', () => {
  // Counts of the encoding cl100k_base, from OpenAI's cookbook ("How to count tokens with tiktoken") and its article "What are tokens".
  it.each([
    ['tiktoken is great!', 6],
    ['antidisestablishmentarianism', 6],
    ['2 + 2 = 4', 7],
    ['お誕生日おめでとう', 9],
    ["You miss 100% of the shots you don't take", 11],
    ['Cómo estás', 5],
  ])(
    'of %j is not below the %d that are published, and not half as many again and more',
    (text, published) => {
      expect(estimateTokens(text)).toBeGreaterThanOrEqual(published);
      expect(estimateTokens(text)).toBeLessThan(published * 1.5);
    },
  );

  it.each([' ', '\n', 'a ', '1', '.', 'é', '東'])('takes no more than its length in %j costs', (unit) => {
    const timed = (times: number) => {
      const text = `x${unit.repeat(times)}`;
      const began = performance.now();
      for (let round = 0; round < 5; round += 1) estimateTokens(text);
      return performance.now() - began;
    };
    timed(10_000);
    const [short, long] = [timed(50_000), timed(400_000)];
    // Eight times as much text: a quadratic reader takes 64 times as long, and minutes.
    expect(long).toBeLessThan(Math.max(short, 2) * 30);
  });

  it('grows with the text, and is nothing for none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        const whole = estimateTokens(`${one}\n${other}`);
        expect(whole).toBeGreaterThanOrEqual(Math.max(estimateTokens(one), estimateTokens(other)));
      }),
    );
    expect(estimateTokens('')).toBe(0);
  });
});

it('counts tools as they are sent, with what their arguments mean', async () => {
  const about = 'The day to leave on, as a date of the Gregorian calendar. '.repeat(20);
  const search = tool(() => 'nothing', {
    name: 'search',
    description: 'Searches.',
    schema: z.object({ day: z.string().describe(about) }),
  });
  const budget = new TokenBudget({}, 0);
  const model = new MeteredModel(saying([]), budget);
  for await (const part of model.answer(question, { signal, tools: [search] }))
    expect(part.type).toBe('usage');
  expect(budget.spent).toBeGreaterThan(asked + estimateTokens(about));
});
