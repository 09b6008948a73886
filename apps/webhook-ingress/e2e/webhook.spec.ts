import { openOtherParsers, openParser } from '../src/index.js';
import { createCounters, silentLog } from '@travellite/telemetry';
import { TravelError } from '@travellite/protocol';
import { type Harness, path, startHarness } from './harness.js';

let harness: Harness;
afterEach(() => harness.close());

const message = (text: string, more: object = {}) => ({
  type: 'message',
  room: 'tokyo',
  userId: 'ann',
  message: { text },
  ...more,
});

const messagesOf = (events: Awaited<ReturnType<Harness['ended']>>) =>
  events.flatMap((event) => (event.type === 'message' ? [event.message] : []));

describe('a webhook', () => {
  beforeEach(async () => void (harness = await startHarness()));

  it('with a message is accepted at once, and answered in its conversation', async () => {
    expect(await harness.tell(message('to Tokyo?'))).toMatchObject({ status: 200, body: { success: true } });
    const events = await harness.ended('room:tokyo', 1);
    expect(messagesOf(events)).toMatchObject([
      { text: 'to Tokyo?', author: { userId: 'ann' }, door: 'realtime' },
    ]);
    expect(events.at(-1)).toMatchObject({ type: 'done', outbound: { userId: 'ann' } });
  });

  it.each([
    ['a room named like its writer', { room: 'ann' }],
    ['a message that names nobody', { room: 'ann', userId: undefined }],
  ])("of %s is that person's own conversation", async (_, more) => {
    await harness.tell(message('just me', more));
    expect(messagesOf(await harness.ended('user:ann', 1))).toMatchObject([{ author: { userId: 'ann' } }]);
  });

  it('delivered a hundred times is one turn', async () => {
    const once = { ...message('once'), id: 'delivery-7' };
    const answers = await Promise.all(Array.from({ length: 100 }, () => harness.tell(once)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await harness.tell({ ...message('after'), id: 'delivery-8' });
    const events = await harness.ended('room:tokyo', 2);
    expect(messagesOf(events).map(({ text }) => text)).toEqual(['once', 'after']);
    expect(harness.counters.read()).toMatchObject({ webhook_events_taken: 2, webhook_events_known: 99 });
  });

  it('without an id is known again by its own time, and every other message counts', async () => {
    const ts = 1_795_000_000_000;
    for (const timestamp of [ts, ts, ts + 1]) await harness.tell(message('yes', { timestamp }));
    await harness.tell(message('yes'));
    await harness.tell(message('yes'));
    expect(messagesOf(await harness.ended('room:tokyo', 4))).toHaveLength(4);
  });

  it.each(['presence', 'connection'] as const)('about %s is recorded and not answered', async (type) => {
    const note = { type, room: 'tokyo', userId: 'bob', status: 'joined' };
    expect(await harness.tell(note)).toMatchObject({ status: 200, body: { received: true } });
    const events = await harness.ended('room:tokyo', 1);
    expect(events).toMatchObject([
      { type: 'note', userId: 'bob', note: { kind: type, status: 'joined' } },
      { type: 'done', status: 'complete' },
    ]);
  });

  it.each([
    ['another type', { type: 'reaction', room: 'tokyo' }],
    ['no message', { type: 'message', room: 'tokyo' }],
    ['no type', { room: 'tokyo', message: { text: 'hello' } }],
    ['our own answer that came back', message('hi', { message: { text: 'hi', type: 'agent_response' } })],
  ])('with %s is received and nothing else', async (_, event) => {
    expect(await harness.tell(event)).toMatchObject({ status: 200, body: { received: true } });
    expect(harness.counters.read()['webhook_events_taken'] ?? 0).toBe(0);
  });

  it('keeps the order of a room', async () => {
    const texts = Array.from({ length: 30 }, (_, at) => `message ${at}`);
    for (const text of texts) await harness.tell(message(text));
    expect(messagesOf(await harness.ended('room:tokyo', 30)).map(({ text }) => text)).toEqual(texts);
  });

  it('shows in health and metrics, and drains', async () => {
    const get = async (at: string, headers = {}) => fetch(`${harness.ingress.url}${at}`, { headers });
    await harness.tell(message('one'));
    await harness.post('nonsense');
    const metrics = await (await get('/metrics')).text();
    expect(metrics).toContain('\ntravellite_webhooks_taken_total 1\n');
    expect(metrics).toContain('\ntravellite_webhooks_refused_total 1\n');
    expect((await get('/metrics', { 'x-forwarded-for': '1.2.3.4' })).status).toBe(404);
    expect(await (await get('/health/ready')).json()).toMatchObject({ status: 'ok' });
    harness.ingress.drain();
    const draining = await get('/health/ready');
    expect([draining.status, (await get('/health/live')).status]).toEqual([503, 200]);
    expect(await draining.json()).toMatchObject({ parts: { webhooks: { detail: 'draining' } } });
    expect((await harness.tell(message('late'))).status).toBe(200);
  });
});

describe('what cannot be kept', () => {
  it('is asked for again, and nothing is said of why', async () => {
    const fault = new TravelError('provider_unavailable', 'The message queue did not answer.');
    harness = await startHarness({ ingest: { submit: () => Promise.reject(fault) } });
    const { status, body, headers } = await harness.tell(message('hello'));
    expect([status, headers.get('retry-after')]).toEqual([503, '1']);
    expect(JSON.stringify(body)).not.toContain('queue');
    expect(harness.counters.read()).toMatchObject({ webhooks_unavailable: 1 });
  });

  it('is asked for again when the mailbox of the conversation is full', async () => {
    harness = await startHarness({
      ingest: { submit: async () => ({ status: 'rejected', code: 'queue_full' }) },
    });
    expect((await harness.tell(message('hello'))).status).toBe(503);
  });

  it('is a 503, too, when the fault is ours', async () => {
    const parseWebhook = () => {
      throw new Error('a bug');
    };
    const refuse = () => ({ status: 400, headers: {}, body: {} });
    harness = await startHarness({
      provider: { parseWebhook, refuse, checkHeaders: () => undefined },
      log: silentLog,
      counters: createCounters(),
    });
    const { status, body } = await harness.tell(message('hello'));
    expect([status, body]).toEqual([503, { error: 'Something went wrong on our side' }]);
  });
});

describe('parts of a webhook that cannot be read', () => {
  it('are one short line in the log, however many they are', async () => {
    const lines: unknown[] = [];
    const log = { ...silentLog, warn: (_: string, fields?: object) => void lines.push(fields) };
    const unreadable = [...Array.from({ length: 900 }, () => 'No form'), 'No clientId', 'No form'];
    const reply = () => ({ status: 200, headers: {}, body: {} });
    const checkHeaders = () => undefined;
    const provider = { parseWebhook: () => ({ events: [], unreadable, reply }), refuse: reply, checkHeaders };
    harness = await startHarness({ provider, log });
    expect((await harness.tell(message('hello'))).status).toBe(200);
    expect(lines).toEqual([{ reasons: '901 × No form; 1 × No clientId' }]);
  });
});

describe('namespaces', () => {
  it('are named by the address, the first by none', async () => {
    harness = await startHarness({ namespaces: ['red', 'blue'] });
    // Every namespace numbers its deliveries for itself.
    const numbered = (id: string) => JSON.stringify({ ...message('hello'), id });
    const statuses = [];
    let delivery = 0;
    for (const query of ['', '?namespace=red', '?namespace=blue', '?namespace=green']) {
      const id = query === '?namespace=blue' ? '1' : `${(delivery += 1)}`;
      statuses.push((await harness.post(numbered(id), {}, `${path}${query}`)).status);
    }
    expect(statuses).toEqual([200, 200, 200, 404]);
    const events = await harness.ended('room:tokyo', 3);
    const ends = events.flatMap((event) => (event.type === 'done' ? [event.outbound?.namespace] : []));
    expect(ends).toEqual([undefined, undefined, 'blue']);
  });

  it('are the channels of Centrifugo and Ably, each by its own name', async () => {
    const namespaces = ['red', 'blue'];
    const settings = { provider: 'centrifugo' as const, namespaces };
    const otherProviders = await openOtherParsers(settings);
    harness = await startHarness({ namespaces, provider: await openParser(settings), otherProviders });
    const say = (namespace: string, channel: string) =>
      harness.post(
        JSON.stringify({ client: 'c', user: 'ann', channel, data: { text: 'hello' } }),
        { 'x-centrifugo-event': 'publish' },
        `${path}?namespace=${namespace}`,
      );
    for (const namespace of namespaces) {
      expect((await say(namespace, `${namespace}:tokyo`)).body).toEqual({ result: {} });
      expect((await say(namespace, 'green:tokyo')).body).toMatchObject({ error: { code: 400 } });
    }
    expect((await say('blue', 'red:tokyo')).body).toMatchObject({ error: { code: 400 } });
    const events = await harness.ended('room:tokyo', 2);
    const ends = events.flatMap((event) => (event.type === 'done' ? [event.outbound?.namespace] : []));
    expect(ends).toEqual([undefined, 'blue']);
  });
});

describe('without a secret, in production', () => {
  it('nothing is taken', async () => {
    harness = await startHarness({ closed: 'Webhooks are not taken: no secret' });
    expect(await harness.tell(message('hello'))).toMatchObject({
      status: 401,
      body: { error: 'Webhooks are not taken: no secret' },
    });
  });
});
