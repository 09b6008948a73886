import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type HttpAddress, type HttpPort, nestLog, openHttpPort } from '@travellite/operations';
import { publisherOperators } from './operators.js';
import { type PublisherOptions } from './options.js';
import { Publisher } from './publisher.js';
import { PublisherModule } from './publisher.module.js';

/** A running publisher. */
export interface RunningPublisher {
  /** Where `/health` is served. */
  url: string;
  publisher: Publisher;
  /** Ends what is under way, gives its leases up, then ends. The ports stay open. Idempotent. */
  close(): Promise<void>;
}

/** Starts a publisher; `/health` and `/metrics` are served at the address. Rejects when the port cannot be had. */
export async function bootstrapPublisher(
  options: PublisherOptions,
  at: HttpAddress | HttpPort,
): Promise<RunningPublisher> {
  const port = 'handOver' in at ? at : await openHttpPort(at);
  const app = await NestFactory.create<NestExpressApplication>(PublisherModule.forPorts(options), {
    bodyParser: false,
    logger: nestLog(options.log),
    abortOnError: false,
  });
  app.disable('x-powered-by');
  await app.init();
  const publisher = app.get(Publisher);
  const operators = await options.bus.serve(publisherOperators(publisher));
  port.handOver(app.getHttpServer());
  const close = async () => {
    await publisher.drain();
    await operators.close();
    await app.close();
    await port.close();
  };
  let closing: Promise<void> | undefined;
  return { url: port.url, publisher, close: () => (closing ??= close()) };
}
