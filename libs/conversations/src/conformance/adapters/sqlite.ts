import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConversationsFixture } from '../fixture.js';
import { openSqliteConversations } from '../../sqlite/sqlite-conversations.js';

/**
 * A kill is played by copying the files as they are, which is what the operating system keeps of a process that dies,
 * and opening the copy. A loss of power is a kill after which the machine has another boot.
 */
export const sqliteFixture: ConversationsFixture = {
  movesClock: true,
  async open({ maxEvents }) {
    const root = mkdtempSync(join(tmpdir(), 'travellite-conversations-'));
    let now = 1_800_000_000_000;
    let boot = 1;
    let folder = join(root, '0');
    let life = 0;
    const open = () => openSqliteConversations({ folder, now: () => now, maxEvents, bootId: `boot-${boot}` });
    let conversations = open();
    const kill = async () => {
      const next = join(root, String(++life));
      cpSync(folder, next, { recursive: true });
      await conversations.close();
      folder = next;
      conversations = open();
    };
    return {
      get conversations() {
        return conversations;
      },
      advance: async (ms) => void (now += ms),
      kill,
      losePower: async () => {
        boot += 1;
        await kill();
      },
      close: async () => {
        await conversations.close();
        rmSync(root, { recursive: true });
      },
    };
  },
};
