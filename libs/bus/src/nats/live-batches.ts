import { type ConversationId, type LiveText } from '@travellite/protocol';

/** Deltas of one turn and moment, as they travel: what they share is said once. */
export interface LivePack extends Pick<LiveText, 'conversation' | 'turn' | 'fence' | 'ts'> {
  /** Offset and text of each. */
  deltas: [number, string][];
}

/** Deltas of one moment travel together, by conversation: a model's stream often brings several at once. */
export class LiveBatches {
  private readonly waiting = new Map<ConversationId, LivePack[]>();

  constructor(private readonly send: (conversation: ConversationId, packs: readonly LivePack[]) => void) {}

  add({ conversation, turn, fence, ts, offset, delta }: LiveText): void {
    if (this.waiting.size === 0) setImmediate(() => this.flush());
    const packs = this.waiting.get(conversation) ?? [];
    this.waiting.set(conversation, packs);
    const last = packs.at(-1);
    const fits = last?.turn === turn && last.fence === fence && last.ts === ts;
    if (fits) last.deltas.push([offset, delta]);
    else packs.push({ conversation, turn, fence, ts, deltas: [[offset, delta]] });
  }

  /** Sends what waits at once: before anything that comes after it. */
  flush(): void {
    for (const [conversation, packs] of this.waiting) this.send(conversation, packs);
    this.waiting.clear();
  }
}

export const unpackLive = (packs: readonly LivePack[]): LiveText[] =>
  packs.flatMap(({ deltas, ...shared }) =>
    deltas.map(([offset, delta]): LiveText => ({ type: 'text', ...shared, offset, delta })),
  );
