import { flag, list, oneOf, type Setting, socketUrl, text, webUrl, whole } from './setting.js';

const ingress = ['standalone', 'webhook-ingress'] as const;
const publisher = ['standalone', 'realtime-publisher'] as const;
const realtime = ['standalone', 'webhook-ingress', 'realtime-publisher'] as const;

/** Settings of the realtime service. */
export const realtimeSettings = {
  REALTIME_NAMESPACE_ID: {
    schema: list,
    fallback: '',
    about:
      'Namespace of the realtime service; several are separated by commas, and webhooks of the others than the first say `?namespace=`.',
    apps: realtime,
  },
  REALTIME_WEBHOOK_SECRET: {
    schema: list,
    fallback: '',
    about:
      'Secrets of Standard Webhooks (`whsec_…`), comma-separated; any of them vouches. Without one webhooks are taken unsigned, and in production not at all.',
    apps: ingress,
    secret: true,
  },
  REALTIME_WS_URL: {
    schema: socketUrl,
    fallback: undefined,
    about:
      'Address of the realtime service’s sockets, up to before `/namespaces`; with the next two and the namespace it turns publishing on.',
    apps: publisher,
  },
  REALTIME_API_URL: {
    schema: webUrl,
    fallback: undefined,
    about: 'Address of the realtime service’s HTTP API, up to before `/accounts`.',
    apps: publisher,
  },
  REALTIME_API_TOKEN: {
    schema: text,
    fallback: undefined,
    about: 'What we show to the realtime service.',
    apps: publisher,
    secret: true,
  },
  REALTIME_ACCOUNT_ID: {
    schema: text,
    fallback: undefined,
    about: 'Account in the addresses of the HTTP API; the namespace when not set.',
    apps: publisher,
  },
  REALTIME_CLIENT_URL: {
    schema: socketUrl,
    fallback: undefined,
    about:
      'Address of people’s sockets at the local realtime service, such as `ws://localhost:3002/namespaces/local/client`: the page’s rooms use it, and without it talk to this server alone.',
    apps: ['standalone', 'ws-gateway'],
  },
  REALTIME_MESSAGES: {
    schema: oneOf(['stream', 'single']),
    fallback: 'stream',
    about:
      '`stream` shows rooms an answer as it is written; `single` is one message an answer, for clients that know only the older form.',
    apps: publisher,
  },
  REALTIME_AGENT_STATUS: {
    schema: flag,
    fallback: '0',
    about:
      'Rooms are also told what the agent is doing, as frames of the type `agent_status`: for clients that ignore types they do not know.',
    apps: publisher,
  },
  REALTIME_ROLLUP_MS: {
    schema: whole(0, 5_000),
    fallback: '40',
    about: 'Pieces of an answer written within this time (ms) go to the room as one.',
    apps: publisher,
  },
  REALTIME_CONFIRM_MS: {
    schema: whole(100, 60_000),
    fallback: '1500',
    about:
      'After this long (ms) without a confirmation by a native service that gives them, an answer is published again under the same id.',
    apps: publisher,
  },
  REALTIME_LEASE_MS: {
    schema: whole(500, 60_000),
    fallback: '2000',
    about:
      'How long (ms) the publisher of a namespace may give no sign of life before another takes the namespace over.',
    apps: ['realtime-publisher'],
  },
  REALTIME_ROOM_RATE: {
    schema: whole(0, 10_000),
    fallback: '0',
    about: 'Messages a second the realtime service takes for one room; 0 when it sets no limit.',
    apps: publisher,
  },
} satisfies Record<string, Setting<unknown>>;
