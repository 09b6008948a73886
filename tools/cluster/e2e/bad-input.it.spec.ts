import { type Conversations, openConversations } from '@travellite/conversations';
import { subjects, userConversation } from '@travellite/protocol';
import { Redis } from 'ioredis';
import { eventually } from './harness/eventually.js';
import { Operator } from './harness/operator.js';
import { leftOut, openStage, patienceMs, type Stage } from './harness/stage.js';
import { Traveller } from './harness/traveller.js';

const ann = userConversation('ann');

(leftOut ? describe.skip : describe)('what a client sees when the cluster cannot', () => {
  let stage: Stage;
  let store: Conversations;
  let admin: Redis;
  beforeEach(async () => {
    stage = await openStage({}, { NATS_STREAM_MAX_MIB: '1' });
    admin = new Redis(stage.redis.url);
    store = await openConversations({
      ...{ kind: 'redis', url: stage.redis.url, partitions: 2, maxEvents: 2_000, operationTimeoutMs: 2_000 },
    });
  }, patienceMs);
  afterEach(async () => {
    admin.disconnect();
    await store.close();
    await stage.close();
  }, patienceMs);

  test(
    'a full stream: "try again", nothing is kept, and the same message is taken once there is room',
    async () => {
      const gateway = await stage.start('ws-gateway');
      const operator = await Operator.connect(stage.nats.url);
      const { streams } = await operator.connection.jetstreamManager();
      const stream = operator.connection.jetstream();
      const fill = async (size: number) => {
        const filler = new Uint8Array(size);
        for (;;) await stream.publish(subjects.turn(0, userConversation('filler')), filler);
      };
      for (const size of [64 * 1024, 1024]) {
        await expect(fill(size)).rejects.toMatchObject({
          api_error: { description: 'maximum bytes exceeded' },
        });
      }
      const client = await Traveller.connect(gateway.url, 'ann');
      const { state } = await streams.info('TURNS');
      client.send(JSON.stringify({ type: 'user_message', id: 'full', text: 'x'.repeat(15_000) }));
      const refused = await client.frame('ack');
      expect(refused).toMatchObject({ id: 'full', status: 'rejected' });
      expect(refused['error']).toMatchObject({ code: 'provider_unavailable', retryable: true });
      expect(JSON.stringify(refused)).toMatch(/The message queue is full. Please try again/);
      expect((await streams.info('TURNS')).state).toMatchObject({
        messages: state.messages,
        bytes: state.bytes,
      });
      await streams.purge('TURNS');
      await stage.start('agent-worker');
      client.send(JSON.stringify({ type: 'user_message', id: 'full', text: 'x'.repeat(15_000) }));
      await client.frame('ack', ({ status }) => status === 'accepted');
      expect(await client.done('full')).toMatchObject({ status: 'complete' });
      expect((await store.inspect(ann)).version).toBe(1);
      await operator.close();
    },
    patienceMs,
  );

  test(
    'Redis out of memory: "try again", nothing half-done; a running turn ends when there is room again',
    async () => {
      await stage.start('agent-worker', { TRAVELLITE_OPERATION_TIMEOUT_MS: '500' });
      const gateway = await stage.start('ws-gateway', { TRAVELLITE_OPERATION_TIMEOUT_MS: '500' });
      const client = await Traveller.connect(gateway.url, 'ann');
      await client.say('running', 'takesMs=1000 steps=1 chunks=1');
      await eventually(
        () => store.inspect(ann),
        ({ head }) => head?.held !== undefined,
      );
      await admin.config('SET', 'maxmemory', '1');
      const before = await store.inspect(ann);
      const refused = await client.say('refused', 'hello');
      expect(refused).toMatchObject({
        status: 'rejected',
        error: { code: 'provider_unavailable', retryable: true },
      });
      expect(JSON.stringify(refused)).toMatch(/try again/);
      expect(await store.inspect(ann)).toMatchObject({ version: 0, seq: before.seq, queued: [] });
      expect(client.count('done', 'running')).toBe(0);
      await admin.config('SET', 'maxmemory', '0');
      expect(await client.done('running')).toMatchObject({ status: 'complete' });
      client.send(JSON.stringify({ type: 'user_message', id: 'refused', text: 'hello' }));
      expect(await client.done('refused')).toMatchObject({ status: 'complete' });
      expect((await store.inspect(ann)).version).toBe(2);
      for (const turn of ['running', 'refused']) expect(client.count('done', turn)).toBe(1);
    },
    patienceMs,
  );

  test(
    'state of a newer version is left alone: the turn waits until a newer worker takes it',
    async () => {
      const newer = { version: 99, view: { history: [] }, data: { of: 'the future' } };
      const turn = {
        id: 't0',
        conversation: ann,
        message: { text: '', author: { userId: 'ann' }, ts: 1, door: 'native' },
      };
      await store.accept(
        { ...turn, message: { ...turn.message, door: 'native' } },
        { opening: [], maxQueued: 1 },
      );
      const as99 = { worker: 'newer', leaseMs: 60_000, stateVersion: 99 };
      const first = await store.claim(as99);
      if (first.status !== 'claimed') throw new Error('the turn was not given');
      await store.commit(first.claim, { state: newer, events: [{ type: 'done', status: 'complete' }] });
      await stage.start('agent-worker');
      const gateway = await stage.start('ws-gateway');
      const client = await Traveller.connect(gateway.url, 'ann');
      expect(await client.say('t1', 'hello')).toMatchObject({ status: 'accepted' });
      const other = await Traveller.connect(gateway.url, 'bob');
      await other.say('b1', 'hello');
      // The worker looks around for another conversation and passes this one by.
      expect(await other.done('b1')).toMatchObject({ status: 'complete' });
      expect(await store.inspect(ann)).toMatchObject({ version: 1, head: { turn: 't1', attempt: 0 } });
      expect((await store.snapshot(ann)).state).toEqual(newer);
      const taken = await eventually(
        () => store.claim(as99),
        ({ status }) => status === 'claimed',
      );
      expect(taken).toMatchObject({ claim: { turn: 't1', attempt: 1, state: newer } });
    },
    patienceMs,
  );

  test(
    'payloads over the limit are refused for good, and the next message is taken',
    async () => {
      await stage.start('agent-worker');
      const gateway = await stage.start('ws-gateway');
      const client = await Traveller.connect(gateway.url, 'ann');
      const long = await client.say('long', 'x'.repeat(16_001));
      expect(long).toMatchObject({ status: 'rejected', error: { code: 'too_large', retryable: false } });
      await client.say('next', 'hello');
      expect(await client.done('next')).toMatchObject({ status: 'complete' });
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ message: 'x'.repeat(300_000), userId: 'ann' });
      const response = await fetch(`${gateway.url}/chat`, { method: 'POST', body, headers });
      expect(response.status).toBe(413);
      client.send(JSON.stringify({ type: 'user_message', id: 'huge', text: 'x'.repeat(300_000) }));
      expect((await client.ended).code).toBe(1009);
      expect(await store.inspect(ann)).toMatchObject({ version: 1, queued: [] });
    },
    patienceMs,
  );
});
