import { type LogPosition } from '@travellite/conversations';
import {
  type CanonicalEvent,
  type ConversationId,
  type LiveText,
  type TravelError,
} from '@travellite/protocol';
import {
  createResumableReader,
  type Gap,
  type ReaderSink,
  type ResumableReader,
  type RunningText,
  TextJoiner,
  type TextStep,
} from '@travellite/turns';
import { closeCodes } from '../connections/close-codes.js';
import { type Connection } from '../connections/connection.js';
import { creditFrame } from '../connections/frame-rate.js';
import { type Channel } from './channel.js';
import { type HubPorts } from './hubs.js';
import { TurnWaits } from './turn-waits.js';

/**
 * Everything this process hears of one conversation, while somebody listens: the reader of `turns` brings durable events
 * into order and fills holes from the log; from here they go to the channel of each dialect and to waiting requests.
 */
export class Hub implements ReaderSink {
  /** Connections and requests that need this hub. */
  users = 0;
  /** Resolves when the hub hears everything; unset once it does. */
  opening: Promise<void> | undefined;
  private readonly channels: Channel[] = [];
  private reader: ResumableReader | undefined;
  private joiner: TextJoiner | undefined;
  private waits: TurnWaits | undefined;
  private closed = false;

  constructor(
    readonly conversation: ConversationId,
    private readonly ports: HubPorts,
  ) {}

  now(): number {
    return this.ports.now();
  }

  /** Learns where the conversation stands and listens from there on. */
  async open(): Promise<void> {
    const { bus, conversations } = this.ports;
    const { conversation } = this;
    const from = await this.readPosition();
    if (this.closed) return;
    this.reader = createResumableReader({ bus, conversations, conversation, from, sink: this });
    await this.reader.start();
    this.opening = undefined;
  }

  private async readPosition(): Promise<LogPosition> {
    const { epoch, seq, running } = await this.ports.conversations.snapshot(this.conversation);
    this.joiner = new TextJoiner(running);
    return { epoch, seq };
  }

  /** Idempotent. */
  async close(): Promise<void> {
    this.closed = true;
    this.waits?.loseAll();
    await this.reader?.close();
  }

  /** The channel of a dialect; `create` makes it when nobody speaks that dialect here yet. */
  channel<Kind extends Channel>(kind: new (...args: never[]) => Kind, create: () => Kind): Kind {
    const existing = this.channels.find((channel): channel is Kind => channel instanceof kind);
    if (existing) return existing;
    const created = create();
    this.channels.push(created);
    return created;
  }

  /** Takes a connection out of every channel. */
  leave(connection: Connection): void {
    for (const channel of this.channels) channel.members.delete(connection);
  }

  /** Requests that wait for the end of their turn. */
  get turns(): TurnWaits {
    return (this.waits ??= new TurnWaits());
  }

  /** The answer at work, with its text so far. */
  get running(): RunningText | undefined {
    return this.joiner?.running;
  }

  onEvents(events: readonly CanonicalEvent[]): void {
    for (const event of events) this.handOn(event);
  }

  onLive(delta: LiveText): void {
    for (const channel of this.channels) channel.live?.(delta);
    this.handOnText(this.joiner?.live(delta) ?? [], delta.ts);
  }

  /** The log was trimmed or rolled back under us: whoever counts events starts over from a snapshot. */
  async onGap({ reason }: Gap): Promise<LogPosition> {
    this.ports.counters.add('hub_gaps');
    const position = await this.readPosition();
    for (const channel of this.channels) channel.gap?.(reason);
    this.waits?.loseAll();
    return position;
  }

  onFault(error: TravelError): void {
    this.ports.log.error('a conversation cannot be read any more', { code: error.code }, error);
    this.waits?.loseAll();
    for (const channel of this.channels) {
      for (const member of channel.members) {
        member.refuse({ code: error.code, message: error.message });
        member.close(closeCodes.internal);
      }
    }
  }

  private handOn(event: CanonicalEvent): void {
    const steps = this.joiner?.event(event) ?? [];
    // The whole text of `response` goes out with the event itself.
    if (event.type !== 'response') this.handOnText(steps, event.ts);
    for (const channel of this.channels) channel.event(event);
    this.waits?.tell(event);
    if (event.type === 'done') {
      for (const channel of this.channels) channel.members.forEach(creditFrame);
    }
  }

  private handOnText(steps: readonly TextStep[], ts: number): void {
    for (const step of steps) for (const channel of this.channels) channel.text?.(step, ts);
  }
}
