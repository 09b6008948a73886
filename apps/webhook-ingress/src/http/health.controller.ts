import { Controller, Get, HttpCode, HttpStatus, Inject, ServiceUnavailableException } from '@nestjs/common';
import { type Part } from '@travellite/operations';
import { Ingress } from '../ingress.js';

/** Whether the process lives (`/health`, `/health/live`), and whether it takes webhooks (`/health/ready`). */
@Controller('health')
export class HealthController {
  constructor(@Inject(Ingress) private readonly ingress: Ingress) {}

  @Get(['', 'live'])
  @HttpCode(HttpStatus.OK)
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('ready')
  ready(): { status: string; parts: Record<string, Part> } {
    const parts: Record<string, Part> = this.ingress.readiness();
    const ok = Object.values(parts).every((part) => part.ok);
    const answer = { status: ok ? 'ok' : 'unavailable', parts };
    if (!ok) throw new ServiceUnavailableException(answer);
    return answer;
  }
}
