import { TravelError } from '@travellite/protocol';
import { type GatewayStore } from '../src/index.js';
import { startHarness } from './harness.js';
import { type Frame } from './test-client.js';

const unreachable = new TravelError('provider_unavailable', 'The store cannot be reached. Please try again.');

test('while the store cannot be read connections end with words, and afterwards they work', async () => {
  let broken = false;
  const harness = await startHarness();
  const readSnapshot = harness.conversations.snapshot.bind(harness.conversations);
  harness.conversations.snapshot = async (conversation) => {
    if (broken) throw unreachable;
    return readSnapshot(conversation);
  };
  broken = true;
  for (const path of ['/api/gateway/ws?userId=ada', '/ws?userId=ada', '/ws/chat?userId=ada']) {
    const client = await harness.connect(path);
    expect(await client.ended).toEqual({ code: 1013, reason: 'try again later' });
    expect(JSON.stringify(client.frames)).toMatch(/cannot be reached/);
  }
  expect((await harness.post('/chat', { message: 'hi', userId: 'ada' })).status).toBe(502);
  broken = false;
  const client = await harness.connect('/api/gateway/ws?userId=ada');
  client.send('hello');
  await client.until((frame: Frame) => frame['complete'] === true);
  await harness.close();
});

test('while messages cannot be taken every door says so, and stays open', async () => {
  const harness = await startHarness({ ingest: { submit: () => Promise.reject(unreachable) } });
  const gateway = await harness.connect('/api/gateway/ws?userId=ada');
  const trip = await harness.connect('/ws/chat');
  const native = await harness.connect('/ws?userId=ada');
  gateway.send('hello');
  trip.send({ message: 'hello' });
  native.send({ type: 'user_message', id: 'm1', text: 'hello' });
  expect(await gateway.type('response')).toMatchObject({ error: unreachable.message });
  expect(await trip.type('error')).toMatchObject({ message: unreachable.message });
  expect(await native.type('ack')).toMatchObject({
    status: 'rejected',
    error: { code: 'provider_unavailable', retryable: true },
  });
  expect((await harness.post('/chat', { message: 'hi' })).status).toBe(502);
  for (const client of [gateway, trip, native]) expect(client.socket.readyState).toBe(client.socket.OPEN);
  await harness.close();
});

test('a fault nobody thought of is one sentence, without its insides', async () => {
  const harness = await startHarness({
    ingest: {
      submit: () => Promise.reject(new Error('secret table missing at /srv/db')),
    },
  });
  const client = await harness.connect('/api/gateway/ws?userId=ada');
  client.send('hello');
  const answer = await client.type('response');
  expect(answer['error']).toBe('Something went wrong on our side.');
  expect(harness.logged.join()).toMatch(/secret table/);
  await harness.close();
});

test('visitors that cannot be forgotten are a log line', async () => {
  const harness = await startHarness();
  const store: GatewayStore = harness.conversations;
  store.forget = () => Promise.reject(unreachable);
  await harness.post('/chat', { message: 'hi' });
  await new Promise(setImmediate);
  expect(harness.logged).toEqual(['a visitor could not be forgotten']);
  await harness.close();
});
