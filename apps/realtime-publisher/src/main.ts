import { readConfig } from '@travellite/config';
import { openClusterBus, openHttpPort, runService, type ServiceLife, Startup } from '@travellite/operations';
import { consoleLog, createCounters } from '@travellite/telemetry';
import { bootstrapPublisher } from './bootstrap.js';
import { openChannels } from './open-channels.js';

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
  const { realtime } = config;
  const channels = await openChannels(realtime);
  for (const { provider } of channels) life.releases.add('realtime service', () => provider.close());
  const publisher = await bootstrapPublisher(
    {
      ...{ bus, channels, log, counters: createCounters() },
      messages: realtime.messages,
      agentStatus: realtime.agentStatus,
      times: { rollUpMs: realtime.rollUpMs },
    },
    port,
  );
  life.releases.add('publisher', () => publisher.close());
  log.info('publisher is ready', { url: publisher.url, namespaces: channels.length });
}

await runService(start);
