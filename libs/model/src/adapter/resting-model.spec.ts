import { HumanMessage } from '@langchain/core/messages';
import { type Act, type ChatCompletionsServer, startChatCompletionsServer } from '@travellite/test-servers';
import fc from 'fast-check';
import { z } from 'zod';
import { collect, never, textOfParts } from '../conformance/fixture.js';
import { createOpenAiModel } from '../openai/openai-model.js';
import { ProviderRest } from './provider-rest.js';

const down: Act = { kind: 'status', status: 503 };
const fine: Act = { kind: 'text', pieces: ['Here ', 'I am.'] };
const question = [new HumanMessage('Are you there?')];
const form = { name: 'trip', about: 'The trip.', schema: z.object({ city: z.string() }) };

describe('a provider that fails', () => {
  let server: ChatCompletionsServer;
  let now = 0;
  beforeEach(async () => {
    now = 1_000_000;
    server = await startChatCompletionsServer();
  });
  afterEach(() => server.close());

  const open = (key = server.key) =>
    createOpenAiModel({
      ...{ apiKey: key, baseUrl: server.url, name: 'test-model', silenceMs: 300, retry: { retries: 0 } },
      rest: { failures: 3, restMs: 30_000, now: () => now },
    });
  type OpenModel = ReturnType<typeof open>;
  const ask = (model: OpenModel, signal = never()) => collect(model.answer(question, { signal }));
  const outcome = (model: OpenModel) =>
    ask(model).then(textOfParts, (error: unknown) => (error as { code: string }).code);

  it('is left alone after three failures in a row, and asked again when it has rested', async () => {
    const model = open();
    server.onRequest(() => down);
    for (let turn = 0; turn < 5; turn += 1) expect(await outcome(model)).toBe('provider_unavailable');
    expect(server.requests).toHaveLength(3);
    server.onRequest(() => fine);
    now += 29_999;
    expect(await outcome(model)).toBe('provider_unavailable');
    now += 1;
    expect(await outcome(model)).toBe('Here I am.');
    server.onRequest(() => down);
    expect(await outcome(model)).toBe('provider_unavailable');
    server.onRequest(() => fine);
    expect(await outcome(model)).toBe('Here I am.');
  });

  it('is tried by one request only, and rests again when that fails', async () => {
    const model = open();
    server.onRequest(() => down);
    for (let turn = 0; turn < 3; turn += 1) await outcome(model);
    now += 30_000;
    await Promise.all([outcome(model), outcome(model), outcome(model)]);
    expect(server.requests).toHaveLength(4);
    await outcome(model);
    expect(server.requests).toHaveLength(4);
  });

  it('is there for everybody as soon as its trial begins to answer, and rests again if that breaks off', async () => {
    const model = open();
    server.onRequest(() => down);
    for (let turn = 0; turn < 3; turn += 1) await outcome(model);
    now += 30_000;
    server.onRequest(() => ({ kind: 'cut', pieces: ['I was'] }));
    const begin = () => model.answer(question, { signal: never() })[Symbol.asyncIterator]();
    const trial = begin();
    expect((await trial.next()).value).toMatchObject({ text: 'I was' });
    server.onRequest(() => fine);
    const aside = begin();
    expect((await aside.next()).value).toMatchObject({ text: 'Here ' });
    await expect(trial.next()).rejects.toMatchObject({ code: 'provider_unavailable' });
    await aside.return?.();
    expect(await outcome(model)).toBe('provider_unavailable');
    expect(server.requests).toHaveLength(5);
  });

  it('is left alone as long as it asks for, at once', async () => {
    const model = open();
    server.onRequest(() => ({ kind: 'status', status: 429, headers: { 'retry-after': '60' } }));
    await outcome(model);
    server.onRequest(() => fine);
    now += 59_999;
    expect(await outcome(model)).toBe('provider_unavailable');
    now += 1;
    expect(await outcome(model)).toBe('Here I am.');
  });

  it.each<{ what: string; act: Act; key?: string }>([
    { what: 'does not answer', act: { kind: 'hang' } },
    { what: 'breaks off', act: { kind: 'cut', pieces: ['I was'] } },
    { what: 'refuses our key', act: fine, key: 'another-key' },
  ])('counts when it $what', async ({ act, key }) => {
    const model = open(key);
    server.onRequest(() => act);
    for (let turn = 0; turn < 3; turn += 1) await outcome(model);
    const error = await ask(model).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'provider_unavailable',
      message: expect.stringMatching(/left alone/),
    });
  });

  it('does not rest for what is no fault of it: a refused request, a bad form, a stopped answer', async () => {
    const model = open();
    server.onRequest(() => ({ kind: 'status', status: 400 }));
    for (let turn = 0; turn < 4; turn += 1) await outcome(model);
    server.onRequest(() => ({ kind: 'tools', calls: [{ name: 'trip', args: { city: 5 } }] }));
    for (let turn = 0; turn < 4; turn += 1) {
      await expect(model.fill(form, question, { signal: never() })).rejects.toMatchObject({
        code: 'invalid',
      });
    }
    server.onRequest(() => ({ kind: 'hang' }));
    for (let turn = 0; turn < 4; turn += 1) {
      await expect(ask(model, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
    }
    server.onRequest(() => fine);
    expect(await outcome(model)).toBe('Here I am.');
  });

  it('is free for the next when a trial is left in the middle', async () => {
    const model = open();
    server.onRequest(() => down);
    for (let turn = 0; turn < 3; turn += 1) await outcome(model);
    now += 30_000;
    server.onRequest(() => fine);
    for await (const part of model.answer(question, { signal: never() })) if (part.type === 'text') break;
    expect(await outcome(model)).toBe('Here I am.');
  });
});

it('whatever happens, after the rest somebody gets through', () => {
  const steps = fc.array(fc.constantFrom('admit', 'succeeded', 'failed', 'abandoned', 'wait'), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(steps, (given) => {
      let now = 1;
      const rest = new ProviderRest({ failures: 2, restMs: 100, mostRestMs: 100, now: () => now });
      const underWay: ReturnType<ProviderRest['admit']>[] = [];
      for (const step of given) {
        if (step === 'wait') now += 60;
        else if (step !== 'admit') underWay.pop()?.[step]();
        else if (rest.state !== 'open') {
          try {
            underWay.push(rest.admit());
          } catch {
            expect(rest.state).toBe('half_open');
          }
        }
      }
      for (const admission of underWay) admission.abandoned();
      now += 100;
      expect(() => rest.admit()).not.toThrow();
    }),
  );
});
