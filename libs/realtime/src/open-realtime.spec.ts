import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openRealtime, type RealtimeSettings } from './index.js';

const native = { kind: 'native', wsUrl: 'ws://x', apiUrl: 'http://x', namespace: 'n', token: 't' } as const;

it.each<RealtimeSettings>([
  native,
  { kind: 'centrifugo', wsUrl: 'ws://x', apiUrl: 'http://x', apiKey: 'k', tokenSecret: 's', namespace: 'n' },
  { kind: 'ably', key: 'a.b:c', namespace: 'n' },
])('opens $kind, which connects to nothing by itself', async (settings) => {
  const provider = await openRealtime(settings);
  expect(provider.name).toBe(settings.kind);
  expect(provider.health()).toEqual({ ok: true });
  await provider.close();
});

it('says at once that a webhook secret is none', async () => {
  await expect(openRealtime({ ...native, webhookSecrets: ['not base64!'] })).rejects.toThrow();
});

it('packages of services are loaded where somebody connects, never with the room', () => {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.startsWith('conformance'),
  );
  const loading = files.filter((file) =>
    /^import (?!type )[^;]* from '(ably|centrifuge)'/m.test(readFileSync(join(folder, file), 'utf8')),
  );
  expect(files.length).toBeGreaterThan(20);
  expect(loading).toEqual([]);
});
