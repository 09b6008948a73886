import { randomBytes, randomUUID } from 'node:crypto';
import { joinRoom, openRealtimeService } from '@travellite/realtime-service';
import { Webhook } from 'standardwebhooks';
import { NativeProvider } from '../../native/native-provider.js';
import { type RawWebhook, type RealtimeFixture, type Said } from '../fixture.js';
import { controlsOf } from './controls.js';
import { openThings } from './open-things.js';
import { openWebhookInbox } from './webhook-inbox.js';

const secretOf = () => `whsec_${randomBytes(24).toString('base64')}`;
const bytes = (text: string) => new TextEncoder().encode(text);

/** A webhook of the native contract, signed with the secret. */
function sign(secret: string, text: string, atMs = Date.now()): RawWebhook {
  const id = `msg_${randomUUID()}`;
  return {
    raw: bytes(text),
    headers: {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(atMs / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, new Date(atMs), text),
    },
  };
}

const bodyOf = ({ room, userId, text, extra }: Said) =>
  JSON.stringify({
    type: 'message',
    room,
    userId,
    message: { text, ...extra },
    timestamp: 1_700_000_000_000,
    ...extra,
  });

function forge(secret: string, message: Said): Record<string, RawWebhook> {
  const text = bodyOf(message);
  const real = sign(secret, text);
  const signature = String(real.headers['webhook-signature']);
  const withSignature = (other: string) => ({
    ...real,
    headers: { ...real.headers, 'webhook-signature': other },
  });
  return {
    'no signature': { raw: real.raw, headers: {} },
    'the wrong key': sign(secretOf(), text),
    'another body': { ...real, raw: bytes(text.replace('hello', 'hellp')) },
    'too old': sign(secret, text, Date.now() - 310_000),
    'from the future': sign(secret, text, Date.now() + 310_000),
    'cut off': withSignature(signature.slice(0, 20)),
    'another encoding': withSignature(`v1,${Buffer.from(signature.slice(3), 'base64').toString('hex')}`),
    'no JSON, not signed': { raw: bytes('{'), headers: {} },
  };
}

/** The native provider against the local service; members are its own clients. */
export const nativeFixture: RealtimeFixture = {
  async open(options = {}) {
    const secret = secretOf();
    const things = openThings();
    const inbox = things.add(await openWebhookInbox());
    const webhook = { url: inbox.url, secret };
    const service = things.add(
      await openRealtimeService({ webhook, graceMs: 20, webhookRetryMs: 5, ...options }),
    );
    const provide = (token = service.native.token) =>
      things.add(new NativeProvider({ ...service.native, token, webhookSecrets: [secret], timeoutMs: 1500 }));
    const provider = provide();
    inbox.answerAs(provider);
    return {
      provider,
      another: async (who) => provide(who === 'stranger' ? 'wrong' : undefined),
      member: async (room, userId) => {
        const client = things.add(joinRoom({ url: service.clientUrl(userId), room, retryMs: 20 }));
        await client.joined;
        return { seen: client.seen, say: (text) => client.say(text), close: () => client.close() };
      },
      webhooks: inbox.webhooks,
      said: (message) => sign(secret, bodyOf(message)),
      signed: (text) => sign(secret, text),
      forged: (message) => forge(secret, message),
      service: controlsOf(service),
      close: () => things.close(),
    };
  },
};
