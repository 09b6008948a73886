import { type LoadResult } from '../load.js';
import { median } from '../statistics.js';
import { type ReceiptTimes } from './receipts.js';
import { type StoredCost } from './stored.js';

export interface ClusterFigures {
  node: string;
  cores: number;
  seconds: number;
  syncMs: number;
  /** Per system and round: a load of each number of users. */
  loads: Record<'floor' | 'embedded' | 'cluster', LoadResult[][]>;
  receipts: Record<string, ReceiptTimes>;
  stored: StoredCost[];
  /** Turns a second with a turn of 200 ms, by number of workers. */
  workers: Record<number, number>;
}

const n = (value: number, digits = 2) => value.toFixed(digits);

/** Markdown: the cluster beside the floor and the embedded form, receipts, stored conversations, a second worker. */
export function formatClusterReport(figures: ClusterFigures): string {
  const { node, cores, seconds, syncMs, loads, receipts, stored, workers } = figures;
  return [
    `Node ${node}, ${cores} cores for everything: NATS, Redis (append-only file synced at every write), one worker, one gateway and the load generator; ${loads.floor.length} rounds of ${seconds} s (median), one disk sync ${n(syncMs)} ms.`,
    '',
    '| system | users | turns/s | of floor | first chunk p50 / p99 ms | end p50 / p99 ms |',
    '| --- | --: | --: | --: | --: | --: |',
    ...Object.entries(loads).flatMap(([name, rounds]) => loadRows(name, rounds, loads.floor)),
    '',
    '| receipts: from sending to “on disk” | messages/s | p50 ms | p99 ms |',
    '| --- | --: | --: | --: |',
    ...Object.entries(receipts).map(
      ([name, { perSecond, p50, p99 }]) => `| ${name} | ${n(perSecond, 0)} | ${n(p50)} | ${n(p99)} |`,
    ),
    '',
    '| conversations stored | first turn of one more, ms | of the first row | bytes each |',
    '| --: | --: | --: | --: |',
    ...stored.map(
      ({ stored: count, turnMs, bytesEach }) =>
        `| ${count} | ${n(turnMs)} | ${n(turnMs / (stored[0]?.turnMs ?? 1))} | ${bytesEach === undefined ? '' : n(bytesEach, 0)} |`,
    ),
    '',
    '| workers, 8 slots each, a turn takes 200 ms | turns/s | of one |',
    '| --: | --: | --: |',
    ...Object.entries(workers).map(
      ([count, perSecond]) => `| ${count} | ${n(perSecond, 1)} | ${n(perSecond / (workers[1] ?? 1))} |`,
    ),
  ].join('\n');
}

/** Ratios are taken within each round, because the machine's speed drifts between rounds. */
function loadRows(name: string, rounds: LoadResult[][], floor: LoadResult[][]): string[] {
  return (rounds[0] ?? []).map(({ users }, i) => {
    const at = (pick: (load: LoadResult) => number) =>
      median(rounds.map((round) => pick(round[i] as LoadResult)));
    const ratio = median(
      rounds.map(
        (round, r) => (round[i]?.turnsPerSecond ?? 0) / (floor[r]?.[i]?.turnsPerSecond ?? Number.NaN),
      ),
    );
    return (
      `| ${name} | ${users} | ${n(
        at((load) => load.turnsPerSecond),
        0,
      )} | ${n(ratio)} ` +
      `| ${n(at((load) => load.firstP50))} / ${n(at((load) => load.firstP99))} ` +
      `| ${n(at((load) => load.endP50))} / ${n(at((load) => load.endP99))} |`
    );
  });
}
