import { EventEmitter } from 'node:events';
import { type IncomingMessage } from 'node:http';
import { createCounters, type Log } from '@travellite/telemetry';
import { type ClientSocket } from '../connections/client-socket.js';
import { type Connection } from '../connections/connection.js';
import { Connections } from '../connections/connections.js';
import { type Door } from '../connections/door.js';
import { defaultGatewayLimits, type GatewayLimits } from '../options.js';

/** The TCP side: keeps what is written until the test says that the client took it. */
export class FakeStream extends EventEmitter {
  writableLength = 0;
  bytesWritten = 0;
  readonly writes: Buffer[] = [];

  write(bytes: Buffer): void {
    this.writes.push(bytes);
    this.bytesWritten += bytes.length;
    this.writableLength += bytes.length;
  }

  take(bytes = this.writableLength): void {
    this.writableLength -= bytes;
    if (this.writableLength === 0) this.emit('drain');
  }
}

/** The WebSocket side, without a network. */
export class FakeSocket extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  connection: Connection | undefined;
  readonly did: string[] = [];

  ping = () => void this.did.push('ping');
  pong = (data: Buffer) => void this.did.push(`pong ${data.toString()}`);
  pause = () => void this.did.push('pause');
  resume = () => void this.did.push('resume');
  close(code: number): void {
    this.did.push(`close ${code}`);
    this.readyState = 2;
  }
  terminate(): void {
    this.did.push('terminate');
    this.end(1006);
  }
  /** The socket is closed. */
  end(code = 1000): void {
    this.readyState = 3;
    this.emit('close', code);
  }
  hear(text: string): void {
    this.emit('message', Buffer.from(text), false);
  }
}

/** Connections of which the test holds the network's end. */
export function fakeNetwork(limits: Partial<GatewayLimits> = {}) {
  const logged: string[] = [];
  const quiet = () => undefined;
  const keep = (message: string) => void logged.push(message);
  const log: Log = { debug: quiet, info: quiet, warn: keep, error: keep, with: () => log };
  const clock = { now: 1_000 };
  const counters = createCounters();
  const connections = new Connections({
    limits: { ...defaultGatewayLimits, ...limits },
    ...{ log, counters, now: () => clock.now },
  });
  const connect = (door: Door) => {
    const socket = new FakeSocket();
    const stream = new FakeStream();
    const request = { socket: stream } as unknown as IncomingMessage;
    const connection = connections.add(socket as unknown as ClientSocket, request, {}, door);
    return { socket, stream, connection };
  };
  return { connections, connect, logged, clock, counters };
}

/** A door that does what the test says, and notes what it is told. */
export function fakeDoor(frame: Door['frame'] = () => undefined): Door & { told: string[] } {
  const told: string[] = [];
  return {
    ...{ told, frame, name: 'gateway' },
    opened: () => void told.push('opened'),
    closed: () => void told.push('closed'),
    goingAway: () => void told.push('going away'),
    fault: (_connection, { message }) => message,
  };
}
