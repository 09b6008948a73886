import { type DynamicModule, Module } from '@nestjs/common';
import { HealthController } from './http/health.controller.js';
import { MetricsController } from './http/metrics.controller.js';
import { type PublisherOptions } from './options.js';
import { Publisher } from './publisher.js';

/** The publisher as a Nest module, for a process of its own or composed with others. */
@Module({})
export class PublisherModule {
  /** `health`: with the controllers of `/health` and `/metrics`; left out where another module of the process answers there. */
  static forPorts(options: PublisherOptions, { health = true } = {}): DynamicModule {
    return {
      module: PublisherModule,
      controllers: health ? [HealthController, MetricsController] : [],
      providers: [{ provide: Publisher, useFactory: () => new Publisher(options) }],
      exports: [Publisher],
    };
  }
}
