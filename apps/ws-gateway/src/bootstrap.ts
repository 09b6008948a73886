import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type HttpAddress, type HttpPort, nestLog, openHttpPort } from '@travellite/operations';
import { attachGateway, GatewayModule } from './gateway.module.js';
import { gatewayOperators } from './operators.js';
import { type GatewayOptions } from './options.js';

/** A running gateway. */
export interface RunningGateway {
  /** `http://127.0.0.1:3000` */
  url: string;
  /** From now on no connection is taken; the open ones go on. */
  drain(): void;
  /** Closes every connection with 1012, then the port. Idempotent. */
  close(): Promise<void>;
}

/** Starts the doors on a port of their own, or on one that is open already. Rejects when the port cannot be had. */
export async function bootstrapGateway(
  options: GatewayOptions,
  at: HttpAddress | HttpPort,
): Promise<RunningGateway> {
  const port = 'handOver' in at ? at : await openHttpPort(at);
  const app = await NestFactory.create<NestExpressApplication>(GatewayModule.forPorts(options), {
    bodyParser: false,
    logger: nestLog(options.log),
    abortOnError: false,
  });
  app.disable('x-powered-by');
  const gateway = attachGateway(app);
  await app.init();
  const operators = await options.bus.serve(gatewayOperators(gateway));
  port.handOver(app.getHttpServer());
  const close = async () => {
    await gateway.empty();
    await operators.close();
    await app.close();
    await port.close();
  };
  let closing: Promise<void> | undefined;
  return { url: port.url, drain: () => gateway.drain(), close: () => (closing ??= close()) };
}
