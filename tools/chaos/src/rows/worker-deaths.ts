import { setTimeout as pause } from 'node:timers/promises';
import { type StepPoint, stepPoints } from '@travellite/turns';
import { type Random } from '../random.js';
import { leaseMs } from '../stage/stage.js';
import { waitUntil } from '../wait-until.js';
import { type Row } from './row.js';

/** Longest wait for a worker to come to the boundary where it dies, in ms. */
const deathLimitMs = 10_000;

/** How often a worker that passes there dies. Boundaries that few turns pass need more. */
function probabilityOf(point: StepPoint): number {
  if (point.startsWith('give_up')) return 0.5;
  if (point.startsWith('release')) return 0.1;
  return 0.03;
}

/** Some turns fail and are tried again, so that the boundaries on that way are passed too. */
const textFor = (point: StepPoint) => (random: Random) => {
  const failing = point.startsWith('give_up') ? 0.3 : point.startsWith('release') ? 0.2 : 0;
  return random() < failing ? 'ends=failed' : 'steps=2';
};

/** The worker kills itself at one step boundary of the engine. */
const deathAt = (point: StepPoint): Row => ({
  name: `worker dies at ${point}`,
  about: `SIGKILL of a worker at the step boundary ${point}`,
  stage: { workerEnv: { TRAVELLITE_FAULTS: `${point}:${probabilityOf(point)}` } },
  nextText: textFor(point),
  inject: async ({ stage }, nth) => {
    await waitUntil(() => stage.workers.deaths > nth, deathLimitMs);
  },
  injected: ({ stage }) => stage.workers.deaths,
  heal: ({ stage }) => stage.calmWorkers(),
});

/** A worker is stopped for longer than its lease and then goes on as if nothing had happened. */
const zombie: Row = {
  name: 'worker is a zombie',
  about: 'SIGSTOP of a worker past its lease, then SIGCONT',
  nextText: () => 'steps=3 takesMs=120',
  inject: async ({ stage, random }) => {
    const [first, second] = stage.workers.processes.toSorted(() => random() - 0.5);
    const stopped = random() < 0.5 && second ? [first, second] : [first];
    for (const worker of stopped) worker?.child.kill('SIGSTOP');
    await pause(leaseMs * 1.3);
    for (const worker of stopped) worker?.child.kill('SIGCONT');
  },
};

export const workerRows: readonly Row[] = [...stepPoints.map(deathAt), zombie];
