import { Controller, Get, HttpCode, HttpStatus, Inject, ServiceUnavailableException } from '@nestjs/common';
import { WorkerService, type WorkerState } from './worker.service.js';

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
  ready(): { status: string } & WorkerState {
    const state = this.worker.state();
    const answer = { status: state.ok ? 'ok' : 'unavailable', ...state };
    if (!state.ok) throw new ServiceUnavailableException(answer);
    return answer;
  }
}
