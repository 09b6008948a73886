import { TravelError } from '@travellite/protocol';
import { type Refusal, type WebhookReply } from '../port.js';

/** A webhook that is not taken, with the answer its sender must get. */
export class WebhookRefusal extends TravelError {
  constructor(
    override readonly code: Refusal['code'],
    message: string,
    readonly reply: WebhookReply,
    options?: { cause?: unknown },
  ) {
    super(code, message, options);
  }
}
