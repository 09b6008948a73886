import { type ServiceProcess } from '../src/service-process.js';
import { eventually } from './harness/eventually.js';
import { Operator } from './harness/operator.js';
import { readiness } from './harness/readiness.js';
import { leftOut, openStage, patienceMs, type Stage } from './harness/stage.js';
import { Traveller } from './harness/traveller.js';

interface Conversation {
  subject: string;
  version: number;
  seq: number;
  head?: { turn: string; attempt: number; fence: number; held?: { worker: string } };
}
interface WorkerStatus {
  state: string;
  pid: number;
  running: number;
  longest: { conversation: string; turn: string }[];
}

interface Status {
  connections: { open: number };
  conversations: number;
}

(leftOut ? describe.skip : describe)('operators of a running cluster', () => {
  let stage: Stage;
  let operator: Operator;
  let workers: ServiceProcess[];
  let gateway: ServiceProcess;

  beforeAll(async () => {
    // A lease this long would leave a stuck turn alone for the whole test.
    stage = await openStage({}, { TRAVELLITE_LEASE_MS: '120000' });
    workers = [await stage.start('agent-worker'), await stage.start('agent-worker')];
    gateway = await stage.start('ws-gateway');
    operator = await Operator.connect(stage.nats.url);
  }, patienceMs);
  afterAll(async () => {
    await operator.close();
    await stage.close();
  }, patienceMs);

  const conversationOf = (user: string, at = 'travellite.agent-worker.conversation') =>
    operator.get<Conversation>(at, { conversation: `user:${user}` });

  /** The id under which the process answers. */
  async function idOf(service: string, { child }: ServiceProcess): Promise<string> {
    for (const { id } of await operator.instances(service)) {
      const { pid } = await operator.get<{ pid: number }>(`travellite.${service}.status.${id}`);
      if (pid === child.pid) return id;
    }
    throw new Error(`no ${service} has process id ${child.pid}`);
  }

  /** Closing is the client's wish; the gateway hears of it a moment later. */
  async function noneConnected(): Promise<void> {
    const status = `travellite.ws-gateway.status.${await idOf('ws-gateway', gateway)}`;
    await eventually(
      () => operator.get<{ connections: { open: number } }>(status),
      ({ connections }) => connections.open === 0,
    );
  }

  test(
    '$SRV finds every process, with its version and what it answers',
    async () => {
      const found = await operator.instances('agent-worker');
      expect(found.map(({ name, version }) => [name, version])).toEqual(
        Array(2).fill(['agent-worker', '0.1.0']),
      );
      expect(found[0]?.endpoints.map(({ name }) => name.replace(/-[^-]+$/, ''))).toEqual(
        expect.arrayContaining(['conversation', 'release', 'dead-letters', 'replay', 'status', 'drain']),
      );
      expect(await operator.instances('ws-gateway')).toHaveLength(1);
    },
    patienceMs,
  );

  test(
    'a conversation is told by ids and counts, never by what was said',
    async () => {
      const ann = await Traveller.connect(gateway.url, 'ann');
      await ann.say('a1', 'my secret wish, steps=2');
      await ann.done('a1');
      const told = await conversationOf('ann');
      expect(told).toMatchObject({
        subject: 'conv.dXNlcjphbm4.*',
        epoch: 1,
        version: 1,
        state: { version: 1 },
      });
      expect(told.seq).toBe(ann.frames.filter((frame) => 'seq' in frame && 'turn' in frame).at(-1)?.['seq']);
      expect(JSON.stringify(told)).not.toContain('secret');
      ann.close();
    },
    patienceMs,
  );

  test(
    'what is asked wrongly is refused with a sentence',
    async () => {
      const ask = (endpoint: string, body: unknown) =>
        operator.ask(`travellite.agent-worker.${endpoint}`, body);
      expect(await ask('conversation', '{')).toMatchObject({
        code: '400',
        message: 'The request is not JSON.',
      });
      expect(await ask('conversation', { conversation: 'ann' })).toMatchObject({ code: '400' });
      expect(await ask('release', { conversation: 'user:nobody' })).toEqual({
        ...{ ok: false, code: '404' },
        message: 'No turn of the conversation user:nobody is open.',
      });
      expect(await ask('replay', { id: 4711 })).toMatchObject({ message: 'There is no dead letter 4711.' });
    },
    patienceMs,
  );

  test(
    'turns that were given up are listed page by page and can be replayed',
    async () => {
      const users = ['bob', 'bea', 'ben'];
      const travellers = await Promise.all(users.map((user) => Traveller.connect(gateway.url, user)));
      await Promise.all(
        travellers.map(async (one, i) => {
          await one.say(`${users[i]}-1`, 'ends=failed');
          expect(await one.done(`${users[i]}-1`)).toMatchObject({ status: 'failed' });
        }),
      );
      type Page = { deadLetters: { id: number; turn: string; attempts: number }[]; before?: number };
      const list = (body: object) => operator.get<Page>('travellite.agent-worker.dead-letters', body);
      const first = await list({ limit: 2 });
      const second = await list({ limit: 2, before: first.before });
      const letters = [...first.deadLetters, ...second.deadLetters];
      expect([first.deadLetters.length, second.deadLetters.length, second.before]).toEqual([2, 1, undefined]);
      expect(letters.map(({ turn }) => turn).sort()).toEqual(['bea-1', 'ben-1', 'bob-1']);
      expect(letters.map(({ attempts }) => attempts)).toEqual([5, 5, 5]);
      const bob = travellers[0] as Traveller;
      const id = letters.find(({ turn }) => turn === 'bob-1')?.id;
      await operator.get('travellite.agent-worker.replay', { id });
      await bob.frame('turn_started', ({ turn }) => turn === `bob-1~${id}`);
      expect(bob.count('done', 'bob-1')).toBe(1);
      for (const one of travellers) one.close();
      await noneConnected();
    },
    patienceMs,
  );

  test(
    'a turn whose worker hangs is released: another ends it, and the hanging one changes nothing',
    async () => {
      const eve = await Traveller.connect(gateway.url, 'eve');
      await eve.say('e1', 'takesMs=1500 chunks=3');
      const { head } = await eventually(
        () => conversationOf('eve'),
        (told) => told.head?.held !== undefined,
      );
      const stuck = workers.find(({ child }) => head?.held?.worker.endsWith(`/${child.pid}`));
      const other = workers.find((worker) => worker !== stuck);
      if (!stuck || !other) throw new Error(`nobody is ${head?.held?.worker}`);
      const id = await idOf('agent-worker', other);
      stuck.child.kill('SIGSTOP');
      try {
        const at = `travellite.agent-worker.release.${id}`;
        expect(await operator.get(at, { conversation: 'user:eve' })).toEqual({
          ...{ conversation: 'user:eve', status: 'revoked', turn: 'e1' },
        });
        expect(await eve.done('e1')).toMatchObject({ status: 'complete' });
      } finally {
        stuck.child.kill('SIGCONT');
      }
      const status = `travellite.agent-worker.status.${await idOf('agent-worker', stuck)}`;
      await eventually(
        () => operator.get<WorkerStatus>(status),
        ({ running }) => running === 0,
      );
      expect((await conversationOf('eve')).version).toBe(1);
      expect(eve.count('done', 'e1')).toBe(1);
      eve.close();
    },
    patienceMs,
  );

  test(
    'one worker is drained: it says so, is not ready, and the other does the work',
    async () => {
      const [drained] = workers as [ServiceProcess, ServiceProcess];
      const id = await idOf('agent-worker', drained);
      await operator.get(`travellite.agent-worker.drain.${id}`);
      const status = await operator.get<WorkerStatus>(`travellite.agent-worker.status.${id}`);
      expect(status).toMatchObject({ state: 'draining', running: 0, longest: [] });
      expect(await readiness(drained.url)).toMatchObject({
        ...{ httpStatus: 503, parts: { worker: { ok: false, detail: 'draining' }, bus: { ok: true } } },
      });
      const dan = await Traveller.connect(gateway.url, 'dan');
      for (const turn of ['d1', 'd2', 'd3']) {
        await dan.say(turn, 'hello');
        expect(await dan.done(turn)).toMatchObject({ status: 'complete' });
      }
      dan.close();
      expect(drained.child.exitCode).toBeNull();
    },
    patienceMs,
  );

  test(
    'a gateway tells who is there, and drained it lets them go',
    async () => {
      await noneConnected();
      const [fay, gil] = [
        await Traveller.connect(gateway.url, 'fay'),
        await Traveller.connect(gateway.url, 'gil'),
      ];
      const id = await idOf('ws-gateway', gateway);
      const at = (endpoint: string) => `travellite.ws-gateway.${endpoint}.${id}`;
      expect(await operator.get(at('status'))).toMatchObject({
        ...{
          state: 'working',
          connections: { open: 2, doors: { native: 2 } },
          conversations: 2,
          requests: 0,
        },
      });
      expect(await operator.get(at('listeners'), { conversation: 'user:fay' })).toEqual({
        ...{ conversation: 'user:fay', doors: { native: 1 } },
      });
      expect(await operator.ask(at('listeners'), { conversation: 'user:zoe' })).toMatchObject({
        code: '404',
      });
      expect(await operator.get(at('drain'))).toMatchObject({ state: 'draining' });
      for (const client of [fay, gil]) {
        await client.frame('going_away');
        expect((await client.ended).code).toBe(1012);
      }
      // A client may learn of the end before the gateway has heard the answer to its close frame.
      const isEmpty = (told: Status) => told.connections.open === 0 && told.conversations === 0;
      expect(isEmpty(await eventually(() => operator.get<Status>(at('status')), isEmpty))).toBe(true);
      expect(gateway.child.exitCode).toBeNull();
    },
    patienceMs,
  );
});
