import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type WebSocket } from 'ws';

/** How an upgrade is answered: with a status, or with headers of the 101 and what to do with the open socket. */
export type UpgradeAnswer =
  | { status: number; sentence: string }
  | { headers?: Readonly<Record<string, string>>; open(socket: WebSocket): void };

/** One protocol on the service's port. A door answers what is its own and passes on the rest (`undefined`, `false`). */
export interface Door {
  /** Also while everything is refused. */
  readonly always?: boolean;
  upgrade(request: IncomingMessage, url: URL): UpgradeAnswer | undefined;
  /** Whether the request was this door's. */
  request(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean>;
}
