import { type Bus } from '@travellite/bus';
import { type ConversationId, newTurnId, type TurnId, userConversation } from '@travellite/protocol';
import { type Sight } from '../check/history.js';
import { between, type Random } from '../random.js';
import { Ear } from './ear.js';
import { FeedMouth } from './feed-mouth.js';
import { type Mouth } from './mouth.js';
import { SocketMouth } from './socket-mouth.js';

export interface ClientOptions {
  userId: string;
  gatewayUrls: readonly string[];
  random: Random;
  /** Given: the client's messages go straight into the feed, as those of the webhook door; else through its socket. */
  feed?: Pick<Bus, 'publishTurn' | 'onReceipt'>;
  /** Times each message is sent. */
  copies: number;
  /** The text of the next message. */
  nextText: (random: Random) => string;
  /** Messages that may be without their `done`. */
  window: number;
  /** Longest wait between two messages, in ms. */
  pauseMs: number;
}

/** One conversation: a client that talks without waiting for answers, and writes down all it sees. */
export class Client {
  readonly conversation: ConversationId;
  readonly sights: Sight[] = [];
  readonly ear: Ear;
  private readonly mouth: Mouth;
  private readonly unended = new Set<TurnId>();
  private talking = false;
  private timer: NodeJS.Timeout | undefined;
  private ready: () => void = () => undefined;
  /** Resolves once the client has its first snapshot. */
  readonly joined = new Promise<void>((resolve) => (this.ready = resolve));
  said = 0;

  constructor(private readonly options: ClientOptions) {
    const { userId, gatewayUrls, random, feed, copies } = options;
    this.conversation = userConversation(userId);
    const see = (sight: Sight) => this.see(sight);
    let socketMouth: SocketMouth | undefined;
    this.ear = new Ear({
      ...{ userId, gatewayUrls, random, see },
      onAck: (ack) => socketMouth?.answered(ack),
      onConnected: () => {
        this.ready();
        socketMouth?.connected();
      },
    });
    if (feed) {
      this.mouth = new FeedMouth({ bus: feed, conversation: this.conversation, userId, see, copies });
    } else {
      this.mouth = socketMouth = new SocketMouth({ ear: this.ear, see, copies });
    }
  }

  start(): void {
    this.talking = true;
    this.next();
  }

  stop(): void {
    this.talking = false;
    clearTimeout(this.timer);
  }

  /** Nothing that was said is without its answer. */
  get answered(): boolean {
    return this.mouth.unanswered === 0;
  }

  say(text: string): TurnId {
    const turn = newTurnId();
    this.said += 1;
    this.unended.add(turn);
    this.mouth.say(turn, text);
    return turn;
  }

  async close(): Promise<void> {
    this.stop();
    this.ear.close();
    await this.mouth.close();
  }

  private next(): void {
    const { random, window, nextText, pauseMs } = this.options;
    if (!this.talking) return;
    if (this.unended.size < window) this.say(nextText(random));
    this.timer = setTimeout(() => this.next(), between(random, 0, pauseMs));
  }

  private see(sight: Sight): void {
    this.sights.push(sight);
    if (sight.kind === 'event' && sight.event.type === 'done') this.unended.delete(sight.event.turn);
    // What fell into the gap may have ended; the checker asks the store.
    if (sight.kind === 'gap') this.unended.clear();
  }
}
