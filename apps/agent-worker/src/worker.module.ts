import { type DynamicModule, Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { MetricsController, metricsSource } from './metrics.controller.js';
import { type WorkerOptions } from './options.js';
import { WorkerService } from './worker.service.js';

/** The worker as a Nest module, for a process of its own or composed with others. */
@Module({})
export class WorkerModule {
  /** `health`: with the controllers of `/health` and `/metrics`; left out where another module of the process answers there. */
  static forPorts(options: WorkerOptions, { health = true } = {}): DynamicModule {
    return {
      module: WorkerModule,
      controllers: health ? [HealthController, MetricsController] : [],
      providers: [
        { provide: WorkerService, useFactory: () => new WorkerService(options) },
        { provide: metricsSource, useValue: options },
      ],
      exports: [WorkerService],
    };
  }
}
