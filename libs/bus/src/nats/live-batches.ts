import { type ConversationId, type LiveText } from '@travellite/protocol';

/** Deltas of one moment travel together, by conversation: a model's stream often brings several at once. */
export class LiveBatches {
  private readonly waiting = new Map<ConversationId, LiveText[]>();

  constructor(private readonly send: (conversation: ConversationId, deltas: readonly LiveText[]) => void) {}

  add(delta: LiveText): void {
    const waiting = this.waiting.get(delta.conversation);
    if (waiting) return void waiting.push(delta);
    if (this.waiting.size === 0) setImmediate(() => this.flush());
    this.waiting.set(delta.conversation, [delta]);
  }

  /** Sends what waits at once: before anything that comes after it. */
  flush(): void {
    for (const [conversation, deltas] of this.waiting) this.send(conversation, deltas);
    this.waiting.clear();
  }
}
