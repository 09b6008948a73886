import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type LoadResult } from './load.js';
import { median } from './statistics.js';

export interface Row {
  load: LoadResult;
  cpuPer1000: number;
  rssKib: number;
}

export interface SystemResult {
  rounds: Row[][];
  idleKib: number;
}

interface Circumstances {
  syncMs: number;
  cores: number;
  node: string;
  seconds: number;
  rounds: number;
  idle: number;
}

const n = (value: number, digits = 2) => value.toFixed(digits);

/** Markdown: every figure of every system, the median over rounds, and the ratios to the floor. */
export function formatReport(systems: Record<string, SystemResult>, about: Circumstances): string {
  const lines = [
    `Node ${about.node}, ${about.cores} cores shared with the load generator, ${about.rounds} rounds of ${about.seconds} s (median), one disk sync ${n(about.syncMs)} ms.`,
    '',
    '| system | users | turns/s | of floor | first chunk p50 / p99 ms | end p50 / p99 ms | CPU s per 1,000 turns | RSS MiB |',
    '| --- | --: | --: | --: | --: | --: | --: | --: |',
  ];
  for (const [name, system] of Object.entries(systems)) {
    system.rounds[0]?.forEach((_, i) => {
      const at = (pick: (row: Row) => number) => median(system.rounds.map((round) => pick(round[i] as Row)));
      // The ratio is taken within each round, because the machine's speed drifts between rounds.
      const ratio = median(
        system.rounds.map((round, r) => {
          const floor = systems['floor']?.rounds[r]?.[i]?.load.turnsPerSecond ?? Number.NaN;
          return (round[i] as Row).load.turnsPerSecond / floor;
        }),
      );
      lines.push(
        `| ${name} | ${system.rounds[0]?.[i]?.load.users} | ${n(
          at((r) => r.load.turnsPerSecond),
          0,
        )} | ${n(ratio)} ` +
          `| ${n(at((r) => r.load.firstP50))} / ${n(at((r) => r.load.firstP99))} ` +
          `| ${n(at((r) => r.load.endP50))} / ${n(at((r) => r.load.endP99))} ` +
          `| ${n(at((r) => r.cpuPer1000))} | ${n(at((r) => r.rssKib) / 1024, 0)} |`,
      );
    });
  }
  lines.push('', `KiB per idle connection (${about.idle} idle, growth of RSS of a fresh process):`);
  for (const [name, system] of Object.entries(systems)) lines.push(`- ${name}: ${n(system.idleKib, 1)}`);
  return lines.join('\n');
}

const page = fileURLToPath(new URL('../../../docs/benchmarks.md', import.meta.url));

/** Replaces one part of the page, between its two marker comments. */
export function writeReport(report: string, part = 'measured'): void {
  const text = readFileSync(page, 'utf8');
  const marked = new RegExp(`(<!-- ${part}: begin -->\\n)[^]*(<!-- ${part}: end -->)`);
  if (!marked.test(text)) throw new Error(`docs/benchmarks.md has lost its markers of “${part}”`);
  writeFileSync(
    page,
    text.replace(marked, (_, begin: string, end: string) => `${begin}${report}\n${end}`),
  );
}
