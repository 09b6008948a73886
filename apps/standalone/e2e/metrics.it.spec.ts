import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endAll, start } from './process.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'travellite-metrics-'))));
afterEach(() => {
  endAll();
  rmSync(folder, { recursive: true, force: true });
});

test('one process shows the metrics of the doors, the worker and the store together', async () => {
  const server = await start(folder);
  const chat = await fetch(`${server.url}/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message: 'hello' }),
  });
  expect(chat.status).toBe(200);
  const text = await (await fetch(`${server.url}/metrics`)).text();
  expect(text).toContain('\ntravellite_ws_connections_open 0\n');
  expect(text).toContain('\ntravellite_turns_committed_total 1\n');
  expect(text).toContain('\ntravellite_store_ready_conversations 0\n');
  expect(text).toMatch(/\ntravellite_worker_slots [1-9]\d*\n/);
});
