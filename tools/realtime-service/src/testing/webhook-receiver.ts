import { createServer, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo } from 'node:net';

export interface ReceivedWebhook {
  headers: IncomingHttpHeaders;
  text: string;
  body: { type?: string; [field: string]: unknown };
}

/** An address that takes webhooks and answers what it is told to. */
export async function openWebhookReceiver(
  statusOf: (webhook: ReceivedWebhook, count: number) => number = () => 200,
  bodyOf: (webhook: ReceivedWebhook) => object = () => ({}),
) {
  const received: ReceivedWebhook[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += String(chunk)));
    request.on('end', () => {
      const webhook = { headers: request.headers, text, body: JSON.parse(text) as ReceivedWebhook['body'] };
      received.push(webhook);
      response.writeHead(statusOf(webhook, received.length)).end(JSON.stringify(bodyOf(webhook)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    received,
    ofType: (type: string) => received.filter(({ body }) => body.type === type),
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
