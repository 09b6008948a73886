import { list, oneOf, type Setting, text } from './setting.js';

const ingress = ['standalone', 'webhook-ingress'] as const;
const publisher = ['standalone', 'realtime-publisher'] as const;

/** Which realtime service it is, and what only one of them asks for. */
export const realtimeProviderSettings = {
  REALTIME_PROVIDER: {
    schema: oneOf(['native', 'centrifugo', 'ably']),
    fallback: 'native',
    about:
      'Which realtime service it is. `centrifugo`: `REALTIME_WS_URL` is `ws://…/connection/websocket`, `REALTIME_API_URL` is `http://…/api`, `REALTIME_API_TOKEN` its API key, and the webhook secret is what its proxies show in `X-Webhook-Secret`. `ably`: the key below stands for the addresses and the token.',
    apps: ['standalone', 'webhook-ingress', 'realtime-publisher'],
  },
  CENTRIFUGO_TOKEN_SECRET: {
    schema: text,
    fallback: undefined,
    about: 'Centrifugo’s `client.token.hmac_secret_key`: signs the token of our own connection.',
    apps: publisher,
    secret: true,
  },
  ABLY_API_KEY: {
    schema: text.regex(/^[^:\s]+:\S+$/, 'must have the form `app.key:secret`'),
    fallback: undefined,
    about: 'Key for Ably (`app.key:secret`); with the namespace it turns publishing on.',
    apps: publisher,
    secret: true,
  },
  ABLY_SIGNING_KEYS: {
    schema: list,
    fallback: '',
    about:
      'Keys that sign Ably’s batched webhooks (`app.key:secret`), comma-separated. Single requests show the webhook secret in `X-Webhook-Secret`.',
    apps: ingress,
    secret: true,
  },
} as const satisfies Record<string, Setting<unknown>>;
