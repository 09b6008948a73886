import { type ServerResponse } from 'node:http';
import { All, Controller, Res } from '@nestjs/common';
import { doorPaths } from '../gateway.js';
import { sendJson } from './send-json.js';

/** A plain request to a WebSocket door. */
@Controller()
export class UpgradeRequiredController {
  @All(Object.keys(doorPaths))
  upgradeRequired(@Res() response: ServerResponse): void {
    response.setHeader('Upgrade', 'websocket');
    response.setHeader('Connection', 'Upgrade');
    sendJson(response, 426, { error: 'This address speaks WebSocket: send an upgrade request.' });
  }
}
