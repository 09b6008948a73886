import { type TurnId } from '@travellite/protocol';
import { type Sight } from '../check/history.js';
import { type Ack, type Ear } from './ear.js';
import { type Mouth } from './mouth.js';

export interface SocketMouthOptions {
  ear: Pick<Ear, 'send' | 'connection'>;
  see(sight: Sight): void;
  /** Times each message is sent. */
  copies: number;
}

/** Wait before a message that was refused for the moment is said again, in ms. */
const againMs = 300;

/** Speaks as a native client does: messages may be under way together, and what had no receipt is said again on the next connection. */
export class SocketMouth implements Mouth {
  /** Text by turn, in the order they were said. */
  private readonly open = new Map<TurnId, string>();
  private closed = false;

  constructor(private readonly options: SocketMouthOptions) {}

  get unanswered(): number {
    return this.open.size;
  }

  say(turn: TurnId, text: string): void {
    this.open.set(turn, text);
    this.send(turn, text);
  }

  /** The client has a new connection: what is open is said again there. */
  connected(): void {
    for (const [turn, text] of this.open) this.send(turn, text);
  }

  answered({ id, status, error }: Ack): void {
    const text = this.open.get(id);
    if (text === undefined) return;
    if (status !== 'rejected') {
      this.open.delete(id);
      const { connection } = this.options.ear;
      const known = status === 'duplicate' ? 'duplicate' : 'accepted';
      this.options.see({ kind: 'receipt', turn: id, connection, status: known });
    } else if (error?.retryable === true) {
      setTimeout(() => this.again(id), againMs).unref();
    } else {
      this.open.delete(id);
    }
  }

  close(): Promise<void> {
    this.closed = true;
    return Promise.resolve();
  }

  private again(turn: TurnId): void {
    const text = this.open.get(turn);
    if (text !== undefined && !this.closed) this.send(turn, text);
  }

  private send(turn: TurnId, text: string): void {
    const { ear, see, copies } = this.options;
    for (let copy = 0; copy < copies; copy += 1) {
      if (!ear.send({ type: 'user_message', id: turn, text })) return;
      see({ kind: 'sent', turn, connection: ear.connection });
    }
  }
}
