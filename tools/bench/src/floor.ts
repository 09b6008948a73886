import { WebSocketServer } from 'ws';

/**
 * The floor: what a bare `ws` server needs for the same frames and the same work (the last 20 messages of each user, a count),
 * without storage, queue, identity or limits. Everything TravelLite adds is measured against it.
 */
const chunks = 20;
const kept = 20;
const users = new Map<string, { turns: number; history: { role: string; text: string; ts: number }[] }>();

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false }, () => {
  const address = server.address();
  if (address !== null && typeof address === 'object')
    process.stdout.write(`http://127.0.0.1:${address.port}\n`);
});

server.on('connection', (socket, request) => {
  const userId = new URL(request.url ?? '/', 'http://floor').searchParams.get('userId') ?? '';
  socket.on('message', (data) => {
    const { text } = JSON.parse((data as Buffer).toString()) as { text: string };
    const user = users.get(userId) ?? { turns: 0, history: [] };
    users.set(userId, user);
    const frame = (more: object) =>
      socket.send(JSON.stringify({ type: 'response', ...more, userId, timestamp: Date.now() }));
    frame({ streaming: true });
    let answer = '';
    for (let i = 0; i < chunks; i += 1) {
      const delta = `${text.slice(0, 24)} ${i} `;
      answer += delta;
      frame({ text: delta, chunk: true });
    }
    user.turns += 1;
    const whole = `${answer}#${user.turns}`;
    user.history.push(
      { role: 'user', text, ts: Date.now() },
      { role: 'assistant', text: whole, ts: Date.now() },
    );
    user.history.splice(0, Math.max(0, user.history.length - kept));
    frame({ text: whole, complete: true });
  });
});

process.on('SIGTERM', () => {
  for (const socket of server.clients) socket.terminate();
  server.close();
});
