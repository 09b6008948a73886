import { travelSettings } from './travel-settings.js';
import { realtimeProviderSettings } from './realtime-provider-settings.js';
import {
  flag,
  list,
  oneOf,
  port,
  probabilities,
  redisUrl,
  secret,
  type Setting,
  text,
  webUrl,
  whole,
} from './setting.js';
import { realtimeSettings } from './realtime-settings.js';

const cluster = ['ws-gateway', 'agent-worker', 'webhook-ingress', 'realtime-publisher'] as const;

const define = <const T extends Record<string, Setting<unknown>>>(settings: T) => settings;

/** Every environment variable TravelLite reads. An empty environment works: `npm start` needs none of them. */
export const settings = define({
  PORT: {
    schema: port,
    fallback: '3000',
    about: 'Port of every door and the page; 0 takes a free one.',
    apps: 'all',
  },
  HOST: {
    schema: text,
    fallback: '127.0.0.1',
    about: 'Address to listen on. `0.0.0.0` opens it to the network.',
    apps: 'all',
  },
  TRAVELLITE_DATA: {
    schema: text,
    fallback: '.data',
    about: 'Folder of the embedded store. One process at a time uses it.',
    apps: ['standalone'],
  },
  TRAVELLITE_AGENT: {
    schema: oneOf(['travel', 'echo', 'trial']),
    fallback: 'travel',
    about:
      '`travel` is the travel agent; `echo` and `trial` stand in for it where the platform itself is measured or tried.',
    apps: ['standalone', 'agent-worker'],
  },
  TRAVELLITE_SLOTS: {
    schema: whole(1, 4096),
    fallback: '256',
    about: 'Turns one worker process runs at the same time, each of another conversation.',
    apps: ['standalone', 'agent-worker'],
  },
  TRAVELLITE_LEASE_MS: {
    schema: whole(500, 600_000),
    fallback: '15000',
    about: 'How long (ms) a worker holds a turn without a sign of life before another may take it.',
    apps: ['standalone', 'agent-worker'],
  },
  TRAVELLITE_MAX_ATTEMPTS: {
    schema: whole(3, 20),
    fallback: '5',
    about:
      'How often a turn is tried before it is given up as a dead letter. From the third try on it runs alone, so that a message that ends its process takes no other turn with it.',
    apps: ['standalone', 'agent-worker'],
  },
  TRAVELLITE_DRAIN_MS: {
    schema: whole(0, 600_000),
    fallback: '10000',
    about:
      'Grace (ms) of a stopping process: a worker lets running turns finish before it hands them back, a gateway closes its sockets slice by slice.',
    apps: 'all',
  },
  TRAVELLITE_CLOSE_SLICE: {
    schema: whole(1, 100_000),
    fallback: '100',
    about:
      'Sockets that a stopping gateway closes at once, so that not all clients reconnect in the same moment; more when the grace would not do.',
    apps: ['ws-gateway'],
  },
  TRAVELLITE_CLOSE_PAUSE_MS: {
    schema: whole(0, 60_000),
    fallback: '50',
    about: 'Pause (ms) between two such slices.',
    apps: ['ws-gateway'],
  },
  TRAVELLITE_ORIGINS: {
    schema: list,
    fallback: '',
    about:
      'Browser origins besides the own one that may open sockets, comma-separated (`https://app.example.com`); `*` allows all.',
    apps: ['standalone', 'ws-gateway'],
  },
  NATS_URL: {
    schema: text,
    fallback: 'nats://127.0.0.1:4222',
    about: 'NATS servers, separated by commas.',
    apps: cluster,
    secret: true,
  },
  NATS_USER: { schema: text, fallback: undefined, about: 'User name for NATS.', apps: cluster },
  NATS_PASSWORD: {
    schema: text,
    fallback: undefined,
    about: 'Password for NATS.',
    apps: cluster,
    secret: true,
  },
  NATS_TOKEN: { schema: text, fallback: undefined, about: 'Token for NATS.', apps: cluster, secret: true },
  NATS_STREAM_REPLICAS: {
    schema: whole(1, 5),
    fallback: '1',
    about: 'Copies of each JetStream stream; 3 in production.',
    apps: cluster,
  },
  NATS_STREAM_MAX_MIB: {
    schema: whole(1, 1_000_000),
    fallback: '1024',
    about: 'Largest size (MiB) of each JetStream stream.',
    apps: cluster,
  },
  REDIS_URL: {
    schema: redisUrl,
    fallback: 'redis://127.0.0.1:6379',
    about: 'Redis server: `redis://[user:password@]host:port`, `rediss://` with TLS.',
    apps: ['ws-gateway', 'agent-worker'],
    secret: true,
  },
  TRAVELLITE_PARTITIONS: {
    schema: whole(1, 1024),
    fallback: '8',
    about:
      'Slots that conversations are spread over. The same in every process, and never changed under stored data.',
    apps: cluster,
  },
  TRAVELLITE_OPERATION_TIMEOUT_MS: {
    schema: whole(100, 60_000),
    fallback: '3000',
    about: 'How long (ms) one call to NATS or Redis may take before it counts as failed.',
    apps: cluster,
  },
  ...realtimeSettings,
  LOG_LEVEL: {
    schema: oneOf(['debug', 'info', 'warn', 'error']),
    fallback: 'info',
    about: 'Least severe log line that is written (JSON lines on stderr).',
    apps: 'all',
  },
  OPENAI_API_KEY: {
    schema: text,
    fallback: undefined,
    about: 'Key of an OpenAI-compatible service. Without it the offline model answers.',
    apps: ['standalone', 'agent-worker'],
    secret: true,
  },
  OPENAI_BASE_URL: {
    schema: webUrl,
    fallback: undefined,
    about: 'Address of an OpenAI-compatible service other than the default one.',
    apps: ['standalone', 'agent-worker'],
  },
  OPENAI_MODEL: {
    schema: text,
    fallback: 'gpt-4.1-mini',
    about: 'Model name asked for.',
    apps: ['standalone', 'agent-worker'],
  },
  TRAVELLITE_TURN_TOKENS: {
    schema: whole(0, 100_000_000),
    fallback: '60000',
    about:
      'Most tokens, in and out, that the language model may take for one message; the offline model goes on after that. 0: no limit.',
    apps: ['standalone', 'agent-worker'],
  },
  TRAVELLITE_DAY_TOKENS: {
    schema: whole(0, 10_000_000_000),
    fallback: '1000000',
    about:
      'Most tokens that the language model may take for one user in one conversation on one day (UTC). 0: no limit.',
    apps: ['standalone', 'agent-worker'],
  },
  TRAVELLITE_EMBEDDING: {
    schema: oneOf(['model', 'none']),
    fallback: 'model',
    about:
      '`model` finds notes by meaning and words (about 8 s of processor time on a fresh data folder); `none` by words alone.',
    apps: ['standalone', 'agent-worker'],
  },
  PINECONE_API_KEY: {
    schema: text,
    fallback: undefined,
    about: 'Key for Pinecone; with the host it keeps the notes there instead of in the process.',
    apps: ['standalone', 'agent-worker'],
    secret: true,
  },
  PINECONE_HOST: {
    schema: text,
    fallback: undefined,
    about: 'Host of the Pinecone index (512 dimensions, cosine), as its console shows it.',
    apps: ['standalone', 'agent-worker'],
  },
  TRAVELLITE_KNOWLEDGE_TOKEN: {
    schema: secret,
    fallback: undefined,
    about:
      'Bearer token (32 characters or more) of who may add documents by `POST /api/knowledge`; without it that door is shut.',
    apps: ['standalone', 'ws-gateway'],
    secret: true,
  },
  TRAVELLITE_SHARE_SECRET: {
    schema: secret,
    fallback: undefined,
    about:
      'Seals links to shared trips (32 characters or more, the same in every gateway; another one ends all links). `npm start` makes one in its data folder; a gateway without one shares nothing.',
    apps: ['standalone', 'ws-gateway'],
    secret: true,
  },
  ...realtimeProviderSettings,
  ...travelSettings,
  TRAVELLITE_FAULTS: {
    schema: probabilities,
    fallback: '',
    about:
      'For chaos runs only: step boundaries at which the worker kills itself, each with its probability (`commit.before:0.01,accept.after:0.01`).',
    apps: ['agent-worker'],
  },
  TRAVELLITE_SKIP_SERVERS: {
    schema: flag,
    fallback: '0',
    about: '`npm test` leaves out the tests that need real NATS and Redis servers, and says so.',
    apps: ['tests'],
  },
  TRAVELLITE_SOAK: {
    schema: flag,
    fallback: '0',
    about:
      'The soak of the realtime channel in its long form (fifty rooms, about two minutes): `TRAVELLITE_SOAK=1 npm test -w apps/standalone -- soak`.',
    apps: ['tests'],
  },
  TRAVELLITE_SKIP_BROWSER: {
    schema: flag,
    fallback: '0',
    about: '`npm test` leaves out the tests that need Chromium, and says so.',
    apps: ['tests'],
  },
});

export type SettingName = keyof typeof settings;
