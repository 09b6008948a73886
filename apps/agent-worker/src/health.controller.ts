import { Controller, Get, HttpCode, HttpStatus, Inject, ServiceUnavailableException } from '@nestjs/common';
import { type Part } from '@travellite/operations';
import { WorkerService } from './worker.service.js';

interface Readiness {
  status: string;
  /** Each part, and a sentence about why not. */
  parts: Record<string, Part>;
}

/** Whether the process lives (`/health`, `/health/live`), and whether it takes turns (`/health/ready`). */
@Controller('health')
export class HealthController {
  constructor(@Inject(WorkerService) private readonly worker: WorkerService) {}

  @Get(['', 'live'])
  @HttpCode(HttpStatus.OK)
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(): Promise<Readiness> {
    const parts = await this.worker.readiness();
    const ok = Object.values(parts).every((part) => part.ok);
    const answer = { status: ok ? 'ok' : 'unavailable', parts };
    if (!ok) throw new ServiceUnavailableException(answer);
    return answer;
  }
}
