import dns from 'node:dns';
import { Socket } from 'node:net';
import { hostileAddresses, withAddress } from '@travellite/realtime/hostile-addresses';
import { type Harness, path, startHarness } from './harness.js';

/** Where the process connects to or looks up but the ingress itself, from now on. */
function watchWaysOut(ingressPort: string) {
  const { connect } = Socket.prototype;
  const { lookup } = dns;
  const out: unknown[] = [];
  const real = connect as (...args: unknown[]) => Socket;
  Object.assign(Socket.prototype, {
    connect(this: Socket, ...args: unknown[]) {
      const [to] = args.flat() as { port?: unknown; host?: unknown }[];
      if (String(to?.port) !== ingressPort) out.push(to);
      return real.apply(this, args);
    },
  });
  Object.assign(dns, { lookup: (...args: unknown[]) => void out.push(args[0]) });
  return {
    out,
    stop: () => {
      Object.assign(Socket.prototype, { connect });
      Object.assign(dns, { lookup });
    },
  };
}

describe('addresses in a message', () => {
  let harness: Harness;
  beforeAll(async () => void (harness = await startHarness()));
  afterAll(() => harness.close());

  it('are text: nothing is looked up or fetched from webhook to answer', async () => {
    expect(hostileAddresses).toHaveLength(25);
    const ways = watchWaysOut(new URL(harness.ingress.url).port);
    try {
      for (const address of hostileAddresses) {
        const message = { text: `look: ${address}`, ...withAddress(address) };
        const body = { type: 'message', room: 'tokyo', userId: 'ann', message, ...withAddress(address) };
        expect((await harness.post(JSON.stringify(body), {}, path)).status).toBe(200);
      }
      await harness.ended('room:tokyo', hostileAddresses.length);
    } finally {
      ways.stop();
    }
    expect(ways.out).toEqual([]);
  });

  it('would be noticed', () => {
    const ways = watchWaysOut('1');
    try {
      const socket = new Socket();
      socket.on('error', () => undefined);
      socket.connect({ port: 9, host: '127.0.0.1' }).destroy();
    } finally {
      ways.stop();
    }
    expect(ways.out).toMatchObject([{ port: 9, host: '127.0.0.1' }]);
  });
});
