import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type RealtimeProvider } from '../../port.js';
import { WebhookRefusal } from '../../webhook/webhook-refusal.js';
import { type RawWebhook } from '../fixture.js';

/** The address a service sends webhooks to: keeps them as they came and answers as the provider says. */
export async function openWebhookInbox() {
  const webhooks: RawWebhook[] = [];
  let provider: RealtimeProvider | undefined;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const webhook = { raw: new Uint8Array(Buffer.concat(chunks)), headers: request.headers };
      webhooks.push(webhook);
      const { status, headers, body } = replyTo(webhook);
      response.writeHead(status, headers).end(JSON.stringify(body));
    });
  });
  const replyTo = ({ raw, headers }: RawWebhook) => {
    try {
      if (!provider) throw new Error('There is no provider yet.');
      return provider.parseWebhook(raw, headers).reply('accepted');
    } catch (thrown) {
      if (thrown instanceof WebhookRefusal) return thrown.reply;
      throw thrown;
    }
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/realtime/webhook`,
    webhooks,
    answerAs: (one: RealtimeProvider) => (provider = one),
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
