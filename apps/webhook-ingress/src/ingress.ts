import { type IncomingMessage } from 'node:http';
import { limits } from '@travellite/protocol';
import { WebhookRefusal, type WebhookReply } from '@travellite/realtime';
import { forwardTurns } from './forward/forward-events.js';
import { type IngressOptions, type WebhookParser } from './options.js';
import { toTurn } from './translate/to-turn.js';
import { readRawBody } from './verify/read-raw-body.js';

/** Sentences of one webhook that are logged. */
const mostSentences = 10;

/** Takes webhooks: reads, verifies, translates, queues. Answers when every event of a webhook is surely kept. */
export class Ingress {
  private phase: 'working' | 'draining' = 'working';
  private open = 0;

  constructor(readonly options: IngressOptions) {}

  async take(request: IncomingMessage): Promise<WebhookReply> {
    const { counters } = this.options;
    this.open += 1;
    try {
      const reply = await this.answer(request);
      counters.add(kindOf(reply));
      return reply;
    } finally {
      this.open -= 1;
    }
  }

  /** From now on readiness says no; what comes all the same is taken. */
  drain(): void {
    this.phase = 'draining';
  }

  readiness() {
    const { bus, closed } = this.options;
    const ok = this.phase === 'working';
    const door = { ok, ...(ok ? (closed === undefined ? {} : { detail: closed }) : { detail: this.phase }) };
    return { webhooks: door, bus: bus.health() };
  }

  status() {
    return { state: this.phase, open: this.open };
  }

  private async answer(request: IncomingMessage): Promise<WebhookReply> {
    const { closed, now = Date.now, bodyTimeoutMs = 10_000, maxOpen = 512 } = this.options;
    if (request.method !== 'POST') {
      return json(405, { error: 'Webhooks are sent by POST' }, { allow: 'POST' });
    }
    const namespace = this.namespaceOf(request);
    if (namespace === 'unknown') return json(404, { error: 'There is no such namespace' });
    const provider = this.providerOf(namespace);
    if (closed !== undefined) return provider.refuse({ code: 'unauthenticated', message: closed });
    // Nobody makes us hold a body by what cannot be a webhook of the service's.
    const refused = refusalOr(() => provider.checkHeaders(request.headers));
    if (refused) return refused;
    if (this.open > maxOpen)
      return json(503, { error: 'Too many webhooks at a time' }, { 'retry-after': '1' });
    const body = await readRawBody(request, { maxBytes: limits.maxFrameBytes, timeoutMs: bodyTimeoutMs });
    if ('status' in body) return json(body.status, { error: body.message }, broken(body.status));
    const webhook = refusalOr(() => provider.parseWebhook(body, request.headers));
    if ('status' in webhook) return webhook;
    if (webhook.unreadable.length > 0) {
      this.options.log.warn('parts of a webhook could not be read', {
        reasons: countedSentences(webhook.unreadable),
      });
    }
    const turns = webhook.events.map((event) => toTurn(event, { now: now(), ...namespace }));
    return webhook.reply(await forwardTurns(turns, this.options));
  }

  private providerOf({ namespace }: { namespace?: string }): WebhookParser {
    const { provider, otherProviders } = this.options;
    return (namespace === undefined ? undefined : otherProviders?.get(namespace)) ?? provider;
  }

  /** `?namespace=`, where there are several; the first one needs no name. */
  private namespaceOf({ url = '' }: IncomingMessage): { namespace?: string } | 'unknown' {
    const [first, ...others] = this.options.namespaces ?? [];
    const given = URL.parse(url, 'http://ingress')?.searchParams.get('namespace') ?? undefined;
    if (given === undefined || given === first) return {};
    return others.includes(given) ? { namespace: given } : 'unknown';
  }
}

/** What the work gives, or the answer to a webhook that it refuses. */
function refusalOr<T>(work: () => T): T | WebhookReply {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof WebhookRefusal) return thrown.reply;
    throw thrown;
  }
}

/** Each sentence once, with how often it was said. */
function countedSentences(sentences: readonly string[]): string {
  const counts = Map.groupBy(sentences, (sentence) => sentence);
  const said = [...counts].slice(0, mostSentences).map(([sentence, { length }]) => `${length} × ${sentence}`);
  return said.join('; ');
}

const json = (status: number, body: object, headers: Record<string, string> = {}): WebhookReply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body,
});

/** What was not read to its end leaves a connection that cannot be used again. */
const broken = (status: number): Record<string, string> =>
  status === 408 || status === 413 ? { connection: 'close' } : {};

const kindOf = ({ status }: WebhookReply) =>
  status < 300 ? 'webhooks_taken' : status === 503 ? 'webhooks_unavailable' : 'webhooks_refused';
