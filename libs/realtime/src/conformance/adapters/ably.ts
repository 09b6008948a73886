import { createHmac } from 'node:crypto';
import { openRealtimeService, type RealtimeService } from '@travellite/realtime-service';
import Ably from 'ably';
import { AblyProvider } from '../../ably/ably-provider.js';
import { type Member, type RawWebhook, type RealtimeFixture, type Said } from '../fixture.js';
import { controlsOf } from './controls.js';
import { openThings } from './open-things.js';
import { openWebhookInbox } from './webhook-inbox.js';

const signingKey = 'local.rule:a key that signs batches';
const secret = 'a header of the rule';
const bytes = (text: string) => new TextEncoder().encode(text);
let count = 0;

const signatureOf = (text: string, key = signingKey) =>
  createHmac('sha256', key.slice(key.indexOf(':') + 1))
    .update(text)
    .digest('base64');

const signed = (text: string, key?: string): RawWebhook => ({
  raw: bytes(text),
  headers: { 'x-ably-key': 'local.rule', 'x-ably-signature': signatureOf(text, key) },
});

const wireOf = ({ userId, text, extra }: Said, timestamp: number) => ({
  id: `connection:${(count += 1)}:0`,
  clientId: userId,
  timestamp,
  data: JSON.stringify({ text, ...extra }),
  encoding: 'json',
  extras: extra,
});

function batchOf(message: Said, timestamp = Date.now()): string {
  const data = { channelId: `local:${message.room}`, site: 'local', messages: [wireOf(message, timestamp)] };
  return JSON.stringify({
    items: [{ webhookId: 'rule', source: 'channel.message', timestamp, name: 'channel.message', data }],
  });
}

function singleOf(message: Said, headers: RawWebhook['headers'], timestamp = Date.now()): RawWebhook {
  const about = {
    source: 'channel.message',
    appId: 'local',
    channel: `local:${message.room}`,
    ruleId: 'rule',
  };
  return { raw: bytes(JSON.stringify({ ...about, messages: [wireOf(message, timestamp)] })), headers };
}

function forge(message: Said): Record<string, RawWebhook> {
  const text = batchOf(message);
  const real = signed(text);
  const signature = signatureOf(text);
  const withHeaders = (headers: RawWebhook['headers']) => ({
    ...real,
    headers: { ...real.headers, ...headers },
  });
  return {
    'no signature': { raw: real.raw, headers: {} },
    'the wrong key': signed(text, 'local.rule:another'),
    'a key we do not know': withHeaders({ 'x-ably-key': 'local.other' }),
    'no key': withHeaders({ 'x-ably-key': undefined }),
    'another body': { ...real, raw: bytes(text.replace('hello', 'hellp')) },
    'one byte more': { ...real, raw: bytes(`${text} `) },
    'cut off': withHeaders({ 'x-ably-signature': signature.slice(0, -4) }),
    longer: withHeaders({ 'x-ably-signature': `${signature}=` }),
    'another encoding': withHeaders({ 'x-ably-signature': Buffer.from(signature, 'base64').toString('hex') }),
    'a signed batch of yesterday': signed(batchOf(message, Date.now() - 86_400_000)),
    'a signed batch of tomorrow': signed(batchOf(message, Date.now() + 86_400_000)),
    'a single one without the secret': singleOf(message, {}),
    'a single one with another': singleOf(message, { 'x-webhook-secret': `${secret}.` }),
    'a single one of yesterday': singleOf(message, { 'x-webhook-secret': secret }, Date.now() - 86_400_000),
    'no JSON, not signed': { raw: bytes('{'), headers: {} },
  };
}

/** A person with Ably's official client. */
async function joinAs({ ably }: RealtimeService, clientId: string, room: string): Promise<Member> {
  const client = new Ably.Realtime({
    ...{
      key: ably.memberKey,
      clientId,
      realtimeHost: ably.host,
      restHost: ably.host,
      port: ably.port,
      tls: false,
    },
    ...{ useBinaryProtocol: false, fallbackHosts: [], logLevel: 0, disconnectedRetryTimeout: 20 },
  });
  const channel = client.channels.get(`local:${room}`);
  const seen: { id?: string; userId?: string; message: unknown }[] = [];
  await channel.subscribe(({ id, clientId: userId, data }) =>
    seen.push({ message: data as unknown, ...(id ? { id } : {}), ...(userId ? { userId } : {}) }),
  );
  await channel.presence.enter();
  return {
    seen,
    say: async (text) => void (await channel.publish('message', { text })),
    close: async () => client.close(),
  };
}

/** The Ably provider against the local service, which sends batches or single requests; members use the official client. */
export const ablyFixture = (mode: 'batch' | 'single'): RealtimeFixture => ({
  async open(options = {}) {
    const things = openThings();
    const inbox = things.add(await openWebhookInbox());
    const trust = mode === 'batch' ? { signingKey } : { headers: { 'x-webhook-secret': secret } };
    const webhook = { as: 'ably', mode, url: inbox.url, ...trust } as const;
    const service = things.add(
      await openRealtimeService({ webhook, graceMs: 20, webhookRetryMs: 5, ...options }),
    );
    const { key, namespace, host, port } = service.ably;
    const settings = {
      ...{ key, namespace, server: { host, port, tls: false } },
      ...{ signingKeys: [signingKey], webhookSecrets: [secret], timeoutMs: 1500 },
    };
    const provide = (more: object = {}) => things.add(new AblyProvider({ ...settings, ...more }));
    const provider = provide();
    inbox.answerAs(provider);
    return {
      provider,
      another: async (who) => provide(who === 'stranger' ? { key: 'local.server:wrong' } : {}),
      member: async (room, userId) => things.add(await joinAs(service, userId, room)),
      webhooks: inbox.webhooks,
      said: (message) =>
        mode === 'batch' ? signed(batchOf(message)) : singleOf(message, { 'x-webhook-secret': secret }),
      signed: (text) => signed(text),
      forged: forge,
      service: controlsOf(service),
      close: () => things.close(),
    };
  },
});
