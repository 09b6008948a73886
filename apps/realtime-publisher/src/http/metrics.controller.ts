import { Controller, Get, Header, Inject } from '@nestjs/common';
import { counterMetrics, prometheusMediaType, toPrometheusText } from '@travellite/telemetry';
import { Publisher } from '../publisher.js';

/** `GET /metrics`: what this publisher does, and what waits for whichever is active. */
@Controller('metrics')
export class MetricsController {
  constructor(@Inject(Publisher) private readonly publisher: Publisher) {}

  @Get()
  @Header('Content-Type', prometheusMediaType)
  @Header('Cache-Control', 'no-store')
  async metrics(): Promise<string> {
    const counted = counterMetrics(this.publisher.options.counters, 'realtime-publisher');
    return toPrometheusText([...(await this.publisher.metrics()), ...counted]);
  }
}
