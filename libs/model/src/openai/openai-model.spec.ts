import { HumanMessage } from '@langchain/core/messages';
import { type Act, startChatCompletionsServer } from '@travellite/test-servers';
import { modelConformance } from '../conformance/model-conformance.js';
import { createOpenAiModel } from './openai-model.js';

const messages = [new HumanMessage('Three days in Paris')];

modelConformance('an OpenAI-compatible model', async () => {
  const servers: Awaited<ReturnType<typeof startChatCompletionsServer>>[] = [];
  const situation = async (act: Act, options: { key?: string; silenceMs?: number } = {}) => {
    const server = await startChatCompletionsServer();
    servers.push(server);
    server.onRequest(() => act);
    const model = createOpenAiModel({
      apiKey: options.key ?? server.key,
      baseUrl: server.url,
      name: 'test-model',
      silenceMs: options.silenceMs ?? 5_000,
      retry: { retries: 1, wait: async () => Promise.resolve() },
    });
    return { model, messages };
  };
  const failure = async (why: string, retryable: boolean, act: Act, key?: string) => ({
    ...(await situation(act, key === undefined ? {} : { key })),
    why,
    retryable,
  });
  const nothing: Act = { kind: 'text', pieces: [] };
  const flight = { from: 'New York', to: 'Paris', date: '2026-12-15' };
  return Promise.resolve({
    name: 'openai',
    answers: async () => ({
      ...(await situation({ kind: 'text', pieces: ['Paris', ' is', ' lovely', '.'] })),
      text: 'Paris is lovely.',
    }),
    callsTool: () =>
      situation({
        kind: 'tools',
        calls: [
          { name: 'searchFlights', args: flight },
          { name: 'searchFlights', args: { ...flight, from: 'Paris', to: 'New York' } },
        ],
      }),
    callsWrongly: async () => [
      await situation({ kind: 'tools', calls: [{ name: 'deleteEverything', args: {} }] }),
      await situation({ kind: 'tools', calls: [{ name: 'searchFlights', args: ['Paris'] }] }),
      await situation({ kind: 'broken_tool', name: 'searchFlights' }),
    ],
    fills: async () => ({
      well: await situation({ kind: 'tools', calls: [{ name: 'trip', args: { city: 'Paris', days: 3 } }] }),
      badly: await situation({ kind: 'tools', calls: [{ name: 'trip', args: { days: 'three' } }] }),
    }),
    stalls: async () => [
      await situation({ kind: 'hang' }, { silenceMs: 150 }),
      await situation({ kind: 'stall', pieces: ['Par'] }, { silenceMs: 150 }),
    ],
    fails: async () => [
      await failure('wrong key', false, nothing, 'another-key'),
      await failure('bad request', false, { kind: 'status', status: 400 }),
      await failure('no such model', false, { kind: 'status', status: 404 }),
      await failure('over quota', true, { kind: 'status', status: 429, headers: { 'retry-after': '1' } }),
      await failure('a fault there', true, { kind: 'status', status: 500 }),
      await failure('cut off', true, { kind: 'cut', pieces: ['Par'] }),
    ],
    close: async () => {
      await Promise.all(servers.map((server) => server.close()));
    },
  });
});
