import { Controller, Get, HttpCode, HttpStatus, Inject, ServiceUnavailableException } from '@nestjs/common';
import { type Part } from '@travellite/operations';
import { Publisher } from '../publisher.js';

/** Whether the process lives (`/health`, `/health/live`), and whether answers get to their rooms (`/health/ready`). */
@Controller('health')
export class HealthController {
  constructor(@Inject(Publisher) private readonly publisher: Publisher) {}

  @Get(['', 'live'])
  @HttpCode(HttpStatus.OK)
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('ready')
  ready(): { status: string; parts: Record<string, Part> } {
    const parts: Record<string, Part> = this.publisher.readiness();
    const ok = Object.values(parts).every((part) => part.ok);
    const answer = { status: ok ? 'ok' : 'unavailable', parts };
    if (!ok) throw new ServiceUnavailableException(answer);
    return answer;
  }
}
