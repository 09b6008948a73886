import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openBus } from '@travellite/bus';
import { type Config, ConfigError, readConfig } from '@travellite/config';
import { openConversations } from '@travellite/conversations';
import { toTravelError } from '@travellite/protocol';
import { consoleLog, createCounters, type Log } from '@travellite/telemetry';
import { createBusIngest } from '@travellite/turns';
import { bootstrapGateway } from './bootstrap.js';

/** Events kept per conversation. */
const maxEvents = 2_000;

const page = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** One gateway process of the cluster: NATS for the bus, Redis to read conversations. Ends by SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const config = readConfig();
  const log = consoleLog(config.log.level, { app: 'ws-gateway' });
  const { bus, conversations } = await openPorts(config, log);
  const ingest = createBusIngest({ bus, receiptTimeoutMs: config.cluster.operationTimeoutMs });
  const gateway = await bootstrapGateway(
    {
      ...{ bus, conversations, ingest, log, counters: createCounters() },
      origins: config.server.origins,
      ...(existsSync(page) ? { webRoot: page } : {}),
      probes: { store: () => probe(() => conversations.load()) },
    },
    config.server,
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

async function probe(look: () => Promise<unknown>): Promise<{ ok: boolean; detail?: string }> {
  try {
    await look();
    return { ok: true };
  } catch (error) {
    return { ok: false, detail: toTravelError(error).message };
  }
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
