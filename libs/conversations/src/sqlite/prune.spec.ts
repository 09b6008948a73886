import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { userConversation } from '@travellite/protocol';
import { accept, claim, commit } from '../conformance/kit.js';
import { fileName } from './open-file.js';
import { openSqliteConversations } from './sqlite-conversations.js';

const hourMs = 3_600_000;
const folder = mkdtempSync(join(tmpdir(), 'travellite-prune-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('forgets the ids of ended turns after two days, bit by bit, and none of an open turn', async () => {
  let now = 1_800_000_000_000;
  const conversations = openSqliteConversations({ folder, now: () => now });
  const store = { conversations, advance: async () => undefined, close: async () => undefined };
  const users = Array.from({ length: 40 }, (_, at) => userConversation(`user-${at}`));
  await Promise.all(users.map((user) => accept(store, user, 'first')));
  const run = async (round: number) => {
    await Promise.all(users.map((user) => accept(store, user, `turn-${round}`)));
    const held = await Promise.all(users.map(() => claim(store)));
    await Promise.all(held.map((one) => commit(store, one)));
  };
  for (let round = 0; round < 20; round += 1) await run(round);
  now += 47 * hourMs;
  expect(await accept(store, users[0] as 'user:user-0', 'turn-3')).toMatchObject({ status: 'duplicate' });
  now += 2 * hourMs;
  for (let round = 20; round < 40; round += 1) await run(round);
  // One turn always waits in every mailbox: sending it again changes nothing.
  const { queued } = await conversations.snapshot(users[0] as 'user:user-0');
  for (const { turn } of queued) {
    expect(await accept(store, users[0] as 'user:user-0', turn)).toEqual({
      status: 'duplicate',
      outcome: 'open',
    });
  }
  await conversations.close();
  const db = new DatabaseSync(join(folder, fileName), { readOnly: true });
  const count = db.prepare('SELECT count(*) AS n FROM turn_id WHERE accepted_at < ?').get(now - 48 * hourMs);
  db.close();
  expect(Number(count?.n)).toBeLessThan(400);
});
