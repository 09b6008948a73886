import dns from 'node:dns';
import { Socket } from 'node:net';
import { hostileAddresses, withAddress } from './addresses.js';
import { type Guarantee } from './fixture.js';
import { room } from './kit.js';

/** Counts every way out of the process while `work` runs. */
async function waysOut(work: () => void): Promise<number> {
  const { fetch } = globalThis;
  const { lookup } = dns;
  const { connect } = Socket.prototype;
  let count = 0;
  const counted = () => {
    count += 1;
    throw new Error('No way out.');
  };
  Object.assign(globalThis, { fetch: counted });
  Object.assign(dns, { lookup: counted });
  Object.assign(Socket.prototype, { connect: counted });
  try {
    work();
    // What was begun and not waited for.
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    Object.assign(globalThis, { fetch });
    Object.assign(dns, { lookup });
    Object.assign(Socket.prototype, { connect });
  }
  return count;
}

export const webhookInnocence: Guarantee = {
  name: '3 webhook innocence',
  cases: [
    {
      name: 'looks up and fetches no address, and passes none on but in what was said',
      run: async ({ provider, said }) => {
        expect(hostileAddresses).toHaveLength(25);
        for (const address of hostileAddresses) {
          const message = { room, userId: 'ann', text: `look: ${address}`, extra: withAddress(address) };
          const { raw, headers } = said(message);
          let events: unknown = [];
          const count = await waysOut(() => (events = provider.parseWebhook(raw, headers).events));
          expect([address, count]).toEqual([address, 0]);
          expect(events).toMatchObject([{ text: message.text }]);
          expect(JSON.stringify(events).split(JSON.stringify(address).slice(1, -1))).toHaveLength(2);
        }
      },
    },
    {
      name: 'makes the same of the same bytes',
      run: async ({ provider, said }) => {
        const { raw, headers } = said({ room, userId: 'ann', text: 'hello' });
        const copy = Uint8Array.from(raw);
        const first = provider.parseWebhook(raw, headers).events;
        expect(raw).toEqual(copy);
        expect(provider.parseWebhook(copy, headers).events).toEqual(first);
      },
    },
  ],
};
