import { type DynamicModule, Module } from '@nestjs/common';
import { HealthController } from './http/health.controller.js';
import { MetricsController } from './http/metrics.controller.js';
import { WebhookController } from './http/webhook.controller.js';
import { Ingress } from './ingress.js';
import { type IngressOptions } from './options.js';

/** The webhook door as a Nest module, for a process of its own or composed with others on one port. */
@Module({})
export class IngressModule {
  /** `health`: with the controllers of `/health` and `/metrics`; left out where another module of the process answers there. */
  static forPorts(options: IngressOptions, { health = true } = {}): DynamicModule {
    return {
      module: IngressModule,
      controllers: [WebhookController, ...(health ? [HealthController, MetricsController] : [])],
      providers: [{ provide: Ingress, useFactory: () => new Ingress(options) }],
      exports: [Ingress],
    };
  }
}
