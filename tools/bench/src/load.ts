import { WebSocket } from 'ws';
import { quantile } from './statistics.js';

/** What a closed loop of users measured. Times in ms, from sending the message. */
export interface LoadResult {
  users: number;
  turns: number;
  turnsPerSecond: number;
  firstP50: number;
  firstP99: number;
  endP50: number;
  endP99: number;
}

interface Samples {
  first: number[];
  end: number[];
}

/** `users` sockets, each sending its next message when the answer to the last is complete, for `seconds` after a warm-up. */
export async function runLoad(
  url: string,
  users: number,
  seconds: number,
  prefix: string,
  text = 'How far is it from the station to the old town?',
): Promise<LoadResult> {
  const sockets = await Promise.all(
    Array.from({ length: users }, (_, i) => open(`${url}/api/gateway/ws?userId=${prefix}-${i}`)),
  );
  try {
    await runFor(sockets, Math.min(2, seconds / 3), text);
    const began = performance.now();
    const samples = await runFor(sockets, seconds, text);
    const elapsed = (performance.now() - began) / 1000;
    return {
      users,
      turns: samples.end.length,
      turnsPerSecond: samples.end.length / elapsed,
      firstP50: quantile(samples.first, 0.5),
      firstP99: quantile(samples.first, 0.99),
      endP50: quantile(samples.end, 0.5),
      endP99: quantile(samples.end, 0.99),
    };
  } finally {
    await Promise.all(sockets.map(close));
  }
}

/** Opens `count` sockets and keeps them idle until `close` is called. */
export async function openIdle(url: string, count: number): Promise<{ close(): Promise<void> }> {
  const sockets: WebSocket[] = [];
  for (let i = 0; i < count; i += 100) {
    const batch = Array.from({ length: Math.min(100, count - i) }, (_, k) =>
      open(`${url}/api/gateway/ws?userId=idle-${i + k}`),
    );
    sockets.push(...(await Promise.all(batch)));
  }
  return { close: async () => void (await Promise.all(sockets.map(close))) };
}

function open(url: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
  });
}

function close(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('close', () => resolve());
    socket.close();
  });
}

async function runFor(sockets: readonly WebSocket[], seconds: number, text: string): Promise<Samples> {
  const samples: Samples = { first: [], end: [] };
  const until = performance.now() + seconds * 1000;
  await Promise.all(sockets.map((socket) => converse(socket, until, text, samples)));
  return samples;
}

/** One user's loop. A frame that is neither chunk nor end is ignored; an error frame ends the run. */
function converse(socket: WebSocket, until: number, text: string, samples: Samples): Promise<void> {
  return new Promise((resolve, reject) => {
    const message = JSON.stringify({ type: 'message', text });
    let sentAt = 0;
    let sawFirst = false;
    const send = () => {
      sentAt = performance.now();
      sawFirst = false;
      socket.send(message);
    };
    const finish = (error?: Error) => {
      socket.off('message', receive);
      socket.off('close', lost);
      if (error) reject(error);
      else resolve();
    };
    const lost = () => finish(new Error('the server closed a connection'));
    const receive = (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as { chunk?: boolean; complete?: boolean; error?: string };
      if (frame.error !== undefined) return finish(new Error(`the server answered: ${frame.error}`));
      if (frame.chunk === true && !sawFirst) {
        sawFirst = true;
        samples.first.push(performance.now() - sentAt);
      }
      if (frame.complete !== true) return;
      samples.end.push(performance.now() - sentAt);
      if (performance.now() < until) send();
      else finish();
    };
    socket.on('message', receive);
    socket.once('close', lost);
    send();
  });
}
