import dns from 'node:dns';
import { Socket } from 'node:net';
import { type Harness, path, startHarness } from './harness.js';

/** Addresses that whoever fetches them regrets: this machine, cloud metadata, private networks, other schemes, disguises. */
const addresses = [
  'http://127.0.0.1:6379/',
  'http://localhost/admin',
  'http://[::1]:8222/varz',
  'http://0.0.0.0:4222/',
  'http://169.254.169.254/latest/meta-data/',
  'http://[fd00:ec2::254]/latest/meta-data/',
  'http://metadata.google.internal/computeMetadata/v1/',
  'http://100.100.100.200/latest/meta-data/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://192.168.0.1/',
  'http://[fe80::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0177.0.0.1/',
  'http://127.1/',
  'http://127.0.0.1.nip.io/',
  'http://user:password@127.0.0.1/',
  'https://example.com@127.0.0.1/',
  'http://kubernetes.default.svc/api',
  'file:///etc/passwd',
  'gopher://127.0.0.1:6379/_FLUSHALL',
  'ftp://127.0.0.1/',
  '//127.0.0.1/x.png',
];

/** Every field in which messages of one service or another carry addresses. */
const withAddress = (address: string) => ({
  ...{ callback: address, callbackUrl: address, callback_url: address, webhook: { url: address } },
  ...{ replyTo: address, image: address, avatar: address, link: address },
  ...{ media: [{ type: 'image', url: address }], attachments: [{ url: address, thumbnail: address }] },
});

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
    expect(addresses).toHaveLength(25);
    const ways = watchWaysOut(new URL(harness.ingress.url).port);
    try {
      for (const address of addresses) {
        const message = { text: `look: ${address}`, ...withAddress(address) };
        const body = { type: 'message', room: 'tokyo', userId: 'ann', message, ...withAddress(address) };
        expect((await harness.post(JSON.stringify(body), {}, path)).status).toBe(200);
      }
      await harness.ended('room:tokyo', addresses.length);
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
