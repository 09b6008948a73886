import 'reflect-metadata';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { openAgent, openGuide, WorkerModule, workerMetrics, WorkerService } from '@travellite/agent-worker';
import { openBus } from '@travellite/bus';
import { type Config } from '@travellite/config';
import { openConversations } from '@travellite/conversations';
import { toTravelError, TravelError } from '@travellite/protocol';
import { createCounters, type Log } from '@travellite/telemetry';
import { createDirectIngest } from '@travellite/turns';
import { attachGateway, GatewayModule, nestLog } from '@travellite/ws-gateway';
import { addressOf } from './address.js';
import { Releases } from './releases.js';

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
  const releases = new Releases(log);
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
  const bus = await openBus({ kind: 'in-process' }, log);
  releases.add('bus', () => bus.close());
  const guide = await openGuide({ ...config.knowledge, folder: join(dataFolder, 'knowledge') }, log);
  releases.add('knowledge', () => guide.close());
  const { agent, model } = await openAgent(
    { kind: config.agent.kind, model: config.model, travel: config.travel },
    { log, knowledge: guide.knowledge },
  );
  const counters = createCounters();
  const shared = { bus, conversations, log, counters };
  const app: NestExpressApplication = await NestFactory.create(
    StandaloneModule.of(
      GatewayModule.forPorts({
        ...shared,
        ingest: createDirectIngest({ conversations, bus }),
        origins: config.server.origins,
        webRoot,
        probes: { worker: () => app.get(WorkerService, { strict: false }).state() },
        metrics: () => workerMetrics(app.get(WorkerService, { strict: false }).state(), conversations),
      }),
      WorkerModule.forPorts({ ...shared, agent, ...config.worker }, { health: false }),
    ),
    { bodyParser: false, logger: nestLog(log), abortOnError: false },
  );
  app.disable('x-powered-by');
  const gateway = attachGateway(app);
  // Last in, first out: clients are told, running turns end, and only then sockets and stores close.
  releases.add('sockets', () => app.close());
  releases.add('turns', () => app.get(WorkerService, { strict: false }).drain());
  releases.add('doors', () => gateway.drain());
  await listen(app, config.server, log);
  if (config.agent.kind === 'travel') guide.fill();
  return { url: addressOf(app.getHttpServer()), model, dataFolder, close: () => releases.run() };
}

/** Nest would log a failure to listen with its stack, beside the sentence that we throw. */
async function listen(app: NestExpressApplication, server: Config['server'], log: Log): Promise<void> {
  app.useLogger(false);
  await app.listen(server.port, server.host).catch((error: unknown) => {
    throw listenFault(error, server);
  });
  app.useLogger(nestLog(log));
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

const listenReasons: Record<string, string> = {
  EADDRINUSE: 'is taken by another program. PORT chooses another',
  EACCES: 'needs more rights than this user has. PORT chooses another',
  EADDRNOTAVAIL: 'is not an address of this machine. HOST chooses another',
  ENOTFOUND: 'is not an address of this machine. HOST chooses another',
};

function listenFault(error: unknown, { host, port }: Config['server']): TravelError {
  const reason = listenReasons[(error as NodeJS.ErrnoException).code ?? ''];
  if (reason === undefined) return toTravelError(error);
  return new TravelError('conflict', `${host}:${port} ${reason}.`, { cause: error });
}
