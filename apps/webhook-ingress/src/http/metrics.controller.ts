import { type IncomingMessage } from 'node:http';
import { Controller, Get, Header, Inject, NotFoundException, Req } from '@nestjs/common';
import { counterMetrics, prometheusMediaType, toPrometheusText } from '@travellite/telemetry';
import { Ingress } from '../ingress.js';

/** `GET /metrics` for who reaches this process directly; through a proxy, so for the public, there is no such address. */
@Controller('metrics')
export class MetricsController {
  constructor(@Inject(Ingress) private readonly ingress: Ingress) {}

  @Get()
  @Header('Content-Type', prometheusMediaType)
  @Header('Cache-Control', 'no-store')
  metrics(@Req() { headers }: IncomingMessage): string {
    if (headers['x-forwarded-for'] !== undefined || headers['forwarded'] !== undefined) {
      throw new NotFoundException({ error: 'There is nothing at this address.' });
    }
    return toPrometheusText(counterMetrics(this.ingress.options.counters, 'webhook-ingress'));
  }
}
