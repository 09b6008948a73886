import { createAblyDoor } from './ably/ably-door.js';
import { ablyKeys, addressesOf, type Addresses, serverUser } from './addresses.js';
import { createCentrifugoDoor } from './centrifugo/centrifugo-door.js';
import { createControlDoor } from './control/control-door.js';
import { type FaultChange, type FaultPlan, Faults } from './faults/faults.js';
import { listen } from './http/listen.js';
import { Peers } from './http/peers.js';
import { createNativeDoor } from './native/native-door.js';
import { Namespace } from './rooms/namespace.js';
import { type WebhookCounts } from './webhooks/native-webhooks.js';
import { type Target, WebhookSwitch } from './webhooks/webhook-switch.js';

export interface RealtimeServiceOptions {
  /** 0 (the default) takes a free one. */
  port?: number;
  host?: string;
  /** Id of the one namespace. */
  namespace?: string;
  /** What servers show: in the socket's address and as a bearer token. */
  token?: string;
  /** Where webhooks go from the start; see `setWebhook`. */
  webhook?: Target;
  /** Acknowledges publications with an id; `false` keeps to the letter of the native contract. */
  confirms?: boolean;
  /** How long (ms) somebody may be gone before they have left a room. */
  graceMs?: number;
  /** Messages kept of a room. */
  historySize?: number;
  /** Messages a member is shown whose position is of before a restart, or who has none; 50 when not given. */
  newcomersSee?: number;
  /** How long (ms) a message is kept and an id remembered. */
  historyMs?: number;
  /** Messages a second for one room; no limit when left out. */
  perRoomPerSecond?: number;
  /** First pause (ms) before a webhook is sent again; doubled up to 5 s. */
  webhookRetryMs?: number;
  /** Attempts before a webhook is given up. */
  webhookAttempts?: number;
  /** Unix ms. */
  now?: () => number;
  /** From 0 up to 1: which faults happen. */
  random?: () => number;
  /** Hears of faults of the service itself. */
  onFault?: (thrown: unknown) => void;
}

/** A running service. */
export interface RealtimeService extends Addresses {
  readonly port: number;
  /** What goes wrong at the moment. */
  readonly faults: Faults;
  /** Sends webhooks here from now on; `undefined` stops them. What waits for another target is dropped. */
  setWebhook(target: Target | undefined): Promise<void>;
  /** Cuts sockets without a goodbye; how many. */
  drop(kind?: 'server' | 'client' | 'all'): number;
  /** As if the process had died and come back without its memory: sockets cut, a new epoch, no message and no id known. */
  restart(): void;
  inspect(): {
    servers: number;
    clients: number;
    webhooks: WebhookCounts & { waiting: number };
    faults: FaultPlan;
  };
  /** Idempotent. */
  close(): Promise<void>;
}

/** Starts a realtime service in this process. */
export async function openRealtimeService(options: RealtimeServiceOptions = {}): Promise<RealtimeService> {
  const { host = '127.0.0.1', namespace: id = 'local', token = 'local-token', now = Date.now } = options;
  const faults = new Faults(options.random ?? Math.random);
  const peers = new Peers(faults);
  const namespace = new Namespace(id, roomOptions(options), now);
  const webhooks = new WebhookSwitch(namespace, faults, retryOptions(options));
  await webhooks.set(options.webhook);
  const controls = controlsOf(peers, namespace, webhooks, faults);
  const own = { namespace, options: { token, confirms: options.confirms ?? true } };
  const centrifugo = { namespace, now, proxy: webhooks.proxy, apiKey: token, tokenSecret: token, serverUser };
  const { key, memberKey } = ablyKeys(token);
  const doors = [
    createControlDoor(token, controls),
    createCentrifugoDoor(centrifugo, peers, faults),
    createAblyDoor({ namespace, serverKey: key, memberKey }, peers, faults),
    createNativeDoor((name) => (name === id ? own : undefined), peers, faults),
  ];
  const listening = await listen({ host, port: options.port ?? 0 }, doors, faults, options.onFault ?? ignore);
  let closing: Promise<void> | undefined;
  return {
    port: listening.port,
    ...addressesOf(host, listening.port, id, token),
    faults,
    setWebhook: (target) => webhooks.set(target),
    drop: controls.drop,
    restart: controls.restart,
    inspect: controls.inspect,
    close: () =>
      (closing ??= (async () => {
        peers.cut('all');
        await listening.close();
        await webhooks.set(undefined);
        namespace.close();
      })()),
  };
}

const ignore = () => undefined;

const controlsOf = (peers: Peers, namespace: Namespace, webhooks: WebhookSwitch, faults: Faults) => ({
  inspect: () => ({
    servers: peers.count('server'),
    clients: peers.count('client'),
    webhooks: webhooks.inspect(),
    faults: faults.plan,
  }),
  setFaults: (change: FaultChange) => faults.set(change),
  clearFaults: () => faults.clear(),
  drop: (kind: 'server' | 'client' | 'all' = 'all') => peers.cut(kind),
  restart: () => {
    peers.cut('all');
    namespace.restart();
  },
});

const roomOptions = (options: RealtimeServiceOptions) => {
  const { graceMs, newcomersSee, historySize, historyMs, perRoomPerSecond } = options;
  return {
    graceMs: graceMs ?? 5000,
    newcomersSee: newcomersSee ?? 50,
    historySize: historySize ?? 1000,
    historyMs: historyMs ?? 10 * 60_000,
    ...(perRoomPerSecond === undefined ? {} : { perRoomPerSecond }),
  };
};

const retryOptions = ({ webhookRetryMs, webhookAttempts }: RealtimeServiceOptions) => ({
  baseMs: webhookRetryMs ?? 200,
  longestMs: 5000,
  attempts: webhookAttempts ?? 30,
});
