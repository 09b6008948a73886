import { openRealtimeService, type RealtimeService } from '@travellite/realtime-service';
import { Centrifuge } from 'centrifuge';
import { WebSocket } from 'ws';
import { CentrifugoProvider } from '../../centrifugo/centrifugo-provider.js';
import { type Member, type RawWebhook, type RealtimeFixture, type Said } from '../fixture.js';
import { controlsOf } from './controls.js';
import { openThings } from './open-things.js';
import { openWebhookInbox } from './webhook-inbox.js';

const secret = 'a secret that proxies show';
let count = 0;

const request = (
  text: string,
  headers: RawWebhook['headers'] = { 'x-webhook-secret': secret },
): RawWebhook => ({
  raw: new TextEncoder().encode(text),
  headers: { 'x-centrifugo-event': 'publish', ...headers },
});

const bodyOf = ({ room, userId, text, extra }: Said) =>
  JSON.stringify({
    ...{
      client: '9336a229-2400-4ebc-8c50-0a643d22e8a0',
      transport: 'websocket',
      protocol: 'json',
      encoding: 'json',
    },
    user: userId,
    channel: `local:${encodeURIComponent(room)}`,
    data: { text, id: String((count += 1)), ...extra },
    meta: extra,
  });

const forge = (message: Said): Record<string, RawWebhook> => ({
  'no secret': request(bodyOf(message), {}),
  'an empty one': request(bodyOf(message), { 'x-webhook-secret': '' }),
  'another one': request(bodyOf(message), { 'x-webhook-secret': 'A secret that proxies show' }),
  'cut off': request(bodyOf(message), { 'x-webhook-secret': secret.slice(0, -1) }),
  longer: request(bodyOf(message), { 'x-webhook-secret': `${secret}s` }),
  'another encoding': request(bodyOf(message), {
    'x-webhook-secret': Buffer.from(secret).toString('base64'),
  }),
  'two of them': request(bodyOf(message), { 'x-webhook-secret': [secret, 'x'] }),
  'no JSON, no secret': request('{', {}),
});

/** A person with Centrifugo's official client. */
async function joinAs(service: RealtimeService, userId: string, room: string): Promise<Member> {
  const client = new Centrifuge(service.centrifugo.wsUrl, {
    token: service.centrifugoToken(userId),
    websocket: WebSocket,
    minReconnectDelay: 20,
  });
  const subscription = client.newSubscription(`local:${encodeURIComponent(room)}`);
  const seen: { id?: string; userId?: string; message: unknown }[] = [];
  subscription.on('publication', ({ data, tags, info }) =>
    seen.push({
      message: data as unknown,
      ...(tags?.['id'] === undefined ? {} : { id: tags['id'] }),
      ...(info === undefined ? {} : { userId: info.user }),
    }),
  );
  subscription.subscribe();
  client.connect();
  await subscription.ready(5000);
  return {
    seen,
    say: async (text) => void (await subscription.publish({ text, id: String((count += 1)) })),
    close: async () => client.disconnect(),
  };
}

/** The Centrifugo provider against the local service; members use the official client. */
export const centrifugoFixture: RealtimeFixture = {
  async open(options = {}) {
    const things = openThings();
    const inbox = things.add(await openWebhookInbox());
    const headers = { 'x-webhook-secret': secret };
    const webhook = { as: 'centrifugo', url: inbox.url, headers } as const;
    const service = things.add(await openRealtimeService({ webhook, graceMs: 20, ...options }));
    const settings = { ...service.centrifugo, webhookSecrets: [secret], timeoutMs: 1500 };
    const provide = (more: object = {}) => things.add(new CentrifugoProvider({ ...settings, ...more }));
    const provider = provide();
    inbox.answerAs(provider);
    return {
      provider,
      another: async (who) => provide(who === 'stranger' ? { apiKey: 'wrong', tokenSecret: 'wrong' } : {}),
      member: async (room, userId) => things.add(await joinAs(service, userId, room)),
      webhooks: inbox.webhooks,
      said: (message) => request(bodyOf(message)),
      signed: (text) => request(text),
      forged: forge,
      service: controlsOf(service),
      close: () => things.close(),
    };
  },
};
