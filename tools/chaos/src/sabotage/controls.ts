import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { channelStage, killActivePublisher } from '../rows/realtime-channel.js';
import { type Row, type Scene } from '../rows/row.js';
import { waitUntil } from '../wait-until.js';
import { type SabotageName } from './sabotages.js';

/** A run whose workers or publishers lack a safeguard: it proves that the checker would notice. */
export interface Control extends Row {
  /** Rules of the checker of which one must be found broken. */
  breaks: readonly string[];
}

/** Most of these runs never come to rest. */
const restLimitMs = 10_000;
/** The built one, also when this file is read from its source (tests). */
const builtMain = (name: string) => fileURLToPath(new URL(`../../dist/sabotage/${name}.js`, import.meta.url));
const main = builtMain('worker-main');

/** Longest wait for the next death of a worker, in ms. */
const deathLimitMs = 10_000;
const nextDeath = ({ stage }: Scene, nth: number) =>
  waitUntil(() => stage.workers.deaths > nth, deathLimitMs);

/** Longest wait for the end of what was said, while workers go on dying, in ms. */
const endLimitMs = 8_000;
const calm = async ({ stage }: Scene) => {
  const ended = async () => {
    const { ready, running } = await stage.conversations.load();
    return ready + running === 0;
  };
  await waitUntil(ended, endLimitMs);
  await stage.calmWorkers();
};

function control(
  sabotage: SabotageName,
  about: string,
  breaks: readonly string[],
  row: Omit<Row, 'name' | 'about'>,
): Control {
  const stage = { ...row.stage, workerMain: main, workerArgs: [sabotage] };
  return { ...row, name: `control: ${about}`, about: `workers with ${about}`, stage, breaks, restLimitMs };
}

export const controls: readonly Control[] = [
  control('noDedupe', 'no dedupe', ['committed once'], {
    copies: 3,
    inject: () => pause(300),
  }),
  control('ackBeforeAccept', 'ack before accept', ['nothing lost'], {
    stage: { workerEnv: { TRAVELLITE_FAULTS: 'accept.before:0.05' } },
    inject: nextDeath,
    heal: calm,
  }),
  control('manyInFlight', '64 in flight', ['order'], {
    haste: { window: 24, pauseMs: 20 },
    inject: () => pause(500),
  }),
  control('noOutbox', 'no outbox', ['one done'], {
    stage: { workerEnv: { TRAVELLITE_FAULTS: 'relay.before:0.3' } },
    // A client that hears more afterwards finds out what it missed: only the end of its last answer is lost for good.
    haste: { window: 1, pauseMs: 1_000 },
    inject: nextDeath,
    heal: calm,
  }),
  control(
    'noFence',
    'no fence',
    ['nothing after done', 'one done', 'event once', 'order', 'committed once', 'version'],
    {
      nextText: () => 'steps=8 takesMs=1200',
      inject: async ({ stage }) => {
        // One stays awake and takes over.
        for (const worker of stage.workers.processes.slice(1)) worker.child.kill('SIGSTOP');
        await pause(2_000);
        for (const worker of stage.workers.processes) worker.child.kill('SIGCONT');
        await pause(500);
      },
    },
  ),
  {
    name: 'control: ack before the service confirms',
    about: 'publishers with ack before the service confirms',
    breaks: ['answer shown'],
    restLimitMs,
    stage: { ...channelStage, channel: { publisherMain: builtMain('publisher-main') } },
    inject: killActivePublisher,
  },
];

/** Whether the run was found out for what was done to it. */
export const isCaught = ({ breaks }: Control, violations: readonly { rule: string }[]): boolean =>
  violations.some(({ rule }) => breaks.includes(rule));
