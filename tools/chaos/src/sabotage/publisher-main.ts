import { type Bus, openBus } from '@travellite/bus';
import { readConfig } from '@travellite/config';
import { bootstrapPublisher, openChannels } from '@travellite/realtime-publisher';
import { consoleLog, createCounters } from '@travellite/telemetry';
import { replaced } from './sabotages.js';

/** How long an answer that the queue has forgotten is on its way to its room, in ms. */
const onItsWayMs = 100;

/** Answers are acknowledged to the queue before the service has confirmed them. */
const ackBeforeConfirm = ({ outbound }: Bus): Bus['outbound'] =>
  replaced(outbound, {
    consume: (...[namespace, handler]: Parameters<Bus['outbound']['consume']>) =>
      outbound.consume(namespace, (answer) => {
        // Whatever comes of it, nobody waits for it.
        setTimeout(() => void handler(answer).catch(() => undefined), onItsWayMs);
        return Promise.resolve();
      }),
  });

/** A publisher without its safeguard. A run with it must be found out. */
async function main(): Promise<void> {
  const config = readConfig();
  const log = consoleLog(config.log.level, { app: 'sabotaged-publisher' });
  const outboundLeaseMs = config.realtime.leaseMs;
  const name = 'sabotaged-publisher';
  const bus = await openBus({ kind: 'nats', ...config.nats, ...config.cluster, name, outboundLeaseMs }, log);
  const channels = await openChannels(config.realtime);
  const publisher = await bootstrapPublisher(
    { bus: replaced(bus, { outbound: ackBeforeConfirm(bus) }), channels, log, counters: createCounters() },
    config.server,
  );
  log.info('sabotaged publisher is ready', { url: publisher.url });
}

await main();
