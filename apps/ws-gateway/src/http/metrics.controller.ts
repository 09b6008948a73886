import { type IncomingMessage, type ServerResponse } from 'node:http';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { counterMetrics, prometheusMediaType, toPrometheusText } from '@travellite/telemetry';
import { Gateway } from '../gateway.js';
import { sendJson } from './send-json.js';

/** `GET /metrics` for who reaches this process directly; through a proxy, so for the public, there is no such address. */
@Controller('metrics')
export class MetricsController {
  constructor(@Inject(Gateway) private readonly gateway: Gateway) {}

  @Get()
  async metrics(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    if (request.headers['x-forwarded-for'] !== undefined || request.headers['forwarded'] !== undefined) {
      return sendJson(response, 404, { error: 'There is nothing at this address.' });
    }
    const { counters, metrics } = this.gateway.options;
    const more = (await metrics?.()) ?? [];
    response.setHeader('Content-Type', prometheusMediaType);
    response.setHeader('Cache-Control', 'no-store');
    response.end(toPrometheusText([...counterMetrics(counters, 'ws-gateway'), ...more]));
  }
}
