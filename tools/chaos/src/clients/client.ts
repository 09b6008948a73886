import { type Bus } from '@travellite/bus';
import { type ConversationId, newTurnId, realtimeConversation, type TurnId } from '@travellite/protocol';
import { type Sight } from '../check/history.js';
import { between, type Random } from '../random.js';
import { type Channel } from '../stage/channel.js';
import { Ear } from './ear.js';
import { FeedMouth } from './feed-mouth.js';
import { type Mouth } from './mouth.js';
import { RoomAudience } from './room-audience.js';
import { SocketMouth } from './socket-mouth.js';
import { WebhookMouth } from './webhook-mouth.js';

export interface ClientOptions {
  userId: string;
  gatewayUrls: readonly string[];
  random: Random;
  /** Given: the client's messages go straight into the feed, as those of the webhook door; else through its socket. */
  feed?: Pick<Bus, 'publishTurn' | 'onReceipt'>;
  /** Given: the conversation is a room of its realtime service, messages come as webhooks, and members see the answers there. */
  channel?: Pick<Channel, 'service' | 'webhookUrls'>;
  /** The room; the user's own when not given. */
  room?: string;
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
  /** The members of its room, where it is one. */
  readonly audience: RoomAudience | undefined;
  private readonly unended = new Set<TurnId>();
  private talking = false;
  private timer: NodeJS.Timeout | undefined;
  private ready: () => void = () => undefined;
  private readonly snapshot = new Promise<void>((resolve) => (this.ready = resolve));
  said = 0;

  constructor(private readonly options: ClientOptions) {
    const { userId, gatewayUrls, random, feed, channel, room = userId, copies } = options;
    this.conversation = realtimeConversation(room, userId);
    const see = (sight: Sight) => this.see(sight);
    let socketMouth: SocketMouth | undefined;
    this.ear = new Ear({
      ...{ userId, room, gatewayUrls, random, see },
      onAck: (ack) => socketMouth?.answered(ack),
      onConnected: () => {
        this.ready();
        socketMouth?.connected();
      },
    });
    if (channel) {
      const { service, webhookUrls } = channel;
      // A room named like its user is that user's own: both members are the same person.
      const authors = [userId, room === userId ? userId : `guest-of-${userId}`];
      this.audience = new RoomAudience(service, room, authors);
      this.mouth = new WebhookMouth({ webhookUrls, room, authors, random, see, copies });
    } else if (feed) {
      this.mouth = new FeedMouth({ bus: feed, conversation: this.conversation, userId, see, copies });
    } else {
      this.mouth = socketMouth = new SocketMouth({ ear: this.ear, see, copies });
    }
  }

  /** Resolves once the client has its first snapshot, and its room all members. */
  get joined(): Promise<unknown> {
    return Promise.all([this.snapshot, this.audience?.joined]);
  }

  /** Nothing that was accepted is without its answer in the room. */
  get sawAll(): boolean {
    const accepted = this.sights.flatMap((sight) => (sight.kind === 'receipt' ? [sight.turn] : []));
    return (this.audience?.shown ?? []).every((answers) => {
      const seen = new Set(answers);
      return accepted.every((turn) => seen.has(turn));
    });
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
    const id = newTurnId();
    const turn = this.audience ? WebhookMouth.turnOf(id) : id;
    this.said += 1;
    this.unended.add(turn);
    this.mouth.say(turn, text);
    return turn;
  }

  async close(): Promise<void> {
    this.stop();
    this.ear.close();
    await this.mouth.close();
    await this.audience?.close();
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
