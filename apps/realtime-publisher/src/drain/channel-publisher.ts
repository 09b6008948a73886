import { type OutboundAnswer, type Subscription } from '@travellite/bus';
import { type ConnectionEnd, DeliveryError } from '@travellite/realtime';
import { splitConversation, toTravelError } from '@travellite/protocol';
import { type Log } from '@travellite/telemetry';
import { pauseUnless } from '../connection/back-off.js';
import { ConnectionKeeper } from '../connection/connection-keeper.js';
import { Delivery } from '../fallback/delivery.js';
import { type Channel, defaultTimes, type PublisherOptions } from '../options.js';
import { RoomRate } from '../rate/room-rate.js';
import { burialSentence } from './burial-sentences.js';
import { RoomWriters } from './room-writers.js';

/** What operators see of a namespace. */
export interface ChannelState {
  /** `active`: this process publishes. `standby`: another does, or none yet. */
  role: 'active' | 'standby';
  connection: ConnectionKeeper['phase'] | 'none';
  ok: boolean;
  /** Why not, or how it goes on meanwhile. */
  detail?: string;
}

const retryConsumeMs = 500;

/** One namespace: publishes while it holds the namespace's lease, waits while another process does. */
export class ChannelPublisher {
  private tenure: Tenure | undefined;
  private lease: Subscription | undefined;
  private ending: Promise<void> = Promise.resolve();

  constructor(
    private readonly channel: Channel,
    private readonly options: PublisherOptions,
  ) {}

  async start(): Promise<void> {
    const { bus } = this.options;
    this.lease = await bus.outbound.holdLease(leaseOf(this.channel), (held) => this.onLease(held));
  }

  async close(): Promise<void> {
    // What is under way ends first: whoever holds the lease next begins with the rest.
    await this.endTenure();
    await this.lease?.close();
    await this.ending;
  }

  state(): ChannelState {
    const { provider } = this.channel;
    if (!this.tenure) return { role: 'standby', connection: 'none', ok: true };
    const connection = this.tenure.keeper.phase;
    const health = provider.health();
    if (connection === 'open') return { role: 'active', connection, ok: true };
    const detail = health.detail ?? 'The connection to the realtime service is being opened.';
    return { role: 'active', connection, ok: health.ok, detail };
  }

  private onLease(held: boolean): void {
    const { counters } = this.options;
    counters.add('leases_held', held ? 1 : -1);
    if (held) this.tenure = new Tenure(this.channel, this.options);
    else void this.endTenure();
  }

  private endTenure(): Promise<void> {
    const { tenure } = this;
    this.tenure = undefined;
    if (tenure) this.ending = Promise.all([this.ending, tenure.close()]).then(() => undefined);
    return this.ending;
  }
}

const leaseOf = ({ namespace }: Channel) => `publish/${namespace}`;

/** A service that answered our goodbye has read what came before it (RFC 6455, 5.5.1: the close frame is the last of either side). */
const heardToTheEnd = ({ reason, code }: ConnectionEnd): boolean =>
  reason === 'closed_here' && (code === 1000 || code === 1005);

/** The time one process publishes for a namespace. */
class Tenure {
  readonly keeper: ConnectionKeeper;
  private readonly stopping = new AbortController();
  private readonly writers: RoomWriters;
  private readonly delivery: Delivery;
  private readonly running: Promise<void>;
  private readonly log: Log;

  constructor(
    private readonly channel: Channel,
    private readonly options: PublisherOptions,
  ) {
    const { bus, counters, random = Math.random } = options;
    const { messages = 'stream', agentStatus = false } = options;
    const { provider, namespace } = channel;
    const times = { ...defaultTimes, ...options.times };
    const now = () => performance.now();
    this.log = options.log.with({ namespace });
    const shared = { provider, times, random, counters, log: this.log };
    this.delivery = new Delivery({
      ...{ ...shared, now, signal: this.stopping.signal },
      rate: new RoomRate(provider.capabilities.perRoomPerSecond, now),
      keeper: () => this.keeper,
    });
    this.keeper = new ConnectionKeeper({
      ...shared,
      onEnd: (end) => {
        if (!heardToTheEnd(end)) this.delivery.recover();
      },
    });
    const { rollUpMs } = times;
    const { delivery } = this;
    this.writers = new RoomWriters({ bus, delivery, messages, agentStatus, rollUpMs, log: this.log });
    this.running = this.drain();
  }

  async close(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await this.writers.close();
    await this.keeper.close();
    await this.delivery.close();
  }

  /** Consumes until the end; asks again where it could not begin. */
  private async drain(): Promise<void> {
    const { signal } = this.stopping;
    const ended = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    while (!signal.aborted) {
      try {
        const { bus } = this.options;
        const consuming = await bus.outbound.consume(this.channel.namespace, (answer) =>
          this.publish(answer),
        );
        await ended;
        await consuming.close();
      } catch (thrown) {
        this.log.warn('answers cannot be taken yet', { cause: toTravelError(thrown).message });
        await pauseUnless(signal, retryConsumeMs);
      }
    }
  }

  private async publish(answer: OutboundAnswer): Promise<void> {
    this.keeper.join(splitConversation(answer.conversation).name);
    try {
      await this.writers.write(answer);
    } catch (thrown) {
      if (!(thrown instanceof DeliveryError) || thrown.code === 'cancelled') throw thrown;
      await this.bury(answer, thrown);
    }
  }

  /** The service will never take it as it is; the answer stays in the history, and an operator can see it here. */
  private async bury(answer: OutboundAnswer, fault: DeliveryError): Promise<void> {
    const { bus, counters } = this.options;
    const { code, message } = fault;
    this.log.error('an answer cannot be delivered', { id: answer.id, code, cause: message });
    await bus.outbound.bury(answer, { code, sentence: burialSentence(fault) });
    counters.add('answers_buried');
  }
}
