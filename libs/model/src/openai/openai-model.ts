import { setTimeout as wait } from 'node:timers/promises';
import { ChatOpenAI } from '@langchain/openai';
import { ChatModelAdapter } from '../adapter/chat-model-adapter.js';
import { type RestPolicy, usualRest } from '../adapter/provider-rest.js';
import { RestingModel } from '../adapter/resting-model.js';
import { type RetryPolicy } from '../adapter/retry.js';
import { type Model } from '../port.js';

export interface OpenAiOptions {
  apiKey: string;
  /** Any service that speaks the chat-completions API; the provider's own when absent. */
  baseUrl?: string;
  /** Model name there. */
  name: string;
  /** Longest silence in ms, before the first and between two pieces of an answer. */
  silenceMs?: number;
  retry?: Partial<RetryPolicy>;
  /** When the provider is left alone after failures. */
  rest?: Partial<RestPolicy>;
}

const defaultRetry: RetryPolicy = {
  retries: 2,
  baseDelayMs: 300,
  maxDelayMs: 3_000,
  now: Date.now,
  wait: (ms, signal) => wait(ms, undefined, { signal }),
};

/** A model behind the chat-completions API. Opens nothing until it is asked. */
export function createOpenAiModel(options: OpenAiOptions): Model {
  const chat = new ChatOpenAI({
    model: options.name,
    apiKey: options.apiKey,
    streamUsage: true,
    useResponsesApi: false,
    // The adapter repeats, and only before the first piece; two layers of repeats would multiply.
    maxRetries: 0,
    configuration: { baseURL: options.baseUrl, maxRetries: 0 },
  });
  const model = new ChatModelAdapter(chat, {
    name: options.name,
    capabilities: { offline: false, structured: true, usage: true, deterministic: false },
    silenceMs: options.silenceMs ?? 20_000,
    retry: { ...defaultRetry, ...options.retry },
    marksEnd: true,
  });
  return new RestingModel(model, { ...usualRest, ...options.rest });
}
