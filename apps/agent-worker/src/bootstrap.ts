import 'reflect-metadata';
import { type AddressInfo } from 'node:net';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { nestLog } from './nest-log.js';
import { type WorkerOptions } from './options.js';
import { WorkerModule } from './worker.module.js';
import { WorkerService, type WorkerState } from './worker.service.js';

/** A running worker. */
export interface RunningWorker {
  /** Where `/health` is served, when it is. */
  url?: string;
  state(): WorkerState;
  /** Takes no further turn; running ones finish or are handed back. Idempotent. */
  drain(): Promise<void>;
  /** Drains and ends. The ports stay open. Idempotent. */
  close(): Promise<void>;
}

/**
 * Starts a worker. With `health`, its `/health` and `/health/ready` are served there; without, nothing listens.
 * Rejects when the port cannot be had or a port of the engine does not start.
 */
export async function bootstrapWorker(
  options: WorkerOptions,
  health?: { port: number; host: string },
): Promise<RunningWorker> {
  const settings = { logger: nestLog(options.log), abortOnError: false };
  const { app, url } = health
    ? await withHealth(options, health, settings)
    : await withoutHealth(options, settings);
  const worker = app.get(WorkerService);
  let closing: Promise<void> | undefined;
  return {
    ...(url === undefined ? {} : { url }),
    state: () => worker.state(),
    drain: () => worker.drain(),
    close: () => (closing ??= app.close()),
  };
}

type NestSettings = { logger: ReturnType<typeof nestLog>; abortOnError: boolean };
type Started = { app: INestApplicationContext; url?: string };

async function withoutHealth(options: WorkerOptions, settings: NestSettings): Promise<Started> {
  return {
    app: await NestFactory.createApplicationContext(
      WorkerModule.forPorts(options, { health: false }),
      settings,
    ),
  };
}

async function withHealth(
  options: WorkerOptions,
  { port, host }: { port: number; host: string },
  settings: NestSettings,
): Promise<Started> {
  const app = await NestFactory.create<NestExpressApplication>(WorkerModule.forPorts(options), {
    ...settings,
    bodyParser: false,
  });
  app.disable('x-powered-by');
  await app.listen(port, host);
  const address = app.getHttpServer().address() as AddressInfo;
  const shownHost = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return { app, url: `http://${shownHost}:${address.port}` };
}
