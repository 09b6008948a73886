import { z } from 'zod';
import { ProxyRefusal } from './channel.js';

/** Where Centrifugo asks before it lets a client connect, subscribe or publish. */
export interface ProxyTarget {
  url: string;
  /** `http.static_headers` of the proxy's configuration. */
  headers?: Readonly<Record<string, string>>;
}

export type ProxyEvent = 'connect' | 'subscribe' | 'publish';

const answerSchema = z.object({
  result: z.looseObject({ user: z.string().optional(), idempotency_key: z.string().optional() }).optional(),
  error: z.object({ code: z.number(), message: z.string().default('') }).optional(),
  disconnect: z.object({ code: z.number(), reason: z.string().default('') }).optional(),
});

/** A proxy that wants the connection to end. */
export class ProxyDisconnect extends Error {
  constructor(
    readonly closeCode: number,
    reason: string,
  ) {
    super(reason);
  }
}

const internal = () => new ProxyRefusal(100, 'internal server error');

/**
 * One request to the proxy, which every kind of event shares here; a header says which kind it is.
 * @throws {ProxyRefusal} its error, or 100 when it does not answer as it should (docs: server/proxy)
 * @throws {ProxyDisconnect}
 */
export async function askProxy(
  { url, headers }: ProxyTarget,
  event: ProxyEvent,
  request: { client: string; user?: string; channel?: string; data?: unknown },
) {
  const body = JSON.stringify({ ...request, transport: 'websocket', protocol: 'json', encoding: 'json' });
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-centrifugo-event': event, ...headers },
    body,
    // The default of a proxy's `timeout`.
    signal: AbortSignal.timeout(1000),
    redirect: 'manual',
  }).catch(() => {
    throw internal();
  });
  if (response.status !== 200) throw internal();
  const parsed = answerSchema.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) throw internal();
  const { result, error, disconnect } = parsed.data;
  if (disconnect) throw new ProxyDisconnect(disconnect.code, disconnect.reason);
  if (error) throw new ProxyRefusal(error.code, error.message);
  return result ?? {};
}
