import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServiceProcess, startService } from '@travellite/cluster';
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
    private readonly folder: string,
    private readonly servers: TestServer[],
    private readonly services: ServiceProcess[],
    readonly redisUrl: string,
    /** `ws://127.0.0.1:<port>` */
    readonly url: string,
    /** Where webhooks are taken; empty without a webhook door. */
    readonly webhookUrl: string,
  ) {}

  static async start({ workers, agent, slots = 256, webhookSecret }: ClusterSettings): Promise<BenchCluster> {
    const folder = mkdtempSync(join(tmpdir(), 'travellite-bench-'));
    const [nats, redis] = await Promise.all([startNats({ folder }), startRedis({ folder })]);
    const env = {
      ...{ HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'info', NATS_URL: nats.url, REDIS_URL: redis.url },
      TRAVELLITE_AGENT: agent,
      TRAVELLITE_SLOTS: String(slots),
    };
    const services: ServiceProcess[] = [];
    for (let worker = 0; worker < workers; worker += 1)
      services.push(await startService('agent-worker', { env }));
    const gateway = await startService('ws-gateway', { env });
    services.push(gateway);
    let webhookUrl = '';
    if (webhookSecret !== undefined) {
      const more = { REALTIME_NAMESPACE_ID: 'bench', REALTIME_WEBHOOK_SECRET: webhookSecret };
      const ingress = await startService('webhook-ingress', { env: { ...env, ...more } });
      services.push(ingress);
      webhookUrl = `${ingress.url}/api/realtime/webhook`;
    }
    const url = gateway.url.replace('http', 'ws');
    return new BenchCluster(folder, [nats, redis], services, redis.url, url, webhookUrl);
  }

  /** Process ids of everything, servers included: what a turn costs is spread over them. */
  get pids(): number[] {
    return [...this.services.map(({ child }) => child.pid ?? 0), ...this.servers.map(({ pid }) => pid)];
  }

  async stop(): Promise<void> {
    for (const service of this.services.toReversed()) await service.end('SIGTERM');
    for (const server of this.servers) await server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
