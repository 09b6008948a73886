import 'reflect-metadata';
import { type AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { attachGateway, GatewayModule } from './gateway.module.js';
import { nestLog } from './nest-log.js';
import { type GatewayOptions } from './options.js';

export interface GatewayAddress {
  /** 0 takes a free port. */
  port: number;
  host: string;
}

/** A running gateway. */
export interface RunningGateway {
  /** `http://127.0.0.1:3000` */
  url: string;
  /** From now on no connection is taken; the open ones go on. */
  drain(): void;
  /** Closes every connection with 1012, then the port. Idempotent. */
  close(): Promise<void>;
}

/** Starts the doors on a port of their own. Rejects when the port cannot be had. */
export async function bootstrapGateway(
  options: GatewayOptions,
  { port, host }: GatewayAddress,
): Promise<RunningGateway> {
  const app = await NestFactory.create<NestExpressApplication>(GatewayModule.forPorts(options), {
    bodyParser: false,
    logger: nestLog(options.log),
    abortOnError: false,
  });
  app.disable('x-powered-by');
  const gateway = attachGateway(app);
  await app.listen(port, host);
  const address = app.getHttpServer().address() as AddressInfo;
  const shownHost = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  let closing: Promise<void> | undefined;
  return {
    url: `http://${shownHost}:${address.port}`,
    drain: () => gateway.drain(),
    close: () => (closing ??= app.close()),
  };
}
