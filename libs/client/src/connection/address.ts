/** The last event a client has of its conversation. */
export interface LogPosition {
  epoch: number;
  seq: number;
}

/** Who connects to where. */
export interface ConnectionAddress {
  /** The native door: `ws:` or `wss:` (`http:` and `https:` are taken as such), such as `ws://localhost:3000/ws`. */
  url: string;
  /** Names the user in open mode. */
  userId?: string;
  /** Further query parameters, such as a token of the server's own kind. */
  query?: Record<string, string>;
}

/**
 * The URL of one connection. A known position goes along as `epoch` and `seq`, so that the server can begin to replay
 * with its first frames; without it the server sends a snapshot.
 */
export function connectionUrl(address: ConnectionAddress, position?: LogPosition): string {
  const url = new URL(address.url);
  url.protocol = url.protocol.replace(/^http/, 'ws');
  for (const [name, value] of Object.entries(address.query ?? {})) url.searchParams.set(name, value);
  if (address.userId !== undefined) url.searchParams.set('userId', address.userId);
  if (position) {
    url.searchParams.set('epoch', String(position.epoch));
    url.searchParams.set('seq', String(position.seq));
  }
  return url.href;
}
