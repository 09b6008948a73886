/** What a socket tells: `data` of a message, `code` and `reason` of a close. */
export interface SocketEvent {
  data?: unknown;
  code?: number;
  reason?: string;
}

/** The part of a WebSocket this client uses: that of browsers, of Node 22 and newer, and of the `ws` package alike. */
export interface SocketLike {
  send(data: string): void;
  close(code?: number, reason?: string): void;
  addEventListener(
    type: 'open' | 'message' | 'close' | 'error',
    listener: (event: SocketEvent) => void,
  ): void;
}

export type SocketConstructor = new (url: string, protocols: string[]) => SocketLike;

/** The platform's own WebSocket. */
export function platformSocket(): SocketConstructor {
  if (typeof globalThis.WebSocket !== 'function') {
    throw new TypeError('This platform has no WebSocket: pass one as the option `WebSocket`.');
  }
  return globalThis.WebSocket as unknown as SocketConstructor;
}
