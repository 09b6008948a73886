import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type Part } from '@travellite/operations';
import { type Metric } from '@travellite/telemetry';
import { ChannelPublisher, type ChannelState } from './drain/channel-publisher.js';
import { type PublisherOptions } from './options.js';

/** Said where nothing is to be published. */
export const unconfigured =
  'No realtime service is configured (REALTIME_WS_URL): answers stay in the history and are published nowhere.';

/** Publishes answers to realtime services, a channel each: begins with the application, ends with it. */
@Injectable()
export class Publisher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly channels: Map<string, ChannelPublisher>;
  private phase: 'starting' | 'working' | 'draining' = 'starting';
  private drained: Promise<void> | undefined;

  constructor(readonly options: PublisherOptions) {
    this.channels = new Map(
      options.channels.map((channel) => [channel.namespace, new ChannelPublisher(channel, options)]),
    );
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.channels.size === 0) this.options.log.info(unconfigured);
    await Promise.all([...this.channels.values()].map((channel) => channel.start()));
    this.phase = 'working';
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.drain();
  }

  /** Ends what is under way and leaves the rest to another process. Idempotent. */
  drain(): Promise<void> {
    this.drained ??= this.end();
    return this.drained;
  }

  /** Whether answers get to their rooms, part by part. */
  readiness(): Record<string, Part> {
    const ok = this.phase === 'working';
    const publisher = { ok, ...(ok ? {} : { detail: this.phase }) };
    return { publisher, bus: this.options.bus.health(), ...this.parts() };
  }

  /** The realtime service's own parts, for a process that has others besides. */
  parts(): Record<string, Part> {
    if (this.channels.size === 0) return { realtime: { ok: true, detail: unconfigured } };
    return Object.fromEntries(
      this.states().map(([namespace, { ok, detail }]) => [
        namespace === '' ? 'realtime' : `realtime ${namespace}`,
        { ok, ...(detail === undefined ? {} : { detail }) },
      ]),
    );
  }

  status() {
    return { state: this.phase, channels: Object.fromEntries(this.states()) };
  }

  /** How much waits; a namespace that cannot be asked about now is left out. */
  async metrics(): Promise<Metric[]> {
    const { outbound } = this.options.bus;
    const asked = [...this.channels.keys()].map((namespace) =>
      outbound.load(namespace).catch(() => undefined),
    );
    const loads = (await Promise.all(asked)).filter((load) => load !== undefined);
    if (loads.length === 0) return [];
    const waiting = loads.reduce((sum, load) => sum + load.waiting, 0);
    const buried = loads[0]?.buried ?? 0;
    return [
      gauge('outbound_waiting', 'Answers not yet published; the same whichever publisher is asked.', waiting),
      gauge('outbound_buried', 'Answers that could not be delivered, kept for an operator.', buried),
    ];
  }

  private states(): [string, ChannelState][] {
    return [...this.channels].map(([namespace, channel]) => [namespace, channel.state()]);
  }

  private async end(): Promise<void> {
    this.phase = 'draining';
    await Promise.all([...this.channels.values()].map((channel) => channel.close()));
  }
}

const gauge = (name: string, help: string, value: number): Metric => ({ name, help, type: 'gauge', value });
