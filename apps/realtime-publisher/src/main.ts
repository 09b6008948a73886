import { readConfig } from '@travellite/config';
import { openClusterBus, openHttpPort, runService, type ServiceLife, Startup } from '@travellite/operations';
import { consoleLog, createCounters } from '@travellite/telemetry';
import { bootstrapPublisher } from './bootstrap.js';
import { toPublisherOptions } from './to-publisher-options.js';

const name = 'realtime-publisher';
/** What closing may take, in ms. */
const closeMs = 15_000;

/** One publisher process of the cluster: NATS and the realtime service. Ends by SIGTERM or SIGINT. */
async function start(life: ServiceLife): Promise<void> {
  const config = readConfig();
  const log = consoleLog(config.log.level, { app: name });
  life.setUp({ log, closeLimitMs: closeMs });
  const startup = new Startup();
  const port = await openHttpPort(config.server, startup);
  life.releases.add('port', () => port.close());
  log.info('publisher starts', { health: `${port.url}/health/ready` });
  const bus = await openClusterBus(config, { name, life, startup, log });
  const options = await toPublisherOptions(config.realtime, { bus, log, counters: createCounters() });
  const { channels } = options;
  for (const { provider } of channels) life.releases.add('realtime service', () => provider.close());
  const publisher = await bootstrapPublisher(options, port);
  life.releases.add('publisher', () => publisher.close());
  log.info('publisher is ready', { url: publisher.url, namespaces: channels.length });
}

await runService(start);
