import { connect, RetentionPolicy } from 'nats';
import { eventually } from './harness/eventually.js';
import { readiness } from './harness/readiness.js';
import { leftOut, openStage, patienceMs, type Stage } from './harness/stage.js';

let stage: Stage;
const tried = (server: string) =>
  stage.lines.filter((line) => line.includes(`"${server} cannot be used yet; trying again"`));

(leftOut ? describe.skip : describe)('a service whose servers are not what it needs', () => {
  afterEach(() => stage.close(), patienceMs);

  test(
    'wrong credentials: it lives, is not ready and says why, tries again, and can be stopped',
    async () => {
      stage = await openStage({
        nats: ['--user', 'ops', '--pass', 'right'],
        redis: ['--requirepass', 'right'],
      });
      const REDIS_URL = stage.redis.url.replace('//', '//:hunter2@');
      const wrong = { NATS_USER: 'ops', NATS_PASSWORD: 'hunter2', REDIS_URL };
      const gateway = await stage.start('ws-gateway', wrong, 'listening');
      const { httpStatus } = await eventually(
        () => readiness(gateway.url),
        ({ parts }) =>
          parts['bus']?.detail === 'NATS refuses the credentials.' &&
          parts['store']?.detail === 'Redis refuses the credentials.',
      );
      expect(httpStatus).toBe(503);
      expect((await fetch(`${gateway.url}/health/live`)).status).toBe(200);
      expect((await fetch(`${gateway.url}/chat`, { method: 'POST', body: '{}' })).status).toBe(503);
      await eventually(
        async () => Math.min(tried('NATS').length, tried('Redis').length),
        (times) => times >= 2,
      );
      for (const server of ['NATS', 'Redis']) {
        const attempts = tried(server).map((line) => (JSON.parse(line) as { attempt: number }).attempt);
        expect(attempts).toEqual(attempts.map((_, i) => i + 1));
      }
      expect(stage.lines.join()).not.toContain('hunter2');
      expect(await gateway.end('SIGTERM')).toBe(0);
    },
    patienceMs,
  );

  test(
    'servers that come late: ready says which is missing, and then yes',
    async () => {
      stage = await openStage();
      await Promise.all([stage.nats.stop(), stage.redis.stop()]);
      const worker = await stage.start('agent-worker', {}, 'listening');
      const ready = () => readiness(worker.url);
      await eventually(ready, ({ parts }) =>
        /NATS cannot be reached.*REFUSED/.test(parts['bus']?.detail ?? ''),
      );
      await eventually(ready, ({ parts }) => /Redis cannot be reached/.test(parts['store']?.detail ?? ''));
      await stage.redis.start();
      await eventually(ready, ({ parts }) => parts['store']?.ok === true && parts['bus']?.ok === false);
      await stage.nats.start();
      expect((await eventually(ready, ({ httpStatus }) => httpStatus === 200)).parts).toMatchObject({
        ...{ worker: { ok: true }, bus: { ok: true }, store: { ok: true } },
      });
      await stage.redis.stop();
      const { parts } = await eventually(ready, ({ httpStatus }) => httpStatus === 503);
      expect(parts).toMatchObject({ bus: { ok: true }, store: { ok: false, detail: expect.any(String) } });
    },
    patienceMs,
  );

  test(
    'a stream that exists with what cannot be changed: one sentence that names it, exit 1',
    async () => {
      stage = await openStage();
      const operator = await connect({ servers: stage.nats.url });
      const { streams } = await operator.jetstreamManager();
      await streams.add({ name: 'TURNS', subjects: ['turn.in.*.*'], retention: RetentionPolicy.Workqueue });
      await expect(stage.start('agent-worker')).rejects.toThrow(
        /agent-worker ended with 1 .*\nThe NATS stream TURNS exists .*retention is "workqueue" and must be "limits"/s,
      );
      expect((await streams.info('TURNS')).config.retention).toBe('workqueue');
      await operator.close();
    },
    patienceMs,
  );
});
