import { openRealtime } from '@travellite/realtime';
import { joinRoom, openRealtimeService } from '@travellite/realtime-service';
import { silent, slowEcho } from './agents.js';
import { answersOf, fastTimes, type Harness, startHarness, until, wholeOf, wholeOnceOf } from './harness.js';

let harness: Harness;
afterEach(() => harness.close());

const aTime = expect.any(Number) as unknown;

const statusesOf = ({ seen }: Parameters<typeof answersOf>[0]) =>
  seen.flatMap(({ message }) => (message.type === 'agent_status' ? [message] : []));

const flagsOf = (member: Parameters<typeof answersOf>[0]) =>
  answersOf(member).map(({ streaming, chunk, complete, error }) =>
    streaming
      ? 'streaming'
      : chunk
        ? 'chunk'
        : error !== undefined
          ? 'error'
          : complete
            ? 'complete'
            : 'plain',
  );

describe('an answer', () => {
  it('is shown to every member of the room while it is written, and once as a whole', async () => {
    harness = await startHarness({ agent: slowEcho(8) });
    const [ann, bob] = [await harness.member('ann', 'tokyo'), await harness.member('bob', 'tokyo')];
    await harness.say('tokyo', 'ann', 'first');
    await until(() => expect(wholeOf(ann)).toHaveLength(1));
    await harness.say('tokyo', 'ann', 'to Tokyo in March');
    for (const member of [ann, bob]) {
      await until(() => expect(wholeOf(member)).toEqual(['you said: first', 'you said: to Tokyo in March']));
    }
    const second = flagsOf(ann).slice(flagsOf(ann).indexOf('complete') + 1);
    expect(second[0]).toBe('streaming');
    expect(second.at(-1)).toBe('complete');
    expect(new Set(second.slice(1, -1))).toEqual(new Set(['chunk']));
    const chunks = answersOf(ann).filter(({ chunk }) => chunk === true);
    expect(chunks.map(({ text }) => text).join('')).toContain('you said: to Tokyo in March');
    expect(answersOf(ann)[0]).toMatchObject({ userId: 'ann', timestamp: aTime });
    // Clients of the contract know no other type.
    expect(statusesOf(ann)).toEqual([]);
  });

  it('is one plain message where clients know no other form', async () => {
    harness = await startHarness({ agent: slowEcho(), publisher: { messages: 'single' } });
    const ann = await harness.member('ann', 'ann');
    await harness.say('ann', 'ann', 'hello');
    await until(() => expect(answersOf(ann)).toHaveLength(1));
    expect(answersOf(ann)).toMatchObject([{ text: 'you said: hello', userId: 'ann' }]);
    expect(flagsOf(ann)).toEqual(['plain']);
  });

  it.each(['stream', 'single'] as const)(
    'shows what the agent is doing where it is asked for (%s)',
    async (messages) => {
      harness = await startHarness({ agent: slowEcho(8), publisher: { agentStatus: true, messages } });
      const ann = await harness.member('ann', 'tokyo');
      for (const userId of ['ann', 'bob']) await harness.say('tokyo', userId, 'hello');
      await until(() => expect(statusesOf(ann).at(-1)).toMatchObject({ status: 'idle', userId: 'bob' }));
      const [, ...ofBob] = statusesOf(ann).slice(
        statusesOf(ann).findIndex(({ status }) => status === 'idle'),
      );
      expect(ofBob).toEqual([
        { type: 'agent_status', status: 'respond', label: 'Answering', userId: 'bob', timestamp: aTime },
        { type: 'agent_status', status: 'idle', label: '', userId: 'bob', timestamp: aTime },
      ]);
      expect(answersOf(ann).filter(({ text }) => text === 'you said: hello')).toHaveLength(2);
    },
  );

  it('that is none is not shown, and a failed one is told in words', async () => {
    harness = await startHarness({ agent: silent });
    const ann = await harness.member('ann', 'tokyo');
    for (const text of ['hm', 'fail']) await harness.say('tokyo', 'ann', text);
    await until(() => expect(flagsOf(ann)).toContain('error'));
    expect(answersOf(ann).filter(({ error }) => error !== undefined)).toMatchObject([
      { error: 'This cannot be answered.', text: 'This cannot be answered.' },
    ]);
    expect(wholeOf(ann)).toHaveLength(1);
  });

  it('goes as fast as the service takes messages for a room, the pieces in fewer messages', async () => {
    const perRoomPerSecond = 6;
    harness = await startHarness({
      agent: slowEcho(5),
      service: { perRoomPerSecond },
      perRoomPerSecond,
    });
    const ann = await harness.member('ann', 'tokyo');
    const began = performance.now();
    const texts = Array.from({ length: 10 }, (_, at) => `a rather long message of many words, number ${at}`);
    for (const text of texts) await harness.say('tokyo', 'ann', text);
    await until(() => expect(wholeOf(ann)).toEqual(texts.map((text) => `you said: ${text}`)));
    const seconds = (performance.now() - began) / 1000;
    expect(answersOf(ann).length).toBeLessThanOrEqual(Math.ceil(perRoomPerSecond * (seconds + 1)));
  });
});

describe('a member of a shared room who is connected directly', () => {
  const heardBy = ({ seen }: Parameters<typeof answersOf>[0]) =>
    seen.flatMap(({ message: { type, text, userId, complete } }) =>
      type === 'agent_heard' || complete === true ? [[type, userId, text]] : [],
    );

  it('is heard by the members at the service, once and before the answer, also while they speak themselves', async () => {
    harness = await startHarness({ agent: slowEcho(1) });
    harness.service.faults.set({ acks: { lose: 0.3 } });
    const [bob, cleo] = [await harness.member('bob', 'tokyo'), await harness.member('cleo', 'tokyo')];
    const texts = ['one', 'two', 'three', 'four'];
    await Promise.all(
      texts.flatMap((text) => [
        harness.sayDirectly('tokyo', 'ann', `ann's ${text}`),
        harness.say('tokyo', 'bob', `bob's ${text}`),
      ]),
    );
    for (const member of [bob, cleo])
      await until(() => expect(wholeOf(member)).toHaveLength(2 * texts.length));
    const heard = heardBy(bob).flatMap(([type, userId, text], at) =>
      type === 'agent_heard' ? [{ userId, text, next: heardBy(bob)[at + 1] }] : [],
    );
    expect(heard).toEqual(
      texts.map((text) => ({
        ...{ userId: 'ann', text: `ann's ${text}` },
        next: ['agent_response', 'ann', `you said: ann's ${text}`],
      })),
    );
    expect(heardBy(cleo)).toEqual(heardBy(bob));
  });

  it('is not told of where clients know only the older form', async () => {
    harness = await startHarness({ agent: slowEcho(), publisher: { messages: 'single' } });
    const bob = await harness.member('bob', 'tokyo');
    await harness.sayDirectly('tokyo', 'ann', 'hello');
    await until(() => expect(answersOf(bob)).toHaveLength(1));
    expect(bob.seen.map(({ message }) => message.text)).toEqual(['you said: hello']);
  });
});

describe('while the service is away', () => {
  it('answers go by HTTP as long as the connection is not open, and by the connection again afterwards', async () => {
    harness = await startHarness({
      agent: slowEcho(),
      publisher: {
        times: { reconnectMs: 400, longestReconnectMs: 400, retryMs: 5, patienceMs: 50, rollUpMs: 5 },
      },
    });
    const ann = await harness.member('ann', 'tokyo');
    await harness.say('tokyo', 'ann', 'one');
    await until(() => expect(wholeOf(ann)).toHaveLength(1));
    expect(harness.counters.read()['answers_published_by_http'] ?? 0).toBe(0);
    harness.service.drop('server');
    await until(() => expect(harness.counters.read()).toMatchObject({ connections_ended: 1 }));
    await harness.say('tokyo', 'ann', 'two');
    await until(() => expect(wholeOf(ann)).toHaveLength(2));
    expect(harness.counters.read()).toMatchObject({ answers_published_by_http: 1, connections_opened: 1 });
    await until(() => expect(harness.counters.read()).toMatchObject({ connections_opened: 2 }));
    await harness.say('tokyo', 'ann', 'three');
    await until(() =>
      expect(wholeOf(ann)).toEqual(['one', 'two', 'three'].map((text) => `you said: ${text}`)),
    );
    expect(harness.counters.read()).toMatchObject({ answers_published_by_http: 1 });
  });

  it('they wait where nothing goes, readiness says so, and they come in order', async () => {
    harness = await startHarness({ agent: slowEcho() });
    const ann = await harness.member('ann', 'tokyo');
    harness.service.faults.set({ refuse: true });
    harness.service.drop('server');
    const texts = ['one', 'two', 'three'];
    for (const text of texts) await harness.say('tokyo', 'ann', text);
    await until(() => expect(harness.counters.read()['answer_retries'] ?? 0).toBeGreaterThan(2));
    const ready = await fetch(`${harness.publisher.url}/health/ready`);
    expect([ready.status, await ready.json()]).toMatchObject([503, { parts: { realtime: { ok: false } } }]);
    expect(await (await fetch(`${harness.publisher.url}/metrics`)).text()).toMatch(
      /\ntravellite_outbound_waiting [1-9]/,
    );
    harness.service.faults.clear();
    await until(() => expect(wholeOf(ann)).toEqual(texts.map((text) => `you said: ${text}`)));
    await until(() => expect(harness.publisher.publisher.readiness()['realtime']).toEqual({ ok: true }));
  });

  it('lost confirmations double nothing', async () => {
    harness = await startHarness({ agent: slowEcho(), timeoutMs: 60 });
    const ann = await harness.member('ann', 'tokyo');
    harness.service.faults.set({ acks: { lose: 0.5, duplicate: 0.3 } });
    const texts = Array.from({ length: 12 }, (_, at) => `number ${at}`);
    for (const text of texts) await harness.say('tokyo', 'ann', text);
    await until(() => expect(wholeOf(ann)).toHaveLength(12));
    await until(() => expect(harness.counters.read()).toMatchObject({ answers_published: 12 }));
    expect(wholeOf(ann)).toEqual(texts.map((text) => `you said: ${text}`));
    expect(harness.counters.read()['answer_retries']).toBeGreaterThan(0);
  });

  it('a lost confirmation is healed long before the service counts as silent', async () => {
    harness = await startHarness({ agent: slowEcho(), timeoutMs: 60_000, confirmMs: 50 });
    const ann = await harness.member('ann', 'tokyo');
    harness.service.faults.set({ acks: { lose: 1 } });
    await harness.say('tokyo', 'ann', 'one');
    await until(() => expect(harness.counters.read()['answer_retries'] ?? 0).toBeGreaterThan(1));
    harness.service.faults.clear();
    await until(() => expect(harness.counters.read()).toMatchObject({ answers_published: 1 }));
    expect(wholeOf(ann)).toEqual(['you said: one']);
    expect(harness.counters.read()['connections_ended'] ?? 0).toBe(0);
  });
});

describe('a service that confirms nothing', () => {
  const texts = (...said: string[]) => said.map((text) => `you said: ${text}`);
  const plain = { confirms: false };

  it('has published again what was perhaps lost with a connection, before anything newer', async () => {
    harness = await startHarness({ agent: slowEcho(), service: plain });
    const { service, counters } = harness;
    const ann = await harness.member('ann', 'tokyo');
    await harness.say('tokyo', 'ann', 'one');
    await until(() => expect(wholeOf(ann)).toEqual(texts('one')));
    service.faults.set({ publications: { lose: 1 } });
    for (const text of ['two', 'three']) await harness.say('tokyo', 'ann', text);
    await until(() => expect(counters.read()).toMatchObject({ answers_published: 3 }));
    service.faults.clear();
    service.drop('server');
    await harness.say('tokyo', 'ann', 'four');
    await until(() => expect(wholeOf(ann)).toContain(texts('four')[0]));
    // What had not been lost comes twice: the message's id is the same, for who looks at it.
    expect(wholeOf(ann)).toEqual(texts('one', 'one', 'two', 'three', 'four'));
    expect(wholeOnceOf(ann)).toEqual(texts('one', 'two', 'three', 'four'));
    expect(counters.read()).toMatchObject({ answers_published_again: 3 });
  });

  it('has it by HTTP also when the publisher ends, and what comes after it from the next one', async () => {
    const times = { ...fastTimes, reconnectMs: 60_000, longestReconnectMs: 60_000, patienceMs: 1 };
    harness = await startHarness({ agent: slowEcho(), service: plain, publisher: { times } });
    const { service, counters } = harness;
    const ann = await harness.member('ann', 'tokyo');
    service.faults.set({ publications: { lose: 1 } });
    await harness.say('tokyo', 'ann', 'one');
    await until(() => expect(counters.read()).toMatchObject({ answers_published: 1 }));
    service.faults.set({ refuse: true, publications: { lose: 0 } });
    service.drop('server');
    await until(() => expect(counters.read()['answer_retries'] ?? 0).toBeGreaterThan(1));
    expect(wholeOf(ann)).toEqual([]);
    await harness.say('tokyo', 'ann', 'two');
    const closing = harness.publisher.close();
    service.faults.clear();
    await closing;
    expect(wholeOf(ann)).toEqual(texts('one'));
    await harness.join();
    await until(() => expect(wholeOf(ann)).toEqual(texts('one', 'two')));
    expect(counters.read()).toMatchObject({ answers_published_again: 1 });
  });

  it('holds the end up no longer than a while when it does not come back', async () => {
    const times = { ...fastTimes, partingMs: 100, patienceMs: 1 };
    harness = await startHarness({ agent: slowEcho(), service: plain, publisher: { times } });
    const { service, counters } = harness;
    await harness.say('tokyo', 'ann', 'one');
    await until(() => expect(counters.read()).toMatchObject({ answers_published: 1 }));
    service.faults.set({ refuse: true });
    service.drop('server');
    await until(() => expect(counters.read()['answer_retries'] ?? 0).toBeGreaterThan(1));
    const began = performance.now();
    await harness.publisher.close();
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(counters.read()['answers_published_again'] ?? 0).toBe(0);
  });

  it('is not told again what it had heard when it answered our goodbye', async () => {
    harness = await startHarness({ agent: slowEcho(), service: plain });
    const ann = await harness.member('ann', 'tokyo');
    await harness.say('tokyo', 'ann', 'one');
    await until(() => expect(wholeOf(ann)).toEqual(texts('one')));
    await harness.publisher.close();
    await harness.join();
    await harness.say('tokyo', 'ann', 'two');
    await until(() => expect(wholeOf(ann)).toEqual(texts('one', 'two')));
    expect(harness.counters.read()['answers_published_again'] ?? 0).toBe(0);
  });
});

describe('two publishers', () => {
  it('are one that publishes and one that waits, and goes on when the first ends', async () => {
    harness = await startHarness({ agent: slowEcho() });
    const second = await harness.join();
    const roles = () =>
      [harness.publisher, second].map(({ publisher }) => publisher.status().channels['']?.role);
    expect(roles()).toEqual(['active', 'standby']);
    const ann = await harness.member('ann', 'tokyo');
    await harness.say('tokyo', 'ann', 'one');
    await until(() => expect(wholeOf(ann)).toHaveLength(1));
    await harness.publisher.close();
    await harness.say('tokyo', 'ann', 'two');
    await until(() => expect(wholeOf(ann)).toEqual(['you said: one', 'you said: two']));
    expect(roles()).toEqual(['standby', 'active']);
  });
});

describe('two namespaces', () => {
  it('get each their own answers, also while the other is away', async () => {
    const services = await Promise.all(
      ['red', 'blue'].map((namespace) => openRealtimeService({ namespace })),
    );
    const providers = await Promise.all(
      services.map(({ native }) => openRealtime({ kind: 'native', ...native })),
    );
    const channels = providers.map((provider, at) => ({ namespace: at === 0 ? '' : 'blue', provider }));
    harness = await startHarness({ agent: slowEcho(), publisher: { channels } });
    const [red, blue] = services.map((service) => joinRoom({ url: service.clientUrl('ann'), room: 'tokyo' }));
    if (!red || !blue) throw new Error('There are two.');
    await Promise.all([red.joined, blue.joined]);
    services[0]?.faults.set({ refuse: true });
    services[0]?.drop('server');
    await harness.say('tokyo', 'ann', 'to red');
    await harness.say('tokyo', 'ann', 'to blue', 'blue');
    await until(() => expect(wholeOf(blue)).toEqual(['you said: to blue']));
    services[0]?.faults.clear();
    await until(() => expect(wholeOf(red)).toEqual(['you said: to red']));
    expect(wholeOf(blue)).toEqual(['you said: to blue']);
    const { channels: states } = harness.publisher.publisher.status();
    expect(Object.keys(states)).toEqual(['', 'blue']);
    await Promise.all([red.close(), blue.close()]);
    await harness.publisher.close();
    await Promise.all([...providers, ...services].map((one) => one.close()));
  });
});

describe('without a realtime service', () => {
  it('readiness says that nothing is published, and is ready', async () => {
    harness = await startHarness({ agent: slowEcho(), publisher: { channels: [] } });
    const ready = await fetch(`${harness.publisher.url}/health/ready`);
    const detail = expect.stringContaining('stay in the history') as unknown;
    expect([ready.status, await ready.json()]).toMatchObject([
      200,
      { parts: { realtime: { ok: true, detail } } },
    ]);
  });
});
