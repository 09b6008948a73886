import { type IncomingMessage } from 'node:http';
import { type Ingest } from '@travellite/turns';
import { Gateway } from './gateway.js';
import { type GatewayOptions } from './options.js';
import { FakeConversation } from './testing/fake-conversation.js';

const request = (url: string, protocol?: string) =>
  ({
    url,
    headers: { host: 'travel.example', ...(protocol ? { 'sec-websocket-protocol': protocol } : {}) },
  }) as unknown as IncomingMessage;

function gateway(options: Partial<GatewayOptions> = {}) {
  const { ports } = new FakeConversation();
  const bus = Object.assign(ports.bus, { health: () => ({ ok: true }) });
  return new Gateway({ ...ports, bus, ingest: {} as Ingest, ...options });
}

describe('the guard', () => {
  test.each([
    ['/api/gateway/ws', undefined, 400],
    ['/ws', undefined, 400],
    ['/ws/chat', undefined, undefined],
    ['/ws/chat', 'travellite.v1', 400],
    ['/ws/chat', 'other, travellite.v1', 400],
    ['/ws/chat', 'other', undefined],
  ])('asks for a name at %s with the subprotocol %s: %s', async (path, protocol, httpStatus) => {
    const decision = await gateway().guard(path, request(path, protocol));
    expect(decision.refusal?.httpStatus).toBe(httpStatus);
  });

  test('lets nobody in while the server stops', async () => {
    const stopping = gateway();
    stopping.drain();
    stopping.drain();
    const decision = await stopping.guard('/ws/chat', request('/ws/chat'));
    expect(decision).toMatchObject({ refusal: { httpStatus: 503 } });
  });
});

describe('readiness', () => {
  test('asks every part, and takes a part that fails to answer for one that is down', async () => {
    const parts = await gateway({
      probes: {
        worker: () => ({ ok: true }),
        disk: async () => ({ ok: false, detail: 'is full' }),
        cache: () => Promise.reject(new Error('no answer')),
        clock: () => {
          throw new Error('stopped');
        },
      },
    }).readiness();
    expect(parts).toEqual({
      gateway: { ok: true },
      bus: { ok: true },
      worker: { ok: true },
      disk: { ok: false, detail: 'is full' },
      cache: { ok: false, detail: 'Error: no answer' },
      clock: { ok: false, detail: 'Error: stopped' },
    });
  });
});

test('limits that are not given are the default ones', () => {
  const { limits } = gateway({ limits: { slowBytes: 7 } });
  expect(limits).toMatchObject({ slowBytes: 7, framesPerSecond: 120, maxFrameBytes: 262_144 });
});
