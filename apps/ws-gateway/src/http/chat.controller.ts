import { type IncomingMessage, type ServerResponse } from 'node:http';
import { All, Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { Gateway } from '../gateway.js';
import { answerChat } from './chat.js';
import { sendJson } from './send-json.js';

/** `POST /chat`. */
@Controller()
export class ChatController {
  constructor(@Inject(Gateway) private readonly gateway: Gateway) {}

  @Post('chat')
  async chat(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const leaving = new AbortController();
    response.once('close', () => leaving.abort());
    const { httpStatus, body } = await this.gateway.requests.track(
      answerChat(this.gateway, request, leaving.signal),
    );
    if (httpStatus === 503) response.setHeader('Retry-After', '1');
    sendJson(response, httpStatus, body);
  }

  @All('chat')
  notAllowed(@Res() response: ServerResponse): void {
    response.setHeader('Allow', 'POST');
    sendJson(response, 405, { error: 'Only POST is allowed here.' });
  }
}
