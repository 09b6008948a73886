import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type HttpAddress, type HttpPort, nestLog, openHttpPort } from '@travellite/operations';
import { Ingress } from './ingress.js';
import { IngressModule } from './ingress.module.js';
import { ingressOperators } from './operators.js';
import { type IngressOptions } from './options.js';

/** A running ingress. */
export interface RunningIngress {
  /** `http://127.0.0.1:3000` */
  url: string;
  /** Readiness says no from now on. */
  drain(): void;
  /** Answers what is open, then ends. The ports stay open. Idempotent. */
  close(): Promise<void>;
}

/** Starts the webhook door on a port of its own, or on one that is open already. Rejects when the port cannot be had. */
export async function bootstrapIngress(
  options: IngressOptions,
  at: HttpAddress | HttpPort,
): Promise<RunningIngress> {
  const port = 'handOver' in at ? at : await openHttpPort(at);
  const app = await NestFactory.create<NestExpressApplication>(IngressModule.forPorts(options), {
    // The door reads its bodies itself: signatures are over bytes.
    bodyParser: false,
    logger: nestLog(options.log),
    abortOnError: false,
  });
  app.disable('x-powered-by');
  await app.init();
  const ingress = app.get(Ingress);
  const operators = await options.bus.serve(ingressOperators(ingress));
  port.handOver(app.getHttpServer());
  const close = async () => {
    ingress.drain();
    await port.close();
    await operators.close();
    await app.close();
  };
  let closing: Promise<void> | undefined;
  return { url: port.url, drain: () => ingress.drain(), close: () => (closing ??= close()) };
}
