import { openBus } from '@travellite/bus';
import { type Config, ConfigError, readConfig } from '@travellite/config';
import { openConversations } from '@travellite/conversations';
import { toTravelError } from '@travellite/protocol';
import { consoleLog, createCounters, type Log } from '@travellite/telemetry';
import { bootstrapWorker } from './bootstrap.js';
import { createCrashes } from './crashes.js';
import { openAgent } from './open-agent.js';
import { type Guide } from './open-guide.js';

/** Events kept per conversation. */
const maxEvents = 2_000;

/** One worker process of the cluster: NATS for the bus, Redis for the conversations. Ends by SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const config = readConfig();
  const log = consoleLog(config.log.level, { app: 'agent-worker' });
  const faults = createCrashes(config.chaos.faults);
  const { bus, conversations } = await openPorts(config, log);
  const guide = config.agent.kind === 'travel' ? await openGuideOf(config, log) : undefined;
  const { agent, model } = await openAgent(
    { kind: config.agent.kind, model: config.model, travel: config.travel },
    { log, ...(guide ? { knowledge: guide.knowledge } : {}) },
  );
  const worker = await bootstrapWorker(
    {
      ...{ bus, conversations, agent, log, counters: createCounters() },
      ...config.worker,
      faults,
      partitions: Array.from({ length: config.cluster.partitions }, (_, partition) => partition),
    },
    config.server,
  );
  guide?.fill();
  log.info('agent worker is ready', { url: worker.url, model });
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= worker
      .close()
      .then(() => guide?.close())
      .then(() => conversations.close())
      .then(() => bus.close());
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** Only the travel agent looks things up; the others start without loading what that needs. */
async function openGuideOf({ knowledge }: Config, log: Log): Promise<Guide> {
  const { openGuide } = await import('./open-guide.js');
  return openGuide(knowledge, log);
}

async function openPorts({ nats, redis, cluster }: Config, log: Log) {
  const { partitions, operationTimeoutMs } = cluster;
  const [bus, conversations] = await Promise.all([
    openBus({ kind: 'nats', ...nats, name: 'agent-worker', partitions, operationTimeoutMs }, log),
    openConversations({ kind: 'redis', ...redis, partitions, maxEvents, operationTimeoutMs }, log),
  ]);
  return { bus, conversations };
}

main().catch((thrown: unknown) => {
  const lines = thrown instanceof ConfigError ? thrown.faults : [toTravelError(thrown).message];
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exitCode = 1;
});
