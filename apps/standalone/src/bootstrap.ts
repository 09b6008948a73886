import 'reflect-metadata';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { openAgent, openGuide, WorkerModule, workerMetrics, WorkerService } from '@travellite/agent-worker';
import { openBus } from '@travellite/bus';
import { type Config } from '@travellite/config';
import { openConversations } from '@travellite/conversations';
import { nestLog, openHttpPort, Releases } from '@travellite/operations';
import { TravelError } from '@travellite/protocol';
import { Publisher } from '@travellite/realtime-publisher';
import { createCounters, type Log } from '@travellite/telemetry';
import { createDirectIngest } from '@travellite/turns';
import { attachGateway, GatewayModule } from '@travellite/ws-gateway';
import { openRealtimeChannel } from './realtime-channel.js';
import { shareSecretIn } from './share-secret.js';

const webRoot = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** A whole TravelLite in this process. */
export interface RunningStandalone {
  /** `http://127.0.0.1:3000` */
  url: string;
  /** Which model answers, for people. */
  model: string;
  /** Absolute path of the data folder. */
  dataFolder: string;
  /** Running turns finish within the grace or are handed back, sockets close with 1012, stores close. Idempotent. */
  close(): Promise<void>;
}

@Module({})
class StandaloneModule {
  static of(...imports: DynamicModule[]): DynamicModule {
    return { module: StandaloneModule, imports };
  }
}

/**
 * Starts every service in one process on embedded stores.
 * @throws {TravelError} with a sentence for the person who started it: port taken, data folder not writable or in use
 */
export async function bootstrapStandalone(config: Config, log: Log): Promise<RunningStandalone> {
  const releases = new Releases((part, error) => log.error('could not be closed', { part }, error));
  try {
    return await start(config, log, releases);
  } catch (error) {
    await releases.run();
    throw error;
  }
}

async function start(config: Config, log: Log, releases: Releases): Promise<RunningStandalone> {
  const dataFolder = makeFolder(config.data.folder);
  const conversations = await openConversations({ kind: 'sqlite', folder: dataFolder }, log);
  releases.add('conversations', () => conversations.close());
  const bus = await openBus({ kind: 'in-process', folder: dataFolder }, log);
  releases.add('bus', () => bus.close());
  const guide = await openGuide({ ...config.knowledge, folder: join(dataFolder, 'knowledge') }, log);
  releases.add('knowledge', () => guide.close());
  await guide.follow(bus);
  const { agent, model } = await openAgent(
    { kind: config.agent.kind, model: config.model, travel: config.travel },
    { log, knowledge: guide.knowledge },
  );
  const counters = createCounters();
  const ingest = createDirectIngest({ conversations, bus });
  const shared = { bus, conversations, log, counters };
  const channel = await openRealtimeChannel(config, { bus, ingest, log, counters }, releases);
  const port = await openHttpPort(config.server);
  releases.add('port', () => port.close());
  const find = <T>(service: Type<T>) => app.get(service, { strict: false });
  const app: NestExpressApplication = await NestFactory.create(
    StandaloneModule.of(
      GatewayModule.forPorts({
        ...shared,
        ingest,
        origins: config.server.origins,
        webRoot,
        ...(config.realtime.clientUrl === undefined ? {} : { realtimeClientUrl: config.realtime.clientUrl }),
        ...(config.knowledge.token === undefined ? {} : { knowledge: { token: config.knowledge.token } }),
        trips: { secret: config.share.secret ?? shareSecretIn(dataFolder) },
        // There is no other gateway that needs time to take the clients in.
        limits: { drainMs: 1_000 },
        probes: {
          worker: () => find(WorkerService).state(),
          realtime: () => find(Publisher).parts()['realtime'] ?? { ok: true },
        },
        metrics: async () => [
          ...(await workerMetrics(find(WorkerService).state(), conversations)),
          ...(await find(Publisher).metrics()),
        ],
      }),
      WorkerModule.forPorts({ ...shared, agent, ...config.worker }, { health: false }),
      ...channel,
    ),
    { bodyParser: false, logger: nestLog(log), abortOnError: false },
  );
  app.disable('x-powered-by');
  const gateway = attachGateway(app);
  // Last in, first out: clients are told, running turns end, their answers go to rooms, and only then sockets and stores close.
  releases.add('sockets', () => app.close());
  releases.add('answers', () => find(Publisher).drain());
  releases.add('turns', () => find(WorkerService).drain());
  releases.add('doors', () => gateway.drain());
  await app.init();
  port.handOver(app.getHttpServer());
  if (config.agent.kind === 'travel') guide.fill();
  return { url: port.url, model, dataFolder, close: () => releases.run() };
}

function makeFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new TravelError(
      'invalid',
      `The data folder ${folder} cannot be made (${code}). TRAVELLITE_DATA names another.`,
      {
        cause: error,
      },
    );
  }
  return folder;
}
