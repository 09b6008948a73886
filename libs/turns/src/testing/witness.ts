import { type Bus } from '@travellite/bus';
import { type Conversations, type LogPosition } from '@travellite/conversations';
import { type CanonicalEvent, type ConversationId } from '@travellite/protocol';
import { type Clock } from '../clock.js';
import { createResumableReader, type ResumableReader } from '../resume/resumable-reader.js';
import { TextJoiner } from '../resume/text-joiner.js';

/** A client that watches one conversation, loses its connection now and then, and resumes where it was. */
export class Witness {
  readonly events: CanonicalEvent[] = [];
  /** The text of each turn as it grew on the screen. */
  readonly texts = new Map<string, string>();
  readonly faults: string[] = [];
  private joiner = new TextJoiner();
  private reader: ResumableReader | undefined;
  private at: LogPosition = { epoch: 0, seq: 0 };

  constructor(
    readonly conversation: ConversationId,
    private readonly clock: Clock,
  ) {}

  async connect(bus: Bus, conversations: Conversations): Promise<void> {
    await this.disconnect();
    this.reader = createResumableReader({
      ...{ bus, conversations, conversation: this.conversation, clock: this.clock, from: this.at },
      sink: {
        onEvents: (events) => {
          this.events.push(...events);
          for (const event of events) this.show(this.joiner.event(event));
        },
        onLive: (delta) => this.show(this.joiner.live(delta)),
        onGap: async ({ reason, head }) => {
          this.faults.push(`gap: ${reason}`);
          return head;
        },
        onFault: (fault) => this.faults.push(fault.message),
      },
    });
    await this.reader.start();
  }

  async disconnect(): Promise<void> {
    if (this.reader === undefined) return;
    this.at = this.reader.position();
    await this.reader.close();
    this.reader = undefined;
  }

  private show(steps: ReturnType<TextJoiner['live']>): void {
    for (const step of steps) {
      if (step.kind === 'reset') this.texts.set(step.turn, '');
      else this.texts.set(step.turn, (this.texts.get(step.turn) ?? '') + step.text);
    }
  }
}
