import type { z } from 'zod';
import { type Setting } from './setting.js';
import { type SettingName, settings } from './settings.js';

/** Typed values, grouped by the room they are for. Frozen. */
export interface Config {
  server: { port: number; host: string; origins: string[]; production: boolean };
  data: { folder: string };
  agent: { kind: 'travel' | 'echo' | 'trial' };
  worker: { slots: number; leaseMs: number; maxAttempts: number; drainMs: number };
  /** How the doors of a stopping process close; the grace and pauses in ms. */
  gateway: { closeSlice: number; closePauseMs: number; drainMs: number };
  nats: {
    url: string;
    user?: string;
    password?: string;
    token?: string;
    replicas: number;
    maxStreamBytes: number;
  };
  redis: { url: string };
  realtime: RealtimeGroup;
  cluster: { partitions: number; operationTimeoutMs: number };
  /** Token limits that are absent are none. */
  model: { apiKey?: string; baseUrl?: string; name: string; turnTokens?: number; dayTokens?: number };
  /** Where notes to look things up in are kept, and whether meaning counts beside words. */
  knowledge: {
    embedding: 'model' | 'none';
    pinecone?: { apiKey: string; host: string };
    /** Of who may add documents. */
    token?: string;
  };
  /** Links to trips. */
  share: { secret?: string };
  /** Providers of travel data; none: the data set and labelled samples. */
  travel: {
    amadeus?: { clientId: string; clientSecret: string; baseUrl: string };
    duffel?: { token: string; baseUrl?: string };
    openMeteo?: { baseUrl: string; apiKey?: string };
    overpass?: { url: string };
    openTripMap?: { apiKey: string };
  };
  /** Probability of a crash by step boundary. */
  chaos: { faults: Readonly<Record<string, number>> };
  log: { level: 'debug' | 'info' | 'warn' | 'error' };
}

/** The realtime service: who vouches for its webhooks, and how to publish to it. */
export interface RealtimeGroup {
  provider: 'native' | 'centrifugo' | 'ably';
  namespaces: string[];
  webhookSecrets: string[];
  /** Without it nothing is published. */
  publish?: { wsUrl: string; apiUrl: string; token: string; account?: string };
  centrifugo?: { tokenSecret: string };
  ably?: { key?: string; signingKeys: string[] };
  messages: 'stream' | 'single';
  /** Whether rooms are told what the agent is doing. */
  agentStatus: boolean;
  rollUpMs: number;
  /** After this long without a confirmation an answer is published again, in ms. */
  confirmMs: number;
  /** After this long without a sign of life a publisher has lost its namespace, in ms. */
  leaseMs: number;
  /** Messages a second for one room. */
  perRoomPerSecond?: number;
  /** Where the page's rooms find people's sockets. */
  clientUrl?: string;
}

/** All that is wrong with the environment, one sentence a fault. Values of secrets are not in it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly faults: readonly string[]) {
    super(faults.join('; '));
  }
}

type Environment = Readonly<Record<string, string | undefined>>;
type Values = { [Name in SettingName]: z.output<(typeof settings)[Name]['schema']> | undefined };

/**
 * Reads the environment once. An empty variable counts as not set.
 * @throws {ConfigError} with every fault at once
 */
export function readConfig(env: Environment = process.env): Config {
  const faults: string[] = unknownNames(env);
  const values = Object.fromEntries(
    (Object.entries(settings) as [SettingName, Setting<unknown>][]).map(([name, setting]) => [
      name,
      readOne(name, setting, env[name], faults),
    ]),
  ) as Values;
  faults.push(...halfSet(values));
  if (values.REALTIME_WS_URL !== undefined && values.REALTIME_NAMESPACE_ID?.length === 0) {
    faults.push('REALTIME_NAMESPACE_ID must be set as well when REALTIME_WS_URL is');
  }
  faults.push(...providerFaults(values));
  if (faults.length > 0) throw new ConfigError(faults);
  return deepFreeze(group(values as Required<Values>, env['NODE_ENV'] === 'production'));
}

function readOne(
  name: string,
  setting: Setting<unknown>,
  given: string | undefined,
  faults: string[],
): unknown {
  const raw = given === undefined || given === '' ? setting.fallback : given;
  if (raw === undefined) return undefined;
  const parsed = setting.schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const shown = setting.secret ? '' : `, not ${JSON.stringify(raw.slice(0, 80))}`;
  faults.push(`${name} ${parsed.error.issues[0]?.message ?? 'cannot be read'}${shown}`);
  return undefined;
}

/** A misspelt name would silently do nothing, so our own prefix must be known. */
function unknownNames(env: Environment): string[] {
  return Object.keys(env)
    .filter((name) => name.startsWith('TRAVELLITE_') && !(name in settings))
    .map((name) => `${name} is not a setting (see docs/configuration.md)`);
}

type Defined<T> = { [K in keyof T]: NonNullable<T[K]> };

function group(given: Required<Values>, production: boolean): Config {
  // A setting with a fallback always has a value here; those without one are named below.
  const values = given as Defined<Values>;
  return {
    server: { port: values.PORT, host: values.HOST, origins: values.TRAVELLITE_ORIGINS, production },
    data: { folder: values.TRAVELLITE_DATA },
    agent: { kind: values.TRAVELLITE_AGENT },
    worker: {
      slots: values.TRAVELLITE_SLOTS,
      leaseMs: values.TRAVELLITE_LEASE_MS,
      maxAttempts: values.TRAVELLITE_MAX_ATTEMPTS,
      drainMs: values.TRAVELLITE_DRAIN_MS,
    },
    gateway: {
      closeSlice: values.TRAVELLITE_CLOSE_SLICE,
      closePauseMs: values.TRAVELLITE_CLOSE_PAUSE_MS,
      drainMs: values.TRAVELLITE_DRAIN_MS,
    },
    nats: {
      url: values.NATS_URL,
      user: given.NATS_USER,
      password: given.NATS_PASSWORD,
      token: given.NATS_TOKEN,
      replicas: values.NATS_STREAM_REPLICAS,
      maxStreamBytes: values.NATS_STREAM_MAX_MIB * 1024 * 1024,
    },
    redis: { url: values.REDIS_URL },
    realtime: realtimeGroup(values, given),
    cluster: {
      partitions: values.TRAVELLITE_PARTITIONS,
      operationTimeoutMs: values.TRAVELLITE_OPERATION_TIMEOUT_MS,
    },
    model: {
      ...(given.OPENAI_API_KEY === undefined ? {} : { apiKey: given.OPENAI_API_KEY }),
      ...(given.OPENAI_BASE_URL === undefined ? {} : { baseUrl: given.OPENAI_BASE_URL }),
      name: values.OPENAI_MODEL,
      ...(values.TRAVELLITE_TURN_TOKENS > 0 ? { turnTokens: values.TRAVELLITE_TURN_TOKENS } : {}),
      ...(values.TRAVELLITE_DAY_TOKENS > 0 ? { dayTokens: values.TRAVELLITE_DAY_TOKENS } : {}),
    },
    knowledge: {
      embedding: values.TRAVELLITE_EMBEDDING,
      ...(given.PINECONE_API_KEY && given.PINECONE_HOST
        ? { pinecone: { apiKey: given.PINECONE_API_KEY, host: given.PINECONE_HOST } }
        : {}),
      ...(given.TRAVELLITE_KNOWLEDGE_TOKEN ? { token: given.TRAVELLITE_KNOWLEDGE_TOKEN } : {}),
    },
    share: given.TRAVELLITE_SHARE_SECRET ? { secret: given.TRAVELLITE_SHARE_SECRET } : {},
    travel: travelGroup(given),
    chaos: { faults: values.TRAVELLITE_FAULTS },
    log: { level: values.LOG_LEVEL },
  };
}

function realtimeGroup(values: Defined<Values>, given: Required<Values>): RealtimeGroup {
  const [wsUrl, apiUrl, token] = [given.REALTIME_WS_URL, given.REALTIME_API_URL, given.REALTIME_API_TOKEN];
  const account = given.REALTIME_ACCOUNT_ID;
  const { CENTRIFUGO_TOKEN_SECRET: tokenSecret, ABLY_API_KEY: key } = given;
  const provider = values.REALTIME_PROVIDER;
  return {
    provider,
    ...(provider === 'centrifugo' && tokenSecret ? { centrifugo: { tokenSecret } } : {}),
    ...(provider === 'ably'
      ? { ably: { signingKeys: values.ABLY_SIGNING_KEYS, ...(key === undefined ? {} : { key }) } }
      : {}),
    namespaces: values.REALTIME_NAMESPACE_ID,
    webhookSecrets: values.REALTIME_WEBHOOK_SECRET,
    ...(wsUrl && apiUrl && token
      ? { publish: { wsUrl, apiUrl, token, ...(account === undefined ? {} : { account }) } }
      : {}),
    messages: values.REALTIME_MESSAGES,
    agentStatus: values.REALTIME_AGENT_STATUS,
    rollUpMs: values.REALTIME_ROLLUP_MS,
    confirmMs: values.REALTIME_CONFIRM_MS,
    leaseMs: values.REALTIME_LEASE_MS,
    ...(values.REALTIME_ROOM_RATE === 0 ? {} : { perRoomPerSecond: values.REALTIME_ROOM_RATE }),
    ...(given.REALTIME_CLIENT_URL === undefined ? {} : { clientUrl: given.REALTIME_CLIENT_URL }),
  };
}

function travelGroup(given: Required<Values>): Config['travel'] {
  const [clientId, clientSecret, baseUrl] = [
    given.AMADEUS_CLIENT_ID,
    given.AMADEUS_CLIENT_SECRET,
    given.AMADEUS_BASE_URL,
  ];
  const { DUFFEL_ACCESS_TOKEN, DUFFEL_BASE_URL, OPEN_METEO_BASE_URL, OPEN_METEO_API_KEY } = given;
  return {
    ...(clientId && clientSecret && baseUrl ? { amadeus: { clientId, clientSecret, baseUrl } } : {}),
    ...(DUFFEL_ACCESS_TOKEN
      ? { duffel: { token: DUFFEL_ACCESS_TOKEN, ...(DUFFEL_BASE_URL ? { baseUrl: DUFFEL_BASE_URL } : {}) } }
      : {}),
    ...(OPEN_METEO_BASE_URL
      ? {
          openMeteo: {
            baseUrl: OPEN_METEO_BASE_URL,
            ...(OPEN_METEO_API_KEY ? { apiKey: OPEN_METEO_API_KEY } : {}),
          },
        }
      : {}),
    ...(given.OVERPASS_URL ? { overpass: { url: given.OVERPASS_URL } } : {}),
    ...(given.OPENTRIPMAP_API_KEY ? { openTripMap: { apiKey: given.OPENTRIPMAP_API_KEY } } : {}),
  };
}

/** Settings that only mean something together. */
const together = [
  ['AMADEUS_BASE_URL', 'AMADEUS_CLIENT_ID', 'AMADEUS_CLIENT_SECRET'],
  ['PINECONE_API_KEY', 'PINECONE_HOST'],
  ['REALTIME_WS_URL', 'REALTIME_API_URL', 'REALTIME_API_TOKEN'],
] as const;

function halfSet(values: Values): string[] {
  return together.flatMap((names) => {
    const missing = names.filter((name) => values[name] === undefined);
    if (missing.length === names.length) return [];
    return missing.map((name) => `${name} must be set as well, or none of ${names.join(', ')}`);
  });
}

/** What Centrifugo and Ably cannot do without. */
function providerFaults(values: Values): string[] {
  const { REALTIME_PROVIDER: provider = 'native', REALTIME_NAMESPACE_ID: namespaces = [] } = values;
  if (provider === 'native') return [];
  const faults: string[] = [];
  if (namespaces.length === 0) faults.push(`REALTIME_NAMESPACE_ID must be set for ${provider}`);
  if (provider === 'centrifugo' && values.REALTIME_WS_URL !== undefined && !values.CENTRIFUGO_TOKEN_SECRET) {
    faults.push('CENTRIFUGO_TOKEN_SECRET must be set as well when REALTIME_WS_URL is');
  }
  return faults;
}

function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) {
    if (typeof inner === 'object' && inner !== null) deepFreeze(inner as object);
  }
  return Object.freeze(value);
}
