import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bus, openBus } from '@travellite/bus';
import { type Conversations, openConversations } from '@travellite/conversations';
import { type CanonicalEvent, type ConversationId } from '@travellite/protocol';
import { createEchoAgent } from '@travellite/rehearsal';
import { type Counters, createCounters, silentLog } from '@travellite/telemetry';
import { createDirectIngest, createWorker } from '@travellite/turns';
import { bootstrapIngress, type IngressOptions, openParser, type RunningIngress } from '../src/index.js';

export const secret = `whsec_${Buffer.from('a secret of thirty-two bytes ....').toString('base64')}`;

export interface Harness {
  ingress: RunningIngress;
  bus: Bus;
  conversations: Conversations;
  counters: Counters;
  /** Posts a body as it is. */
  post(body: string | Uint8Array, headers?: Record<string, string>, path?: string): Promise<Answer>;
  /** Posts an event, signed when the harness has a secret. */
  tell(event: object, signing?: { id?: string; at?: Date; key?: string }): Promise<Answer>;
  /** Turns of a conversation that have ended, once there are `count`. */
  ended(conversation: ConversationId, count: number): Promise<CanonicalEvent[]>;
  close(): Promise<void>;
}

export interface Answer {
  status: number;
  body: unknown;
  headers: Headers;
}

export const path = '/api/realtime/webhook';

/** A whole ingress on a free port with the store and a worker of the same process behind it. */
export async function startHarness({
  signed = false,
  ...more
}: Partial<IngressOptions> & { signed?: boolean } = {}): Promise<Harness> {
  const folder = mkdtempSync(join(tmpdir(), 'travellite-ingress-'));
  const bus = await openBus({ kind: 'in-process' });
  const conversations = await openConversations({ kind: 'sqlite', folder });
  const worker = createWorker({ bus, conversations, agent: createEchoAgent(), log: silentLog });
  await worker.start();
  const counters = createCounters();
  const ingest = createDirectIngest({ conversations, bus });
  const provider = await openParser({ webhookSecrets: signed ? [secret] : [] });
  const ingress = await bootstrapIngress(
    { bus, ingest, provider, counters, log: silentLog, ...more },
    { port: 0, host: '127.0.0.1' },
  );
  const post: Harness['post'] = async (body, headers = {}, at = path) => {
    const response = await fetch(`${ingress.url}${at}`, {
      method: 'POST',
      body: typeof body === 'string' ? body : Buffer.from(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
    const text = await response.text();
    return { status: response.status, body: JSON.parse(text) as unknown, headers: response.headers };
  };
  return {
    ...{ ingress, bus, conversations, counters, post },
    tell: (event, { id = 'msg_1', at = new Date(), key = secret } = {}) => {
      const body = JSON.stringify(event);
      if (!signed) return post(body);
      return post(body, signatureOf(body, { id, at, key }));
    },
    ended: async (conversation, count) => {
      for (;;) {
        const log = await conversations.readEvents(conversation, { epoch: 0, seq: 0 }, 10_000);
        if (log.status !== 'ok') throw new Error(log.reason);
        if (log.events.filter(({ type }) => type === 'done').length >= count) return log.events;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    close: async () => {
      await ingress.close();
      await worker.close();
      await conversations.close();
      await bus.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The headers of Standard Webhooks, made without the package that checks them (https://www.standardwebhooks.com). */
export function signatureOf(body: string, { id, at, key }: { id: string; at: Date; key: string }) {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac('sha256', Buffer.from(key.replace('whsec_', ''), 'base64'))
    .update(`${id}.${timestamp}.${body}`)
    .digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
