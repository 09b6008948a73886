import { type OutboundAnswer } from '@travellite/bus';
import { type ConversationId } from '@travellite/protocol';
import { RoomWriter, type WriterOptions } from './room-writer.js';

/** Rooms listened to at the same time: those written to last. */
const maxWriters = 2_000;

/** One writer a conversation, for as long as it is among those used last. */
export class RoomWriters {
  private readonly writers = new Map<ConversationId, RoomWriter>();
  private readonly busy = new Map<RoomWriter, number>();

  constructor(private readonly options: WriterOptions) {}

  async write(answer: OutboundAnswer): Promise<void> {
    const writer = this.writerOf(answer.conversation);
    this.busy.set(writer, (this.busy.get(writer) ?? 0) + 1);
    try {
      await writer.write(answer);
    } finally {
      const left = (this.busy.get(writer) ?? 1) - 1;
      if (left > 0) this.busy.set(writer, left);
      else this.busy.delete(writer);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.writers.values()].map((writer) => writer.close()));
    this.writers.clear();
  }

  private writerOf(conversation: ConversationId): RoomWriter {
    const writer = this.writers.get(conversation) ?? new RoomWriter(conversation, this.options);
    this.writers.delete(conversation);
    this.writers.set(conversation, writer);
    if (this.writers.size > maxWriters) this.dropOldest();
    return writer;
  }

  private dropOldest(): void {
    for (const [conversation, writer] of this.writers) {
      if (this.busy.has(writer)) continue;
      this.writers.delete(conversation);
      void writer.close();
      return;
    }
  }
}
