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

/** What Node has compiled of the services; goes with this process. */
const compiled = mkdtempSync(join(tmpdir(), 'travellite-compiled-'));
process.once('exit', () => rmSync(compiled, { recursive: true, force: true }));

type Closing = Pick<AsyncDisposableStack, 'defer'>;

/** The servers, and the links to them that can be treated badly. */
async function openServers(folder: string, { links: wanted }: StageOptions, opened: Closing) {
  opened.defer(() => rmSync(folder, { recursive: true, force: true }));
  const nats = await startNats({ folder });
  opened.defer(() => nats.kill());
  const redis = await startRedis({ folder });
  opened.defer(() => redis.kill());
  const links = wanted ? [await openProxy(nats.port), await openProxy(redis.port)] : [];
  for (const link of links) opened.defer(() => link.close());
  return { nats, redis, links };
}

/** Where services reach a server: over its link where there is one. */
const urlOf = (link: Proxy | undefined, { url, port }: TestServer) =>
  link ? url.replace(`:${port}`, `:${link.port}`) : url;

/** What every service is told. */
const envOf = (natsUrl: string, redisUrl: string): Record<string, string> => ({
  HOST: '127.0.0.1',
  LOG_LEVEL: 'info',
  NATS_URL: natsUrl,
  REDIS_URL: redisUrl,
  TRAVELLITE_PARTITIONS: String(partitions),
  TRAVELLITE_OPERATION_TIMEOUT_MS: String(operationTimeoutMs),
  // Services start many times in a run, and all rows start the same.
  NODE_COMPILE_CACHE: compiled,
});

async function startGateways({ gateways: count, onLine }: StageOptions, env: Record<string, string>) {
  const ports = await Promise.all(Array.from({ length: count }, () => freePort()));
  const gateways = await Supervisor.start({
    app: 'ws-gateway',
    count,
    env: (nth) => ({ ...env, PORT: String(ports[nth]) }),
    ...(onLine ? { onLine } : {}),
  });
  return { gateways, gatewayUrls: ports.map((port) => `ws://127.0.0.1:${port}`) };
}

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
    private readonly opened: AsyncDisposableStack,
  ) {}

  static async open(options: StageOptions): Promise<Stage> {
    const folder = mkdtempSync(join(tmpdir(), 'travellite-chaos-'));
    mkdirSync(folder, { recursive: true });
    const opened = new AsyncDisposableStack();
    try {
      return await Stage.openIn(folder, options, opened);
    } catch (error) {
      await opened.disposeAsync();
      throw error;
    }
  }

  /** Whatever is opened is put on `opened`, so that nothing goes on running when a later part does not start. */
  private static async openIn(
    folder: string,
    options: StageOptions,
    opened: AsyncDisposableStack,
  ): Promise<Stage> {
    const { nats, redis, links } = await openServers(folder, options, opened);
    const services: { stop(): Promise<void> }[] = [];
    opened.defer(async () => void (await Promise.all(services.map((service) => service.stop()))));
    const env = envOf(urlOf(links[0], nats), urlOf(links[1], redis));
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
    services.push(workers);
    const { gateways, gatewayUrls } = await startGateways(options, env);
    services.push(gateways);
    const channel =
      options.channel && (await Channel.open({ ...options.channel, env, ...(onLine ? { onLine } : {}) }));
    if (channel) services.push({ stop: () => channel.close() });
    const conversations = await openConversations({
      kind: 'redis',
      url: redis.url,
      partitions,
      maxEvents,
      operationTimeoutMs,
    });
    opened.defer(() => conversations.close());
    return new Stage(
      folder,
      nats,
      redis,
      links[0],
      links[1],
      workers,
      gateways,
      gatewayUrls,
      channel,
      conversations,
      calm,
      opened,
    );
  }

  /** From now on no worker brings about its own death. */
  async calmWorkers(): Promise<void> {
    this.workers.setEnv(() => this.calmEnv);
    await Promise.all(this.workers.processes.map((worker) => worker.end('SIGKILL')));
  }

  /** Everything ends, and nothing is left on the disk. */
  async close(): Promise<void> {
    await this.opened.disposeAsync();
  }
}
