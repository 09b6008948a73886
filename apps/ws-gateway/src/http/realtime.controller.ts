import { type ServerResponse } from 'node:http';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import { Gateway } from '../gateway.js';
import { sendJson } from './send-json.js';

/** Where a page finds the realtime service of its rooms: `{"client":"wss://…"}`, or `{"client":null}` when there is none. */
@Controller('api/realtime/client')
export class RealtimeController {
  constructor(@Inject(Gateway) private readonly gateway: Gateway) {}

  @Get()
  client(@Res() response: ServerResponse): void {
    sendJson(response, 200, { client: this.gateway.options.realtimeClientUrl ?? null });
  }
}
