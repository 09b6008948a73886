import { type DynamicModule } from '@nestjs/common';
import { type Bus } from '@travellite/bus';
import { type Config } from '@travellite/config';
import { type Releases } from '@travellite/operations';
import { PublisherModule, toPublisherOptions } from '@travellite/realtime-publisher';
import { type Counters, type Log } from '@travellite/telemetry';
import { type Ingest } from '@travellite/turns';
import { IngressModule, openOtherParsers, openParser, whyClosed } from '@travellite/webhook-ingress';

interface ChannelPorts {
  bus: Bus;
  ingest: Ingest;
  log: Log;
  counters: Counters;
}

/** The realtime channel of the process: the door for webhooks, and the publisher. */
export async function openRealtimeChannel(
  { realtime, server }: Config,
  ports: ChannelPorts,
  releases: Releases,
): Promise<DynamicModule[]> {
  const closed = whyClosed(realtime, server.production);
  const { namespaces } = realtime;
  const provider = await openParser(realtime);
  const otherProviders = await openOtherParsers(realtime);
  const publishing = await toPublisherOptions(realtime, ports);
  for (const channel of publishing.channels) releases.add('realtime service', () => channel.provider.close());
  return [
    IngressModule.forPorts(
      { ...ports, provider, otherProviders, namespaces, ...(closed === undefined ? {} : { closed }) },
      { health: false },
    ),
    PublisherModule.forPorts(publishing, { health: false }),
  ];
}
