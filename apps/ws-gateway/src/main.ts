import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Config, readConfig } from '@travellite/config';
import {
  openClusterPorts,
  openHttpPort,
  probe,
  runService,
  type ServiceLife,
  Startup,
} from '@travellite/operations';
import { consoleLog, createCounters } from '@travellite/telemetry';
import { createBusIngest } from '@travellite/turns';
import { bootstrapGateway } from './bootstrap.js';

const name = 'ws-gateway';
const page = fileURLToPath(new URL('../../web/dist', import.meta.url));
/** What closing may take beside the grace, in ms. */
const closeMs = 5_000;

/** One gateway process of the cluster: NATS for the bus, Redis to read conversations. Ends by SIGTERM or SIGINT. */
async function start(life: ServiceLife): Promise<void> {
  const config = readConfig();
  const log = consoleLog(config.log.level, { app: name });
  life.setUp({ log, closeLimitMs: config.gateway.drainMs + closeMs });
  const startup = new Startup();
  const port = await openHttpPort(config.server, startup);
  life.releases.add('port', () => port.close());
  log.info('gateway starts', { health: `${port.url}/health/ready` });
  const { bus, conversations } = await openClusterPorts(config, { name, life, startup, log });
  const ingest = createBusIngest({ bus, receiptTimeoutMs: config.cluster.operationTimeoutMs });
  life.releases.add('ingest', () => ingest.close());
  const gateway = await bootstrapGateway(
    {
      ...{ bus, conversations, ingest, log, counters: createCounters() },
      limits: config.gateway,
      origins: config.server.origins,
      ...(existsSync(page) ? { webRoot: page } : {}),
      trips: config.share,
      ...(config.realtime.clientUrl === undefined ? {} : { realtimeClientUrl: config.realtime.clientUrl }),
      ...documentsGroup(config.knowledge),
      probes: { store: () => probe(() => conversations.load()) },
    },
    port,
  );
  life.releases.add('gateway', () => gateway.close());
  log.info('gateway is ready', { url: gateway.url });
}

const documentsGroup = ({ token }: Config['knowledge']) =>
  token === undefined ? {} : { knowledge: { token } };

await runService(start);
