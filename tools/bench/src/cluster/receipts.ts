import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { quantile } from '../statistics.js';

export interface ReceiptTimes {
  messages: number;
  perSecond: number;
  p50: number;
  p99: number;
}

/** From sending a message to the acknowledgement that it is on disk, in ms: `users` native clients, each pausing between its messages. */
export async function measureReceipts(
  url: string,
  users: number,
  pauseMs: number,
  seconds: number,
): Promise<ReceiptTimes> {
  const prefix = randomUUID();
  const sockets = await Promise.all(
    Array.from({ length: users }, (_, nth) => open(`${url}/ws?userId=${prefix}-${nth}`)),
  );
  const times: number[] = [];
  const began = performance.now();
  const warm = began + 1_000;
  const until = warm + seconds * 1_000;
  await Promise.all(
    sockets.map(async (socket) => {
      while (performance.now() < until) {
        await pause(pauseMs * (0.5 + Math.random()));
        const sent = performance.now();
        await acknowledged(socket);
        if (sent > warm) times.push(performance.now() - sent);
      }
    }),
  );
  for (const socket of sockets) socket.terminate();
  return {
    messages: times.length,
    perSecond: times.length / seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}

function open(url: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, ['travellite.v1'], { perMessageDeflate: false });
    socket.on('message', function joined(data: Buffer) {
      if (!data.toString().startsWith('{"type":"snapshot"')) return;
      socket.off('message', joined);
      resolve(socket);
    });
    socket.once('error', reject);
  });
}

function acknowledged(socket: WebSocket): Promise<void> {
  const id = randomUUID();
  return new Promise((resolve, reject) => {
    const receive = (data: Buffer) => {
      const text = data.toString();
      if (!text.startsWith('{"type":"ack"') || !text.includes(id)) return;
      socket.off('message', receive);
      const { status } = JSON.parse(text) as { status: string };
      if (status === 'rejected') reject(new Error(`a message was not taken: ${text}`));
      else resolve();
    };
    socket.on('message', receive);
    socket.send(JSON.stringify({ type: 'user_message', id, text: 'hello' }));
  });
}
