import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRealtimeStage } from './realtime-harness.js';
import { soak } from './soak.js';

/** Fifty rooms for about two minutes: `TRAVELLITE_SOAK=1 npm test -- soak`. */
const isLong = process.env['TRAVELLITE_SOAK'] === '1';
const plan = isLong
  ? {
      rooms: 50,
      membersPerRoom: 3,
      messagesPerMember: 12,
      paceMs: 6_000,
      dropEveryMs: 5_000,
      patienceMs: 60_000,
    }
  : { rooms: 8, membersPerRoom: 3, messagesPerMember: 4, paceMs: 250, dropEveryMs: 700, patienceMs: 15_000 };

it('loses, doubles and disorders nothing while the service is cut off, loses confirmations, doubles and reorders', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'travellite-soak-'));
  const stage = await openRealtimeStage(folder, { TRAVELLITE_AGENT: 'echo' });
  try {
    stage.service.faults.set({
      acks: { lose: 0.05, duplicate: 0.1 },
      deliveries: { duplicate: 0.1, reorder: 0.1 },
      webhooks: { duplicate: 0.2 },
    });
    const result = await soak(stage, plan);
    expect(result).toMatchObject({ lost: 0, doubled: 0, disordered: 0 });
    expect(result.drops).toBeGreaterThan(1);
    const metrics = await (await fetch(`${stage.standalone.url}/metrics`)).text();
    const count = (name: string) =>
      Number(new RegExp(`\ntravellite_${name}_total (\\d+)`).exec(metrics)?.[1]);
    // The fallback was used, and left again.
    expect(count('answers_published_by_http')).toBeGreaterThan(0);
    expect(count('answers_published_by_http')).toBeLessThan(count('answers_published'));
    expect(count('connections_opened')).toBeGreaterThan(1);
    process.stderr.write(`soak: ${JSON.stringify(result)}, ${count('answers_published_by_http')} by HTTP\n`);
  } finally {
    await stage.close();
    rmSync(folder, { recursive: true });
  }
}, 240_000);
