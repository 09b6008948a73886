import { type ServerResponse } from 'node:http';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import { Gateway } from '../gateway.js';
import { sendJson } from './send-json.js';

/** Whether the process lives (`/health`, `/health/live`), and whether it should get requests (`/health/ready`). */
@Controller('health')
export class HealthController {
  constructor(@Inject(Gateway) private readonly gateway: Gateway) {}

  @Get(['', 'live'])
  live(@Res() response: ServerResponse): void {
    sendJson(response, 200, { status: 'ok' });
  }

  @Get('ready')
  async ready(@Res() response: ServerResponse): Promise<void> {
    const parts = await this.gateway.readiness();
    const ok = Object.values(parts).every((part) => part.ok);
    sendJson(response, ok ? 200 : 503, { status: ok ? 'ok' : 'unavailable', parts });
  }
}
