import 'reflect-metadata';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type HttpAddress, type HttpPort, nestLog, openHttpPort } from '@travellite/operations';
import { workerOperators } from './operators.js';
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
 * Starts a worker. With `health`, `/health` and `/metrics` are served there; without, nothing listens. Operators reach it over the bus.
 * Rejects when the port cannot be had or a port of the engine does not start.
 */
export async function bootstrapWorker(
  options: WorkerOptions,
  health?: HttpAddress | HttpPort,
): Promise<RunningWorker> {
  const { app, port } = health ? await withHealth(options, health) : await withoutHealth(options);
  const worker = app.get(WorkerService);
  const operators = await options.bus.serve(workerOperators(worker, options));
  const close = async () => {
    // Operators and probes see it drain.
    await worker.drain();
    await operators.close();
    await app.close();
    await port?.close();
  };
  let closing: Promise<void> | undefined;
  return {
    ...(port ? { url: port.url } : {}),
    state: () => worker.state(),
    drain: () => worker.drain(),
    close: () => (closing ??= close()),
  };
}

type Started = { app: INestApplicationContext; port?: HttpPort };

const settingsOf = ({ log }: WorkerOptions) => ({ logger: nestLog(log), abortOnError: false });

async function withoutHealth(options: WorkerOptions): Promise<Started> {
  const module = WorkerModule.forPorts(options, { health: false });
  return { app: await NestFactory.createApplicationContext(module, settingsOf(options)) };
}

async function withHealth(options: WorkerOptions, at: HttpAddress | HttpPort): Promise<Started> {
  const port = 'handOver' in at ? at : await openHttpPort(at);
  const app = await NestFactory.create<NestExpressApplication>(WorkerModule.forPorts(options), {
    ...settingsOf(options),
    bodyParser: false,
  });
  app.disable('x-powered-by');
  await app.init();
  port.handOver(app.getHttpServer());
  return { app, port };
}
