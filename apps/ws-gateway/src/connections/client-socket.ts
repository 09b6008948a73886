import { WebSocket } from 'ws';
import { closeCodes } from './close-codes.js';
import { type Connection } from './connection.js';

/**
 * A WebSocket that knows its connection, so that every socket shares the same few listener functions
 * and an idle one costs as little as it can.
 */
export class ClientSocket extends WebSocket {
  connection: Connection | undefined;

  /** The receiver closes by itself when a frame breaks the protocol or is too large; then the client is told why. */
  override close(code?: number, reason?: string | Buffer): void {
    if (code === closeCodes.tooLarge.code && reason === undefined) {
      this.connection?.tooLarge();
      super.close(code, closeCodes.tooLarge.reason);
    } else {
      super.close(code, reason);
    }
  }
}

/** The listeners of every client socket. */
export function listen(socket: ClientSocket): void {
  socket.on('message', onMessage);
  socket.on('ping', onPing);
  socket.on('pong', onPong);
  socket.on('close', onClose);
  socket.on('error', onError);
}

function onMessage(this: WebSocket, data: Buffer | ArrayBuffer | Buffer[], isBinary: boolean): void {
  const frame = isBinary ? (data as Buffer) : (data as Buffer).toString('utf8');
  (this as ClientSocket).connection?.received(frame);
}

function onPing(this: WebSocket, data: Buffer): void {
  (this as ClientSocket).connection?.pinged(data);
}

function onPong(this: WebSocket): void {
  const { connection } = this as ClientSocket;
  if (connection) connection.alive = true;
}

function onClose(this: WebSocket, code: number): void {
  (this as ClientSocket).connection?.closed(code);
}

/** What a client broke is counted, not logged: a public socket must not fill the log. */
function onError(this: WebSocket): void {
  (this as ClientSocket).connection?.broken();
}
