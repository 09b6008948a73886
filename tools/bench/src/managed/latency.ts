import { type RealtimeProvider } from '@travellite/realtime';
import { joinRoom, type RealtimeService } from '@travellite/realtime-service';
import { WebSocket } from 'ws';

const warmUps = 20;

/** Times in ms of each way, one message after another, the two ways in turn: the machine's speed drifts. */
export interface TwoWays {
  first: number[];
  second: number[];
}

async function inTurn(
  count: number,
  first: () => Promise<void>,
  second: () => Promise<void>,
): Promise<TwoWays> {
  const times: TwoWays = { first: [], second: [] };
  const timed = async (run: () => Promise<void>) => {
    const began = performance.now();
    await run();
    return performance.now() - began;
  };
  for (let nth = -warmUps; nth < count; nth += 1) {
    const [one, two] = [await timed(first), await timed(second)];
    if (nth < 0) continue;
    times.first.push(one);
    times.second.push(two);
  }
  return times;
}

/** From saying something to the whole answer: through the gateway's socket, and through room, webhook, publisher and room. */
export async function timeAnswers(direct: string, service: RealtimeService, count: number): Promise<TwoWays> {
  const socket = new WebSocket(`${direct}/api/gateway/ws?userId=direct`, { perMessageDeflate: false });
  await new Promise<void>((resolve, reject) => socket.once('open', () => resolve()).once('error', reject));
  let answered: () => void = () => undefined;
  socket.on('message', (data: Buffer) => {
    if ((JSON.parse(data.toString()) as { complete?: boolean }).complete === true) answered();
  });
  let published: () => void = () => undefined;
  const member = joinRoom({
    ...{ url: service.clientUrl('managed'), room: 'managed' },
    onMessage: ({ message }) => message['complete'] === true && published(),
  });
  await member.joined;
  const ask = () =>
    new Promise<void>((resolve) => {
      answered = resolve;
      socket.send('hello');
    });
  const say = () =>
    new Promise<void>((resolve) => {
      published = resolve;
      void member.say('hello');
    });
  const times = await inTurn(count, ask, say);
  socket.terminate();
  await member.close();
  return times;
}

/** One publication, confirmed: over the persistent socket, and by an HTTP request. */
export async function timePublications(provider: RealtimeProvider, count: number): Promise<TwoWays> {
  const connection = await provider.connect();
  const message = [{ type: 'agent_response', text: 'hello', complete: true }];
  let nth = 0;
  const times = await inTurn(
    count,
    async () => void (await connection.publish('bench', message, `socket-${(nth += 1)}`)),
    async () => void (await provider.http.publish('bench', message, `http-${(nth += 1)}`)),
  );
  await connection.close();
  return times;
}
