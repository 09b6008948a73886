import { type Bus, openBus } from '@travellite/bus';
import { type Conversations, openConversations } from '@travellite/conversations';
import { type Log } from '@travellite/telemetry';
import { type Startup } from '../port/startup.js';
import { type ServiceLife } from '../process/run-service.js';

/** Events kept per conversation. */
const maxEvents = 2_000;

/** The groups of `config` that say where a cluster's servers are. */
export interface ClusterSettings {
  nats: {
    url: string;
    user?: string;
    password?: string;
    token?: string;
    replicas: number;
    maxStreamBytes: number;
  };
  redis: { url: string };
  cluster: { partitions: number; operationTimeoutMs: number };
  realtime: { leaseMs: number };
}

/** What opening a port takes of a starting service. */
export interface OpeningService {
  /** Name of the app, as servers show it. */
  name: string;
  life: ServiceLife;
  startup: Startup;
  log: Log;
}

/** Opens NATS, however long it takes; `/health/ready` says what is waited for. Closes with the service. */
export async function openClusterBus(
  { nats, cluster, realtime }: Pick<ClusterSettings, 'nats' | 'cluster' | 'realtime'>,
  { name, life, startup, log }: OpeningService,
): Promise<Bus> {
  const bus = await startup.open('bus', (onWaiting) =>
    openBus(
      {
        ...{ kind: 'nats', ...nats, ...cluster, name, outboundLeaseMs: realtime.leaseMs },
        ...{ signal: life.stopping, onWaiting },
      },
      log,
    ),
  );
  life.releases.add('bus', () => bus.close());
  return bus;
}

/** Opens Redis, however long it takes; `/health/ready` says what is waited for. Closes with the service. */
export async function openClusterStore(
  { redis, cluster }: Pick<ClusterSettings, 'redis' | 'cluster'>,
  { life, startup, log }: OpeningService,
): Promise<Conversations> {
  const store = await startup.open('store', (onWaiting) =>
    openConversations(
      { kind: 'redis', ...redis, ...cluster, maxEvents, signal: life.stopping, onWaiting },
      log,
    ),
  );
  life.releases.add('store', () => store.close());
  return store;
}

/** Both, side by side. */
export async function openClusterPorts(
  settings: ClusterSettings,
  service: OpeningService,
): Promise<{ bus: Bus; conversations: Conversations }> {
  const [bus, conversations] = await Promise.all([
    openClusterBus(settings, service),
    openClusterStore(settings, service),
  ]);
  return { bus, conversations };
}
