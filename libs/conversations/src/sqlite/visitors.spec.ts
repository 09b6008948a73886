import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  anonymousConversation,
  type ConversationId,
  type Turn,
  userConversation,
} from '@travellite/protocol';
import { openSqliteConversations } from './sqlite-conversations.js';

const turnOf = (conversation: ConversationId): Turn => ({
  id: 'one',
  conversation,
  message: { text: 'hello', author: { userId: 'somebody' }, ts: 1, door: 'trip-chat' },
});

test('a process that opens the file forgets the unnamed visitors of the one before, and nobody else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'travellite-visitors-'));
  try {
    const before = openSqliteConversations({ folder });
    const visitor = anonymousConversation('0190a1b2');
    // The name of a user says nothing about what kind of conversation it is.
    const named = userConversation('anon:0190a1b2');
    for (const conversation of [visitor, named]) {
      await before.accept(turnOf(conversation), { opening: [], maxQueued: 1 });
    }
    await before.close();
    const after = openSqliteConversations({ folder });
    expect((await after.snapshot(visitor)).queued).toEqual([]);
    expect((await after.snapshot(named)).queued).toHaveLength(1);
    expect(await after.load()).toMatchObject({ ready: 1 });
    await after.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
