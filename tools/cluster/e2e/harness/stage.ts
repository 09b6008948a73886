import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNats, startRedis, type TestServer } from '@travellite/test-servers';
import { type App, type ServiceProcess, startService } from '../../src/service-process.js';

/** Real servers and real services, which all end with `close`. */
export interface Stage {
  nats: TestServer;
  redis: TestServer;
  /** Starts a service with quick settings for trials; `env` adds to them. */
  start(app: App, env?: Record<string, string>, until?: 'ready' | 'listening'): Promise<ServiceProcess>;
  /** Every line the services printed. */
  lines: string[];
  close(): Promise<void>;
}

const quick = {
  HOST: '127.0.0.1',
  PORT: '0',
  TRAVELLITE_AGENT: 'trial',
  TRAVELLITE_PARTITIONS: '2',
  TRAVELLITE_OPERATION_TIMEOUT_MS: '1000',
};

export async function openStage(
  args: { nats?: string[]; redis?: string[] } = {},
  shared: Record<string, string> = {},
): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'travellite-cluster-'));
  const nats = await startNats({ folder, args: args.nats });
  const redis = await startRedis({ folder, args: args.redis });
  const services: ServiceProcess[] = [];
  const lines: string[] = [];
  const giveUp = new AbortController();
  return {
    ...{ nats, redis, lines },
    async start(app, env = {}, until = 'ready') {
      const service = await startService(app, {
        env: { ...quick, NATS_URL: nats.url, REDIS_URL: redis.url, ...shared, ...env },
        onLine: (line) => void lines.push(line),
        signal: giveUp.signal,
        until,
      });
      services.push(service);
      return service;
    },
    async close() {
      giveUp.abort();
      await Promise.all(services.map(({ ended }) => ended));
      await Promise.all([nats.stop(), redis.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Why these tests may be left out. */
export const leftOut = process.env['TRAVELLITE_SKIP_SERVERS'] === '1';

/** How long a test may take: it starts processes, on machines that may be busy. */
export const patienceMs = 90_000;
