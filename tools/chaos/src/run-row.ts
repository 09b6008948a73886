import { type Bus, openBus } from '@travellite/bus';
import { checkHistory, type Violation } from './check/check-history.js';
import { readDeadLetters, readRest } from './check/read-rest.js';
import { Client } from './clients/client.js';
import { seededRandom } from './random.js';
import { type Row, type Scene } from './rows/row.js';
import { type Control, isCaught } from './sabotage/controls.js';
import { operationTimeoutMs, partitions, Stage } from './stage/stage.js';
import { waitUntil } from './wait-until.js';

export interface RunOptions {
  injections: number;
  conversations: number;
  workers: number;
  gateways: number;
  seed: number;
  onLine?: (line: string) => void;
}

export interface RowResult {
  row: string;
  injections: number;
  /** Messages said. */
  messages: number;
  /** From the last fault to when nothing waited any more, in ms. */
  restMs: number;
  seconds: number;
  violations: Violation[];
  /** Set for a run that was sabotaged: whether the checker noticed. */
  control?: 'caught' | 'missed';
}

/** Everything must be at rest this long after the last fault, in ms, where the row says nothing else. */
const restLimitMs = 60_000;
/** Answers that are not in their rooms so long after everything is at rest never come, in ms. */
const shownLimitMs = 5_000;
const usualHaste = { window: 4, pauseMs: 400 };
/** Every so many conversations one speaks straight into the feed. */
const feedEvery = 4;

/** A missing safeguard shows by chance: a run in which it did not is made again with other choices. */
const controlTries = 3;

/** Runs a row whose workers lack a safeguard. */
export async function runControl(control: Control, options: RunOptions): Promise<RowResult> {
  for (let attempt = 1; ; attempt += 1) {
    const result = await runRow(control, { ...options, seed: options.seed + attempt - 1 });
    const caught = isCaught(control, result.violations);
    if (caught || attempt === controlTries) return { ...result, control: caught ? 'caught' : 'missed' };
  }
}

/** Runs one row on a cluster of its own and checks every conversation. */
export async function runRow(row: Row, options: RunOptions): Promise<RowResult> {
  const began = performance.now();
  const stage = await Stage.open({ ...options, ...row.stage });
  const bus = await openBus({
    ...{ kind: 'nats', url: stage.nats.url, name: 'chaos', replicas: 1, maxStreamBytes: 1 << 30 },
    ...{ partitions, operationTimeoutMs },
  });
  const random = seededRandom(options.seed);
  const clients = Array.from({ length: options.conversations }, (_, nth) =>
    openClient(row, nth, { stage, bus, seed: options.seed }),
  );
  const scene: Scene = { stage, clients, random, broken: [] };
  try {
    await Promise.all(clients.map((client) => client.joined));
    for (const client of clients) client.start();
    const done = await injectAll(row, scene, options.injections);
    const injections = row.injected?.(scene) ?? done;
    for (const client of clients) client.stop();
    await row.heal?.(scene, options.injections);
    const healed = performance.now();
    const violations = await rest(scene, row.restLimitMs ?? restLimitMs);
    await waitUntil(() => clients.every((client) => client.sawAll), shownLimitMs);
    const restMs = performance.now() - healed;
    violations.push(...scene.broken, ...(await checkAll(scene)));
    if (injections < options.injections) violations.push(tooFew(injections, options.injections));
    return {
      ...{ row: row.name, injections, restMs, violations },
      messages: clients.reduce((sum, client) => sum + client.said, 0),
      seconds: (performance.now() - began) / 1000,
    };
  } finally {
    await Promise.all(clients.map((client) => client.close()));
    await bus.close();
    await stage.close();
  }
}

/** Faults that could not be injected are tried again, this many times at most for each that is wanted. */
const triesEach = 3;

/** Gives how many faults there really were. */
async function injectAll(row: Row, scene: Scene, wanted: number): Promise<number> {
  let done = 0;
  for (let tried = 0; done < wanted && tried < wanted * triesEach; tried += 1) {
    if ((await row.inject(scene, done)) !== false) done += 1;
  }
  return done;
}

/** A row that treated nobody badly proves nothing. */
const tooFew = (injections: number, wanted: number): Violation => ({
  rule: 'enough faults',
  conversation: '',
  detail: `${injections} instead of ${wanted}`,
});

/** The nth conversation of a row: every so many feed the queue themselves; with a realtime service half are rooms, half their users'. */
function openClient(row: Row, nth: number, { stage, bus, seed }: { stage: Stage; bus: Bus; seed: number }) {
  const { copies = 1, nextText = () => 'steps=1' } = row;
  const userId = `${row.name.replaceAll(' ', '-')}.${nth}`;
  const { channel } = stage;
  return new Client({
    userId,
    gatewayUrls: stage.gatewayUrls,
    random: seededRandom(seed * 1_000 + nth),
    ...(nth % feedEvery === 0 ? { feed: bus } : {}),
    ...(channel ? { channel, room: nth % 2 === 0 ? userId : `trip-of-${userId}` } : {}),
    ...{ copies, nextText },
    ...(row.haste ?? usualHaste),
  });
}

/** Waits until nothing waits: no answer, no turn, no batch, and every client is at the end of its log. Says what still does. */
async function rest({ stage, clients }: Scene, limitMs: number): Promise<Violation[]> {
  const { conversations } = stage;
  const waiting = new Set<string>();
  const back = new Set<Client>();
  const over = await waitUntil(
    async () => {
      waiting.clear();
      const load = await conversations.load();
      for (const part of ['ready', 'running', 'outbox'] as const) {
        if (load[part] > 0) waiting.add(`${load[part]} ${part}`);
      }
      for (const client of clients) {
        if (!client.answered) waiting.add(`${client.conversation} has messages without an answer`);
      }
      if (waiting.size > 0) return false;
      for (const client of clients) {
        const { epoch, seq, running, queued } = await conversations.snapshot(client.conversation);
        // One that waits for its next try is not due, so the store's load does not count it.
        if (running || queued.length > 0) waiting.add(`${client.conversation} has open turns`);
        const at = client.ear.position;
        if (at?.seq !== seq || at.epoch !== epoch) {
          waiting.add(`${client.conversation} is at ${at?.epoch}-${at?.seq} of ${epoch}-${seq}`);
          // After a loss nothing was said here: a client hears of it with the next event, or when it comes back.
          if (seq === 0 && !back.has(client)) client.ear.reconnect();
          if (seq === 0) back.add(client);
        }
      }
      return waiting.size === 0;
    },
    limitMs,
    200,
  );
  if (over) return [];
  return [...waiting].map((detail) => ({ rule: 'comes to rest', conversation: '', detail }));
}

async function checkAll({ stage, clients }: Scene): Promise<Violation[]> {
  const letters = await readDeadLetters(stage.conversations);
  const violations: Violation[] = [];
  for (const { conversation, sights, ear, audience } of clients) {
    const rest = await readRest(stage.conversations, conversation, letters);
    const begin = ear.begin ?? { epoch: 1, seq: 0 };
    violations.push(
      ...checkHistory({ conversation, begin, sights, rest, ...(audience ? { shown: audience.shown } : {}) }),
    );
  }
  return violations;
}
