import { type Bus } from '@travellite/bus';
import { type ClaimRef } from '@travellite/conversations';
import { type AgentEvent, type Emit } from '@travellite/protocol';
import { type Clock } from '../clock.js';
import { type EventWriter } from './event-writer.js';

export interface VoiceOptions {
  claim: ClaimRef;
  bus: Pick<Bus, 'publishLive'>;
  writer: EventWriter;
  clock: Clock;
  checkpointMs: number;
}

/**
 * How the agent of one turn is heard: stage events durably, text live at once and durably about once a second, so that whoever
 * joins in the middle of an answer gets the checkpoint and goes on live.
 */
export class Voice implements Emit {
  private said = '';
  private kept = 0;
  private stopTimer: (() => void) | undefined;
  private silent = false;

  constructor(private readonly options: VoiceOptions) {}

  event(event: AgentEvent): Promise<void> {
    return this.options.writer.write(event);
  }

  text(delta: string): void {
    if (this.silent || delta === '') return;
    const { bus, claim, clock, checkpointMs } = this.options;
    const { conversation, turn, fence } = claim;
    const offset = this.said.length;
    this.said += delta;
    bus.publishLive({ type: 'text', conversation, turn, fence, delta, offset, ts: clock.now() });
    this.stopTimer ??= clock.after(checkpointMs, () => this.checkpoint());
  }

  /** The whole answer so far. */
  get answer(): string {
    return this.said;
  }

  /** Nothing is heard any more. */
  hush(): void {
    this.silent = true;
    this.stopTimer?.();
  }

  private checkpoint(): void {
    this.stopTimer = undefined;
    if (this.silent) return;
    const offset = this.kept;
    const delta = this.said.slice(offset);
    this.kept = this.said.length;
    // A checkpoint that cannot be written means the claim is lost, and the writer has said so.
    void this.options.writer.write({ type: 'text', delta, offset, fence: this.options.claim.fence });
  }
}
