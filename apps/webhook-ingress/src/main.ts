import { readConfig } from '@travellite/config';
import { openClusterBus, openHttpPort, runService, type ServiceLife, Startup } from '@travellite/operations';
import { consoleLog, createCounters } from '@travellite/telemetry';
import { createBusIngest } from '@travellite/turns';
import { bootstrapIngress } from './bootstrap.js';
import { openOtherParsers, openParser, whyClosed } from './open-parser.js';

const name = 'webhook-ingress';
/** What closing may take beside open requests, in ms. */
const closeMs = 5_000;
/** A service waits seconds for its answer: twice a second for the mailbox, then it is asked to deliver again. */
const receipts = { receiptTimeoutMs: 1_000, tries: 2 };

/** One ingress process of the cluster: NATS and nothing else. Ends by SIGTERM or SIGINT. */
async function start(life: ServiceLife): Promise<void> {
  const config = readConfig();
  const log = consoleLog(config.log.level, { app: name });
  life.setUp({ log, closeLimitMs: config.worker.drainMs + closeMs });
  const startup = new Startup();
  const port = await openHttpPort(config.server, startup);
  life.releases.add('port', () => port.close());
  log.info('ingress starts', { health: `${port.url}/health/ready` });
  const bus = await openClusterBus(config, { name, life, startup, log });
  const ingest = createBusIngest({ bus, ...receipts });
  life.releases.add('ingest', () => ingest.close());
  const { realtime, server } = config;
  const closed = whyClosed(realtime, server.production);
  if (closed !== undefined) log.warn(closed);
  const ingress = await bootstrapIngress(
    {
      ...{ bus, ingest, log, counters: createCounters() },
      provider: await openParser(realtime),
      namespaces: realtime.namespaces,
      otherProviders: await openOtherParsers(realtime),
      ...(closed === undefined ? {} : { closed }),
    },
    port,
  );
  life.releases.add('ingress', () => ingress.close());
  log.info('ingress is ready', { url: ingress.url });
}

await runService(start);
