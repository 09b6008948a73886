import { eventually } from './harness/eventually.js';
import { Operator } from './harness/operator.js';
import { readiness } from './harness/readiness.js';
import { leftOut, openStage, patienceMs, type Stage } from './harness/stage.js';
import { Traveller } from './harness/traveller.js';

(leftOut ? describe.skip : describe)('a service that gets SIGTERM', () => {
  let stage: Stage;
  let operator: Operator;
  beforeEach(async () => {
    stage = await openStage();
    operator = await Operator.connect(stage.nats.url);
  }, patienceMs);
  afterEach(async () => {
    await operator.close();
    await stage.close();
  }, patienceMs);

  const headOf = async (user: string) => {
    const subject = 'travellite.agent-worker.conversation';
    const answer = await operator.ask(subject, { conversation: `user:${user}` });
    return answer.ok
      ? (answer.body as { head?: { attempt: number; held?: { worker: string } } }).head
      : undefined;
  };

  test(
    'a gateway tells its clients, takes no more, and lets them go slice by slice; they go on at another',
    async () => {
      const slices = { TRAVELLITE_CLOSE_SLICE: '10', TRAVELLITE_CLOSE_PAUSE_MS: '600' };
      await stage.start('agent-worker');
      const [stopping, other] = [await stage.start('ws-gateway', slices), await stage.start('ws-gateway')];
      const users = Array.from({ length: 30 }, (_, i) => `user-${i}`);
      const clients = await Promise.all(users.map((user) => Traveller.connect(stopping.url, user)));
      const last = clients.at(-1) as Traveller;
      await last.say('t1', 'takesMs=3000 chunks=3');
      const ended = stopping.end('SIGTERM');
      await Promise.all(clients.map((client) => client.frame('going_away')));
      expect(await readiness(stopping.url)).toMatchObject({
        ...{ httpStatus: 503, parts: { gateway: { ok: false, detail: 'draining' }, bus: { ok: true } } },
      });
      await expect(Traveller.connect(stopping.url, 'late')).rejects.toThrow(/503/);
      const ends = await Promise.all(clients.map((client) => client.ended));
      expect(new Set(ends.map(({ code }) => code))).toEqual(new Set([1012]));
      const first = Math.min(...ends.map(({ at }) => at));
      // Three slices of ten, two pauses between them; timers may fire a little early, never by a third.
      for (const [slice, least] of [
        [0, 0],
        [1, 400],
        [2, 1_000],
      ] as const) {
        const times = ends.slice(slice * 10, slice * 10 + 10).map(({ at }) => at - first);
        expect(Math.min(...times)).toBeGreaterThanOrEqual(least);
      }
      expect(await ended).toBe(0);
      const again = await Traveller.connect(other.url, 'user-29');
      expect(await again.done('t1')).toMatchObject({ status: 'complete' });
    },
    patienceMs,
  );

  test(
    'a worker lets its turn end within the grace',
    async () => {
      const worker = await stage.start('agent-worker');
      const gateway = await stage.start('ws-gateway');
      const ann = await Traveller.connect(gateway.url, 'ann');
      await ann.say('a1', 'takesMs=1500 chunks=3');
      await eventually(
        () => headOf('ann'),
        (head) => head?.held !== undefined,
      );
      const ended = worker.end('SIGTERM');
      await eventually(
        () => readiness(worker.url),
        ({ parts }) => parts['worker']?.detail === 'draining',
      );
      expect(await ann.done('a1')).toMatchObject({ status: 'complete' });
      expect(await ended).toBe(0);
      expect(ann.count('turn_started', 'a1')).toBe(1);
    },
    patienceMs,
  );

  test(
    'a worker hands back what takes longer than the grace; another does it, and the attempt is not counted',
    async () => {
      const brief = { TRAVELLITE_DRAIN_MS: '100' };
      const workers = [await stage.start('agent-worker', brief), await stage.start('agent-worker', brief)];
      const gateway = await stage.start('ws-gateway');
      const ann = await Traveller.connect(gateway.url, 'ann');
      await ann.say('a1', 'takesMs=3000 chunks=3');
      const holder = async () => (await headOf('ann'))?.held?.worker;
      const first = await eventually(holder, (worker) => worker !== undefined);
      const stopping = workers.find(({ child }) => first?.endsWith(`/${child.pid}`));
      expect(await stopping?.end('SIGTERM')).toBe(0);
      await eventually(holder, (worker) => worker !== undefined && worker !== first);
      const head = await headOf('ann');
      expect(head?.attempt).toBe(1);
      expect(await ann.done('a1')).toMatchObject({ status: 'complete' });
      expect(ann.count('done', 'a1')).toBe(1);
    },
    patienceMs,
  );
});
