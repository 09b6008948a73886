import { setTimeout as pause } from 'node:timers/promises';
import { stepPoints } from '@travellite/turns';
import { leaseMs } from '../stage/stage.js';
import { waitUntil } from '../wait-until.js';
import { type Row } from './row.js';

/** Longest wait for a worker to come to the boundary where it dies, in ms. */
const deathLimitMs = 10_000;

/** The steps of the engine; each has boundaries before and after it (`accept.before`, `accept.after`). */
type Step = 'accept' | 'claim' | 'run' | 'emit' | 'commit' | 'release' | 'give_up' | 'relay';

/** How often a worker that passes a boundary dies there. Boundaries that few turns pass need more. */
const probability: Record<Step, number> = {
  accept: 0.03,
  claim: 0.03,
  run: 0.03,
  emit: 0.03,
  commit: 0.03,
  release: 0.1,
  give_up: 0.5,
  relay: 0.015,
};

/** The share of turns that fail and are tried again, so that the boundaries on that way are passed too. */
const failing: Partial<Record<Step, number>> = { release: 0.2, give_up: 0.3 };

/** The worker kills itself at the boundaries of one step of the engine. */
function deathAround(step: Step): Row {
  const points = stepPoints.filter((point) => point.startsWith(`${step}.`));
  return {
    name: `worker dies around ${step}`,
    about: `SIGKILL of a worker at ${points.join(', ')}`,
    stage: {
      workerEnv: { TRAVELLITE_FAULTS: points.map((point) => `${point}:${probability[step]}`).join(',') },
    },
    nextText: (random) => (random() < (failing[step] ?? 0) ? 'ends=failed' : 'steps=2'),
    inject: ({ stage }, nth) => waitUntil(() => stage.workers.deaths > nth, deathLimitMs),
    injected: ({ stage }) => stage.workers.deaths,
    heal: ({ stage }) => stage.calmWorkers(),
  };
}

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

/** Every boundary there is belongs to one of these steps: a test sees to it. */
const steps = Object.keys(probability) as Step[];

export const workerRows: readonly Row[] = [...steps.map(deathAround), zombie];
