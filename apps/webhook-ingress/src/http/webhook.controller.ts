import { type IncomingMessage, type ServerResponse } from 'node:http';
import { All, Controller, Inject, Req, Res } from '@nestjs/common';
import { type WebhookReply } from '@travellite/realtime';
import { Ingress } from '../ingress.js';

/** `POST /api/realtime/webhook`. */
@Controller('api/realtime/webhook')
export class WebhookController {
  constructor(@Inject(Ingress) private readonly ingress: Ingress) {}

  @All()
  async webhook(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    send(response, await this.reply(request));
  }

  private async reply(request: IncomingMessage): Promise<WebhookReply> {
    try {
      return await this.ingress.take(request);
    } catch (thrown) {
      this.ingress.options.log.error('a webhook could not be taken', {}, thrown);
      const headers = { 'content-type': 'application/json', 'retry-after': '5' };
      return { status: 503, headers, body: { error: 'Something went wrong on our side' } };
    }
  }
}

function send(response: ServerResponse, { status, headers, body }: WebhookReply): void {
  const text = JSON.stringify(body);
  response
    .writeHead(status, {
      ...headers,
      'content-length': Buffer.byteLength(text),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .end(text);
}
