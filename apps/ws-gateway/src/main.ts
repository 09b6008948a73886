import { openBus } from '@travellite/bus';
import { type Config, ConfigError, readConfig } from '@travellite/config';
import { openConversations } from '@travellite/conversations';
import { toTravelError } from '@travellite/protocol';
import { consoleLog, createCounters, type Log } from '@travellite/telemetry';
import { createBusIngest } from '@travellite/turns';
import { bootstrapGateway } from './bootstrap.js';

/** Events kept per conversation. */
const maxEvents = 2_000;

/** One gateway process of the cluster: NATS for the bus, Redis for the event log. Ends by SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const config = readConfig();
  const log = consoleLog(config.log.level, { app: 'ws-gateway' });
  const { bus, conversations } = await openPorts(config, log);
  const ingest = createBusIngest({ bus });
  const { server } = config;
  const gateway = await bootstrapGateway(
    { ...{ bus, conversations, ingest, log }, counters: createCounters(), origins: server.origins },
    server,
  );
  log.info('gateway is ready', { url: gateway.url });
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= gateway
      .close()
      .then(() => ingest.close())
      .then(() => conversations.close())
      .then(() => bus.close());
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

async function openPorts({ nats, redis, cluster }: Config, log: Log) {
  const { partitions, operationTimeoutMs } = cluster;
  const [bus, conversations] = await Promise.all([
    openBus({ kind: 'nats', ...nats, name: 'ws-gateway', partitions, operationTimeoutMs }, log),
    openConversations({ kind: 'redis', ...redis, partitions, maxEvents, operationTimeoutMs }, log),
  ]);
  return { bus, conversations };
}

main().catch((thrown: unknown) => {
  const lines = thrown instanceof ConfigError ? thrown.faults : [toTravelError(thrown).message];
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(1);
});
