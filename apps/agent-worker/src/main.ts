import { hostname } from 'node:os';
import { type Config, readConfig } from '@travellite/config';
import {
  openClusterPorts,
  openHttpPort,
  runService,
  type ServiceLife,
  Startup,
} from '@travellite/operations';
import { consoleLog, createCounters, type Log } from '@travellite/telemetry';
import { bootstrapWorker } from './bootstrap.js';
import { createCrashes } from './crashes.js';
import { openAgent } from './open-agent.js';
import { type Guide } from './open-guide.js';

const name = 'agent-worker';
/** What closing may take beside the grace, in ms. */
const closeMs = 5_000;

/** One worker process of the cluster: NATS for the bus, Redis for the conversations. Ends by SIGTERM or SIGINT. */
async function start(life: ServiceLife): Promise<void> {
  const config = readConfig();
  const log = consoleLog(config.log.level, { app: name });
  life.setUp({ log, closeLimitMs: config.worker.drainMs + closeMs });
  const faults = createCrashes(config.chaos.faults);
  const startup = new Startup();
  const port = await openHttpPort(config.server, startup);
  life.releases.add('port', () => port.close());
  log.info('agent worker starts', { health: `${port.url}/health/ready` });
  const { bus, conversations } = await openClusterPorts(config, { name, life, startup, log });
  const guide = config.agent.kind === 'travel' ? await openGuideOf(config, log) : undefined;
  if (guide) life.releases.add('guide', () => guide.close());
  const { agent, model } = await openAgent(
    { kind: config.agent.kind, model: config.model, travel: config.travel },
    { log, ...(guide ? { knowledge: guide.knowledge } : {}) },
  );
  const worker = await bootstrapWorker(
    {
      ...{ bus, conversations, agent, log, counters: createCounters() },
      ...config.worker,
      faults,
      // In a container every process is number 1.
      name: `${hostname()}/${process.pid}`,
      partitions: Array.from({ length: config.cluster.partitions }, (_, partition) => partition),
    },
    port,
  );
  life.releases.add('worker', () => worker.close());
  guide?.fill();
  await guide?.follow(bus);
  log.info('agent worker is ready', { url: worker.url, model });
}

/** Only the travel agent looks things up; the others start without loading what that needs. */
async function openGuideOf({ knowledge }: Config, log: Log): Promise<Guide> {
  const { openGuide } = await import('./open-guide.js');
  return openGuide(knowledge, log);
}

await runService(start);
