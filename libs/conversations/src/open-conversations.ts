import { type Log, silentLog } from '@travellite/telemetry';
import { type Conversations } from './port.js';
import { type RedisOptions } from './redis/redis-options.js';

/** Which store, and how to reach it. */
export type ConversationsConfig =
  | {
      kind: 'sqlite';
      /** Data folder; one process at a time. */
      folder: string;
      /** Events kept per conversation; 2000 when not given. */
      maxEvents?: number;
      /** Unix ms; the machine's clock when not given. */
      now?: () => number;
    }
  | ({ kind: 'redis' } & Omit<RedisOptions, 'log'>);

/** Opens the configured store. Adapters are loaded on demand, so that the embedded form never loads a client library. */
export async function openConversations(
  config: ConversationsConfig,
  log: Log = silentLog,
): Promise<Conversations> {
  if (config.kind === 'redis') {
    const { RedisConversations } = await import('./redis/redis-conversations.js');
    return RedisConversations.open({ ...config, log });
  }
  const { openSqliteConversations } = await import('./sqlite/sqlite-conversations.js');
  return openSqliteConversations(config);
}
