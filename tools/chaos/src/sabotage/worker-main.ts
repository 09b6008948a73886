import { bootstrapWorker, createCrashes, openAgent } from '@travellite/agent-worker';
import { openBus } from '@travellite/bus';
import { readConfig } from '@travellite/config';
import { openConversations } from '@travellite/conversations';
import { consoleLog, createCounters } from '@travellite/telemetry';
import { replaced, type SabotageName, sabotages } from './sabotages.js';

/** Events kept per conversation, as `agent-worker` has it. */
const maxEvents = 2_000;

/** `worker-main.js <sabotage>`: an agent worker without one of its safeguards. A run with it must be found out. */
async function main(): Promise<void> {
  const sabotage = sabotages[process.argv[2] as SabotageName];
  const config = readConfig();
  const log = consoleLog(config.log.level, { app: 'sabotaged-worker' });
  const { partitions, operationTimeoutMs } = config.cluster;
  const bus = await openBus(
    { kind: 'nats', ...config.nats, name: 'sabotaged-worker', partitions, operationTimeoutMs },
    log,
  );
  const conversations = await openConversations(
    { kind: 'redis', ...config.redis, partitions, maxEvents, operationTimeoutMs },
    log,
  );
  const servers = { natsUrl: config.nats.url, redisUrl: config.redis.url, partitions };
  const without = await sabotage({ bus, conversations }, servers);
  const { agent } = await openAgent({ kind: config.agent.kind, model: config.model }, { log });
  const worker = await bootstrapWorker(
    {
      bus: replaced(bus, without.bus),
      conversations: replaced(conversations, without.conversations),
      ...{ agent, log, counters: createCounters(), ...config.worker },
      faults: createCrashes(config.chaos.faults),
      partitions: Array.from({ length: partitions }, (_, partition) => partition),
    },
    config.server,
  );
  log.info('sabotaged worker is ready', { url: worker.url });
}

await main();
