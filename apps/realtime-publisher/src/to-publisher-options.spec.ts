import { openBus } from '@travellite/bus';
import { createCounters, silentLog } from '@travellite/telemetry';
import { toPublisherOptions } from './to-publisher-options.js';

it('what an operator sets is what the publisher does', async () => {
  const ports = { bus: await openBus({ kind: 'in-process' }), log: silentLog, counters: createCounters() };
  const settings = {
    namespaces: ['red', 'blue'],
    messages: 'single',
    agentStatus: true,
    rollUpMs: 70,
  } as const;
  const publish = { wsUrl: 'ws://127.0.0.1:9', apiUrl: 'http://127.0.0.1:9', token: 't' };
  const { channels, ...options } = await toPublisherOptions(
    { ...settings, publish, perRoomPerSecond: 3 },
    ports,
  );
  expect(options).toEqual({ ...ports, messages: 'single', agentStatus: true, times: { rollUpMs: 70 } });
  expect(
    channels.map(({ namespace, provider }) => [namespace, provider.capabilities.perRoomPerSecond]),
  ).toEqual([
    ['', 3],
    ['blue', 3],
  ]);
  expect((await toPublisherOptions(settings, ports)).channels).toEqual([]);
  await Promise.all(channels.map(({ provider }) => provider.close()));
  await ports.bus.close();
});
