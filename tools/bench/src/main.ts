import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LoadResult, openIdle, runLoad } from './load.js';
import { formatReport, type SystemResult, writeReport } from './report.js';
import { whileRunning } from './running.js';
import { type ServerProcess, startServer } from './server-process.js';
import { median } from './statistics.js';
import { measureSync } from './disk.js';
import { benchCluster, clusterUsage } from './cluster/cluster-bench.js';
import { benchManaged, managedUsage } from './managed/managed-bench.js';
import { benchPlanner, plannerUsage } from './planner/planner-bench.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const standalone = join(here, '../../../apps/standalone/dist/main.js');
const usage = `Usage: npm run bench -- [--seconds 5] [--rounds 3] [--idle 2000] [--write]
  --seconds  length of one measurement
  --rounds   how often each is repeated, floor and system in turn; the median counts
  --idle     idle connections for the memory figure
  --write    put the result into docs/benchmarks.md`;

interface Options {
  seconds: number;
  rounds: number;
  idle: number;
  write: boolean;
}

function readOptions(args: string[]): Options {
  const value = (name: string, fallback: number) => {
    const at = args.indexOf(`--${name}`);
    return at < 0 ? fallback : Number(args[at + 1]);
  };
  return {
    seconds: value('seconds', 5),
    rounds: value('rounds', 3),
    idle: value('idle', 2000),
    write: args.includes('--write'),
  };
}

const userCounts = [1, 64, 256] as const;

/** The load of every round against one server; CPU is measured around each. */
async function measure(server: ServerProcess, round: number, seconds: number) {
  const rows: { load: LoadResult; cpuPer1000: number; rssKib: number }[] = [];
  for (const users of userCounts) {
    const before = server.cpuSeconds();
    const load = await runLoad(server.url, users, seconds, `r${round}u${users}`);
    const warmUpShare = seconds / (seconds + Math.min(2, seconds / 3));
    const cpu = (server.cpuSeconds() - before) * warmUpShare;
    rows.push({ load, cpuPer1000: (cpu / load.turns) * 1000, rssKib: server.rssKib() });
  }
  return rows;
}

async function idleKib(server: ServerProcess, count: number): Promise<number> {
  const before = server.rssKib();
  const idle = await openIdle(server.url, count);
  const after = server.rssKib();
  await idle.close();
  return (after - before) / count;
}

async function main(): Promise<void> {
  if (process.argv.includes('--help'))
    return void process.stdout.write(`${usage}\n${plannerUsage}\n${clusterUsage}\n${managedUsage}\n`);
  if (process.argv[2] === 'planner') return void (process.exitCode = benchPlanner(process.argv.slice(3)));
  if (process.argv[2] === 'managed')
    return void (process.exitCode = await benchManaged(process.argv.slice(3)));
  if (process.argv[2] === 'cluster')
    return void (process.exitCode = await benchCluster(process.argv.slice(3)));
  const options = readOptions(process.argv.slice(2));
  const data = mkdtempSync(join(tmpdir(), 'travellite-bench-'));
  const starts = {
    floor: () => startServer(join(here, 'floor.js'), {}),
    embedded: () =>
      startServer(standalone, {
        PORT: '0',
        TRAVELLITE_AGENT: 'echo',
        TRAVELLITE_DATA: data,
        LOG_LEVEL: 'warn',
      }),
  };
  const collected: Record<string, SystemResult> = {};
  try {
    for (const [name, start] of Object.entries(starts)) {
      // Memory of a fresh process, before any load has grown its heap.
      const idle = await whileRunning(start(), (fresh) => idleKib(fresh, options.idle));
      collected[name] = { rounds: [], idleKib: idle };
    }
    for (let round = 0; round < options.rounds; round += 1) {
      for (const [name, start] of Object.entries(starts)) {
        const measured = await whileRunning(start(), (server) => measure(server, round, options.seconds));
        collected[name]?.rounds.push(measured);
        process.stderr.write(`round ${round + 1} of ${options.rounds}: ${name} done\n`);
      }
    }
    const syncMs = median(measureSync(data));
    const report = formatReport(collected, {
      syncMs,
      cores: cpus().length,
      node: process.version,
      ...options,
    });
    process.stdout.write(`${report}\n`);
    if (options.write) writeReport(report);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

await main();
