import { type Conversations } from './port.js';

/** Which store, and how to reach it. */
export type ConversationsConfig = {
  kind: 'sqlite';
  /** Data folder; one process at a time. */
  folder: string;
  /** Events kept per conversation; 2000 when not given. */
  maxEvents?: number;
};

/** Opens the configured store. Adapters are loaded on demand, so that the embedded form never loads a client library. */
export async function openConversations(config: ConversationsConfig): Promise<Conversations> {
  const { openSqliteConversations } = await import('./sqlite/sqlite-conversations.js');
  return openSqliteConversations(config);
}
