import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openConversations, type Conversations } from '@travellite/conversations';
import { freePort, startNats, startRedis, type TestServer } from '@travellite/test-servers';
import { openProxy, type Proxy } from '../faults/proxy.js';
import { Channel, type ChannelOptions } from './channel.js';
import { Supervisor } from './supervisor.js';

/** What the services of a run are told besides where their servers are. */
export interface StageOptions {
  workers: number;
  gateways: number;
  /** Services reach NATS and Redis over links that can be treated badly. */
  links?: boolean;
  /** With webhook doors, publishers and a realtime service. */
  channel?: Omit<ChannelOptions, 'env' | 'onLine'>;
  /** More environment of every worker. */
  workerEnv?: Record<string, string>;
  /** A program to run as worker instead of the app's own. */
  workerMain?: string;
  workerArgs?: readonly string[];
  onLine?: (line: string) => void;
}

/** Partitions of every run: few enough that each is busy. */
export const partitions = 4;
/** How long a call to NATS or Redis may take, in ms: short, so that a run sees many of them fail. */
export const operationTimeoutMs = 1_000;
/** How long a worker holds a turn without a sign of life, in ms. */
export const leaseMs = 1_500;
/** Events the services keep per conversation, as `agent-worker` sets it. */
const maxEvents = 2_000;

/** A whole cluster on this machine: real servers, real service processes. */
export class Stage {
  private constructor(
    readonly folder: string,
    readonly nats: TestServer,
    readonly redis: TestServer,
    readonly natsLink: Proxy | undefined,
    readonly redisLink: Proxy | undefined,
    readonly workers: Supervisor,
    readonly gateways: Supervisor,
    /** Where the gateways listen; they keep their addresses over restarts. */
    readonly gatewayUrls: readonly string[],
    readonly channel: Channel | undefined,
    /** The checker's own look at the store, by a link nobody touches. */
    readonly conversations: Conversations,
    private readonly calmEnv: Record<string, string>,
  ) {}

  static async open(options: StageOptions): Promise<Stage> {
    const folder = mkdtempSync(join(tmpdir(), 'travellite-chaos-'));
    mkdirSync(folder, { recursive: true });
    const [nats, redis] = await Promise.all([startNats({ folder }), startRedis({ folder })]);
    const links = options.links ? [await openProxy(nats.port), await openProxy(redis.port)] : [];
    const env = {
      HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
      NATS_URL: links[0] ? `nats://127.0.0.1:${links[0].port}` : nats.url,
      REDIS_URL: links[1] ? `redis://127.0.0.1:${links[1].port}` : redis.url,
      TRAVELLITE_PARTITIONS: String(partitions),
      TRAVELLITE_OPERATION_TIMEOUT_MS: String(operationTimeoutMs),
    };
    const { onLine, workerMain, workerArgs, workerEnv } = options;
    const calm = {
      ...env,
      PORT: '0',
      TRAVELLITE_AGENT: 'trial',
      TRAVELLITE_LEASE_MS: String(leaseMs),
    };
    const workers = await Supervisor.start({
      app: 'agent-worker',
      count: options.workers,
      env: () => ({ ...calm, ...workerEnv }),
      ...(workerMain === undefined ? {} : { main: workerMain }),
      ...(workerArgs === undefined ? {} : { args: workerArgs }),
      ...(onLine ? { onLine } : {}),
    });
    const ports = await Promise.all(Array.from({ length: options.gateways }, () => freePort()));
    const gateways = await Supervisor.start({
      app: 'ws-gateway',
      count: options.gateways,
      env: (nth) => ({ ...env, PORT: String(ports[nth]) }),
      ...(onLine ? { onLine } : {}),
    });
    const channel =
      options.channel && (await Channel.open({ ...options.channel, env, ...(onLine ? { onLine } : {}) }));
    const conversations = await openConversations({
      kind: 'redis',
      url: redis.url,
      partitions,
      maxEvents,
      operationTimeoutMs,
    });
    const urls = ports.map((port) => `ws://127.0.0.1:${port}`);
    return new Stage(
      folder,
      nats,
      redis,
      links[0],
      links[1],
      workers,
      gateways,
      urls,
      channel,
      conversations,
      calm,
    );
  }

  /** From now on no worker brings about its own death. */
  async calmWorkers(): Promise<void> {
    this.workers.setEnv(() => this.calmEnv);
    await Promise.all(this.workers.processes.map((worker) => worker.end('SIGKILL')));
  }

  /** Everything ends, and nothing is left on the disk. */
  async close(): Promise<void> {
    await Promise.all([this.workers.stop(), this.gateways.stop(), this.channel?.close()]);
    await this.conversations.close();
    await Promise.all([this.natsLink?.close(), this.redisLink?.close()]);
    await Promise.all([this.nats.kill(), this.redis.kill()]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
