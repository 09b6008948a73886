import { WebSocket } from 'ws';
import { type MemberMessage, Reader } from './reader.js';

export interface MemberOptions {
  /** `RealtimeService.clientUrl(…)`. */
  url: string;
  room: string;
  onMessage?: (message: MemberMessage) => void;
  /** Pause (ms) before a reconnect, and before something unconfirmed is said again. */
  retryMs?: number;
}

/** A person in a room, by the service's own client protocol: reconnects, says what was not confirmed again, reads everything once and in order. */
export interface RoomClient {
  /** Every message so far, in order, each once. */
  readonly seen: readonly MemberMessage[];
  /** Who is there, as last heard. */
  readonly members: ReadonlyMap<string, string>;
  /** Resolves when the service has it. */
  say(text: string, id?: string): Promise<void>;
  /** Resolves when the room is joined for the first time. */
  readonly joined: Promise<void>;
  /** Whether the room is joined at the moment. */
  readonly live: boolean;
  close(): Promise<void>;
}

interface Saying {
  text: string;
  done: () => void;
}

class Member implements RoomClient {
  readonly members = new Map<string, string>();
  readonly joined: Promise<void>;
  private readonly join = Promise.withResolvers<void>();
  private readonly reader: Reader;
  private readonly sayings = new Map<string, Saying>();
  private socket?: WebSocket;
  private ready = false;
  private ended = false;
  private count = 0;
  private ticks = 0;
  private readonly repeat: NodeJS.Timeout;

  constructor(private readonly options: MemberOptions) {
    this.joined = this.join.promise;
    this.reader = new Reader(options.onMessage ?? (() => undefined));
    this.repeat = setInterval(() => this.heal(), options.retryMs ?? 100);
    this.connect();
  }

  get seen(): readonly MemberMessage[] {
    return this.reader.seen;
  }

  get live(): boolean {
    return this.ready;
  }

  say(text: string, id = `${Date.now()}-${(this.count += 1)}`): Promise<void> {
    return new Promise((done) => {
      this.sayings.set(id, { text, done });
      if (this.ready) this.sendSaying(id, text);
    });
  }

  async close(): Promise<void> {
    this.ended = true;
    clearInterval(this.repeat);
    const { socket } = this;
    if (!socket || socket.readyState === WebSocket.CLOSED) return;
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.close();
    await closed;
  }

  private connect(): void {
    const socket = new WebSocket(this.options.url, { perMessageDeflate: false });
    this.socket = socket;
    socket.on('open', () => this.subscribe());
    socket.on('message', (data) => this.take(JSON.parse(String(data)) as Frame));
    // Told by `close` as well.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.ready = false;
      if (!this.ended) setTimeout(() => !this.ended && this.connect(), this.options.retryMs ?? 100);
    });
  }

  private subscribe(): void {
    this.send({ type: 'subscribe', room: this.options.room, since: this.reader.position });
  }

  private take(frame: Frame): void {
    if (frame.type === 'message') return this.reader.take(frame);
    if (frame.type === 'presence') return void this.members.set(frame.userId, frame.status);
    if (frame.type === 'ack') return this.said(frame.id);
    if (frame.type !== 'subscribed') return;
    this.reader.begin(frame.epoch, frame.offset, frame.recovered, frame.shown);
    for (const { userId, status = 'joined' } of frame.members) this.members.set(userId, status);
    this.ready = true;
    this.join.resolve();
    for (const [id, { text }] of this.sayings) this.sendSaying(id, text);
  }

  /** What is still unconfirmed is said again; what is missing is asked for again. The service knows both by their ids. */
  private heal(): void {
    if (!this.ready) return;
    this.ticks += 1;
    // A last message that got lost leaves no gap behind: asked for now and then.
    if (this.reader.hasGap || this.ticks % 10 === 0) this.subscribe();
    for (const [id, { text }] of this.sayings) this.sendSaying(id, text);
  }

  private said(id: string): void {
    this.sayings.get(id)?.done();
    this.sayings.delete(id);
  }

  private sendSaying(id: string, text: string): void {
    this.send({ type: 'message', room: this.options.room, id, message: { text } });
  }

  private send(frame: object): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame));
  }
}

type Frame =
  | ({ type: 'message' } & MemberMessage)
  | { type: 'presence'; userId: string; status: string }
  | { type: 'ack'; id: string }
  | {
      type: 'subscribed';
      epoch: string;
      offset: number;
      recovered: boolean;
      shown: number;
      members: { userId: string; status?: string }[];
    }
  | { type: 'error'; code: string; message: string };

/** Joins a room. */
export const joinRoom = (options: MemberOptions): RoomClient => new Member(options);
