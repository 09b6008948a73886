import { fieldsOf, type ServiceFrame, readServiceFrame } from './service-frames.js';

/** Somebody who is in the room at the realtime service now. */
export interface Present {
  userId: string;
  name?: string;
  status: string;
}

/** A message on its way to the service. */
export interface Saying {
  id: string;
  text: string;
}

/** How the realtime service is reached, and what it says of the room. Immutable. */
export interface LinkView {
  phase: 'connecting' | 'live' | 'lost';
  present: readonly Present[];
  /** An answer of the agent is being written, by what the service shows its members. */
  answering: boolean;
  /** Said and not confirmed by the service. */
  sayings: readonly Saying[];
  /** A sentence about what the service refused. */
  refused?: string;
}

/** What a link needs of the world. */
export interface LinkOptions {
  /** Address of people's sockets, without `userId`. */
  url: string;
  userId: string;
  room: string;
  open: (url: string) => WebSocket;
  newId: () => string;
  /** In [0, 1). */
  random: () => number;
}

const firstPauseMs = 500;
const longestPauseMs = 30_000;

/** One member's connection to a room of a realtime service: reconnects for as long as it is open, and says again what was not confirmed. */
export class RoomLink {
  #view: LinkView = { phase: 'connecting', present: [], answering: false, sayings: [] };
  readonly #listeners = new Set<() => void>();
  #socket: WebSocket | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #attempt = 0;
  #open = false;

  constructor(private readonly options: LinkOptions) {}

  readonly getView = (): LinkView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  connect(): void {
    if (this.#open) return;
    this.#open = true;
    this.#begin();
  }

  /** Idempotent; `connect` opens it again. */
  close(): void {
    this.#open = false;
    clearTimeout(this.#timer);
    this.#socket?.close();
    this.#socket = undefined;
  }

  /** Kept until the service has it, over any number of connections; the service takes an id once. */
  say(text: string): void {
    const saying = { id: this.options.newId(), text };
    this.#show({ sayings: [...this.#view.sayings, saying], refused: undefined });
    if (this.#view.phase === 'live') this.#sendSaying(saying);
  }

  #begin(): void {
    const url = new URL(this.options.url);
    url.searchParams.set('userId', this.options.userId);
    const socket = this.options.open(url.href);
    this.#socket = socket;
    socket.onopen = () => this.#send({ type: 'subscribe', room: this.options.room });
    socket.onmessage = ({ data }) => {
      const frame = readServiceFrame(data);
      if (frame && socket === this.#socket) this.#take(frame);
    };
    socket.onclose = () => {
      if (socket === this.#socket) this.#lost();
    };
  }

  #lost(): void {
    this.#socket = undefined;
    this.#show({ phase: 'lost', present: [], answering: false });
    if (!this.#open) return;
    const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** this.#attempt++);
    this.#timer = setTimeout(() => this.#begin(), pause * (0.5 + this.options.random() / 2));
  }

  #take(frame: ServiceFrame): void {
    switch (frame.type) {
      case 'subscribed':
        this.#attempt = 0;
        this.#show({ phase: 'live', present: frame.members });
        return this.#view.sayings.forEach((saying) => this.#sendSaying(saying));
      case 'presence':
        return this.#show({ present: withMember(this.#view.present, frame.member) });
      case 'ack':
        return this.#show({ sayings: this.#view.sayings.filter(({ id }) => id !== frame.id) });
      case 'message': {
        const message = fieldsOf(frame.message);
        if (message?.['type'] !== 'agent_response') return;
        return this.#show({ answering: message['streaming'] === true || message['chunk'] === true });
      }
      case 'error':
        return this.#show({
          refused: frame.message,
          sayings: this.#view.sayings.filter(({ id }) => id !== frame.id),
        });
    }
  }

  #sendSaying({ id, text }: Saying): void {
    this.#send({ type: 'message', room: this.options.room, id, message: { text } });
  }

  #send(frame: object): void {
    if (this.#socket?.readyState === 1) this.#socket.send(JSON.stringify(frame));
  }

  #show(change: Partial<LinkView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}

/** Whoever has left is there no more. */
function withMember(present: readonly Present[], member: Present): Present[] {
  const others = present.filter(({ userId }) => userId !== member.userId);
  return member.status === 'left' ? others : [...others, member];
}
