import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServiceProcess, startService } from '@travellite/cluster';
import { type Started, startedTogether, stopAll } from '../running.js';
import { startNats, startRedis, type TestServer } from '@travellite/test-servers';

export interface ClusterSettings {
  workers: number;
  agent: 'echo' | 'trial';
  /** Turns a worker runs at the same time. */
  slots?: number;
  /** Given: a webhook door besides, which this vouches to. */
  webhookSecret?: string;
}

/** A cluster under measurement: NATS with JetStream on disk, Redis that syncs every write, one gateway. */
export class BenchCluster {
  private constructor(
    private readonly parts: readonly Started[],
    private readonly running: { servers: readonly TestServer[]; services: readonly ServiceProcess[] },
    readonly redisUrl: string,
    /** `ws://127.0.0.1:<port>` */
    readonly url: string,
    /** Where webhooks are taken; empty without a webhook door. */
    readonly webhookUrl: string,
  ) {}

  /** Leaves nothing running when a part of it cannot be started. */
  static start(settings: ClusterSettings): Promise<BenchCluster> {
    return startedTogether((runs) => BenchCluster.startParts(settings, runs));
  }

  private static async startParts(
    { workers, agent, slots = 256, webhookSecret }: ClusterSettings,
    runs: <Part extends Started>(part: Part) => Part,
  ): Promise<BenchCluster> {
    const parts: Started[] = [];
    const part = <Part extends Started>(one: Part): Part => {
      parts.push(one);
      return runs(one);
    };
    const folder = mkdtempSync(join(tmpdir(), 'travellite-bench-'));
    part({ stop: async () => Promise.resolve(rmSync(folder, { recursive: true, force: true })) });
    const nats = part(await startNats({ folder }));
    const redis = part(await startRedis({ folder }));
    const env = {
      ...{ HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'info', NATS_URL: nats.url, REDIS_URL: redis.url },
      TRAVELLITE_AGENT: agent,
      TRAVELLITE_SLOTS: String(slots),
    };
    const services: ServiceProcess[] = [];
    const serve = async (...[name, options]: Parameters<typeof startService>): Promise<ServiceProcess> => {
      const service = await startService(name, options);
      part({ stop: () => service.end('SIGTERM') });
      services.push(service);
      return service;
    };
    for (let worker = 0; worker < workers; worker += 1) await serve('agent-worker', { env });
    const gateway = await serve('ws-gateway', { env });
    let webhookUrl = '';
    if (webhookSecret !== undefined) {
      const more = { REALTIME_NAMESPACE_ID: 'bench', REALTIME_WEBHOOK_SECRET: webhookSecret };
      const ingress = await serve('webhook-ingress', { env: { ...env, ...more } });
      webhookUrl = `${ingress.url}/api/realtime/webhook`;
    }
    const url = gateway.url.replace('http', 'ws');
    return new BenchCluster(parts, { servers: [nats, redis], services }, redis.url, url, webhookUrl);
  }

  /** Process ids of everything, servers included: what a turn costs is spread over them. */
  get pids(): number[] {
    const { servers, services } = this.running;
    return [...services.map(({ child }) => child.pid ?? 0), ...servers.map(({ pid }) => pid)];
  }

  /** Services first, then their servers, then the folder. */
  stop(): Promise<void> {
    return stopAll(this.parts);
  }
}
