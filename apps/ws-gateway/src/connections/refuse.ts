import { STATUS_CODES } from 'node:http';
import { type Duplex } from 'node:stream';
import { type Refusal } from './admission.js';

/** Answers an upgrade request with an HTTP error, and closes. */
export function refuseUpgrade(socket: Duplex, { httpStatus, reason }: Refusal): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify({ error: reason });
  const head = [
    `HTTP/1.1 ${httpStatus} ${STATUS_CODES[httpStatus] ?? ''}`,
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'X-Content-Type-Options: nosniff',
    ...(httpStatus === 426 ? ['Upgrade: websocket'] : []),
    ...(httpStatus === 503 ? ['Retry-After: 1'] : []),
  ];
  socket.once('finish', () => socket.destroy());
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
