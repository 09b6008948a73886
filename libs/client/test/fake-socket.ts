import { type NativeServerFrame } from '@travellite/protocol';
import { type SocketConstructor, type SocketEvent, type SocketLike } from '../src/client/socket.js';

type Kind = 'open' | 'message' | 'close' | 'error';

/** A socket whose other end is the test. */
export class FakeSocket implements SocketLike {
  readonly sent: Record<string, unknown>[] = [];
  closedWith: number | undefined;
  readonly #listeners: { kind: Kind; listener: (event: SocketEvent) => void }[] = [];

  constructor(
    readonly url: string,
    readonly protocols: string[],
  ) {}

  addEventListener(kind: Kind, listener: (event: SocketEvent) => void): void {
    this.#listeners.push({ kind, listener });
  }

  send(data: string): void {
    this.sent.push(JSON.parse(data) as Record<string, unknown>);
  }

  close(code?: number): void {
    this.closedWith = code ?? 1005;
  }

  /** What the server does. */
  tell(kind: Kind, event: SocketEvent = {}): void {
    for (const one of this.#listeners) if (one.kind === kind) one.listener(event);
  }

  frame(frame: NativeServerFrame | Record<string, unknown>): void {
    this.tell('message', { data: JSON.stringify(frame) });
  }

  lose(code = 1006, reason = ''): void {
    this.tell('close', { code, reason });
  }
}

/** A WebSocket constructor that keeps every socket it made, newest last. */
export function fakeSockets(): {
  WebSocket: SocketConstructor;
  sockets: FakeSocket[];
  last: () => FakeSocket;
} {
  const sockets: FakeSocket[] = [];
  class Recorded extends FakeSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols);
      sockets.push(this);
    }
  }
  const last = () => {
    const socket = sockets.at(-1);
    if (!socket) throw new Error('no socket was made');
    return socket;
  };
  return { WebSocket: Recorded, sockets, last };
}
