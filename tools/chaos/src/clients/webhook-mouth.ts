import { setTimeout as pause } from 'node:timers/promises';
import { type TurnId } from '@travellite/protocol';
import { type Sight } from '../check/history.js';
import { pick, type Random } from '../random.js';
import { type Mouth } from './mouth.js';

export interface WebhookMouthOptions {
  webhookUrls: readonly string[];
  room: string;
  /** Who speaks, in turn. */
  authors: readonly string[];
  random: Random;
  see(sight: Sight): void;
  /** Times each webhook is sent. */
  copies: number;
}

/** A door that takes longer is asked again, in ms. */
const answerLimitMs = 5_000;
const tryAgainMs = 100;
/** The service sends one webhook of a room at a time. */
const connection = 1;
/** The ingress makes a turn's id from the delivery's. */
const prefix = 'rt:';

/** Speaks as a realtime service does: a room's webhooks one after another, each with the same id until some door says 2xx. */
export class WebhookMouth implements Mouth {
  private readonly open = new Set<TurnId>();
  private speaking: Promise<void> = Promise.resolve();
  private readonly closing = new AbortController();
  private spoken = 0;

  constructor(private readonly options: WebhookMouthOptions) {}

  /** The id of the turn that a delivery becomes. */
  static turnOf(delivery: string): TurnId {
    return `${prefix}${delivery}`;
  }

  get unanswered(): number {
    return this.open.size;
  }

  say(turn: TurnId, text: string): void {
    const { authors } = this.options;
    const userId = authors[(this.spoken += 1) % authors.length];
    this.open.add(turn);
    this.speaking = this.speaking.then(() => this.deliver(turn, { text, userId }));
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.speaking;
  }

  private async deliver(turn: TurnId, said: { text: string; userId: string | undefined }): Promise<void> {
    const { see, copies } = this.options;
    for (let taken = 0; taken < copies && !this.closing.signal.aborted;) {
      see({ kind: 'sent', turn, connection });
      if (await this.post(turn, said)) {
        see({ kind: 'receipt', turn, connection, status: taken === 0 ? 'accepted' : 'duplicate' });
        taken += 1;
      } else await pause(tryAgainMs);
      if (taken === copies) this.open.delete(turn);
    }
  }

  private async post(
    turn: TurnId,
    { text, userId }: { text: string; userId: string | undefined },
  ): Promise<boolean> {
    const { webhookUrls, random, room } = this.options;
    try {
      const answer = await fetch(pick(random, webhookUrls), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'webhook-id': turn.slice(prefix.length) },
        body: JSON.stringify({ type: 'message', room, userId, message: { text } }),
        signal: AbortSignal.any([this.closing.signal, AbortSignal.timeout(answerLimitMs)]),
      });
      await answer.body?.cancel();
      return answer.ok;
    } catch {
      // The door is dead or dies, which is what these runs are about.
      return false;
    }
  }
}
