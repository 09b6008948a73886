import { setTimeout as wait } from 'node:timers/promises';
import { ChatModelAdapter } from '../adapter/chat-model-adapter.js';
import { type Model } from '../port.js';
import { OfflineChatModel } from './offline-chat-model.js';

/** The model that needs nothing. */
export function createOfflineModel(): Model {
  return new ChatModelAdapter(new OfflineChatModel(), {
    name: 'offline',
    capabilities: { offline: true, structured: false, usage: false, deterministic: true },
    silenceMs: 10_000,
    marksEnd: false,
    retry: {
      retries: 0,
      baseDelayMs: 0,
      maxDelayMs: 0,
      now: Date.now,
      wait: (ms, signal) => wait(ms, undefined, { signal }),
    },
  });
}
