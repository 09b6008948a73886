import { Controller, Get, Header, Inject } from '@nestjs/common';
import { counterMetrics, prometheusMediaType, toPrometheusText } from '@travellite/telemetry';
import { workerMetrics } from './metrics.js';
import { type WorkerOptions } from './options.js';
import { WorkerService } from './worker.service.js';

/** What the metrics are read from. */
export const metricsSource = Symbol('metrics source');

/** `GET /metrics`: what this worker does, and what waits in the store all workers share. */
@Controller('metrics')
export class MetricsController {
  constructor(
    @Inject(WorkerService) private readonly worker: WorkerService,
    @Inject(metricsSource) private readonly source: Pick<WorkerOptions, 'conversations' | 'counters'>,
  ) {}

  @Get()
  @Header('Content-Type', prometheusMediaType)
  @Header('Cache-Control', 'no-store')
  async metrics(): Promise<string> {
    const { conversations, counters } = this.source;
    const now = await workerMetrics(this.worker.state(), conversations);
    return toPrometheusText([...now, ...counterMetrics(counters, 'agent-worker')]);
  }
}
