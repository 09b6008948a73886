import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureSync } from '../disk.js';
import { type LoadResult, runLoad } from '../load.js';
import { writeReport } from '../report.js';
import { whileRunning } from '../running.js';
import { startServer } from '../server-process.js';
import { median } from '../statistics.js';
import { BenchCluster } from './bench-cluster.js';
import { type ClusterFigures, formatClusterReport } from './cluster-report.js';
import { measureReceipts } from './receipts.js';
import { measureStored } from './stored.js';

export const clusterUsage = `       npm run bench -- cluster [--seconds 5] [--rounds 3] [--stored 100000] [--write]
  measures the cluster on a real NATS and a real Redis beside the floor and the embedded form: turns, receipts,
  what one more conversation costs when so many are stored, what a second worker brings`;

const here = fileURLToPath(new URL('..', import.meta.url));
const standalone = join(here, '../../../apps/standalone/dist/main.js');
const userCounts = [1, 64, 256] as const;

/** `npm run bench -- cluster`: resolves with the exit code. */
export async function benchCluster(args: readonly string[]): Promise<number> {
  const whole = (name: string, fallback: number) => {
    const at = args.indexOf(`--${name}`);
    return at < 0 ? fallback : Math.max(1, Number(args[at + 1]) || fallback);
  };
  const seconds = whole('seconds', 5);
  const figures: ClusterFigures = {
    ...{ node: process.version, cores: cpus().length, seconds, syncMs: await syncMs() },
    ...(await measureTurns(seconds, whole('rounds', 3))),
    workers: await measureWorkers(seconds),
    stored: await measureStored([100, whole('stored', 100_000)]),
  };
  const report = formatClusterReport(figures);
  process.stdout.write(`${report}\n`);
  if (args.includes('--write')) writeReport(report, 'cluster');
  return 0;
}

const said = (what: string) => void process.stderr.write(`${what}\n`);

const syncMs = (): Promise<number> =>
  inFolder(async (folder) => Promise.resolve(median(measureSync(folder))));

/** Floor, embedded form and cluster in turn, round by round; receipts on the last cluster. */
async function measureTurns(
  seconds: number,
  rounds: number,
): Promise<Pick<ClusterFigures, 'loads' | 'receipts'>> {
  const loads: ClusterFigures['loads'] = { floor: [], embedded: [], cluster: [] };
  const receipts: ClusterFigures['receipts'] = {};
  for (let round = 0; round < rounds; round += 1) {
    const load = ({ url }: { url: string }) => loadsOf(url, seconds, round);
    loads.floor.push(await whileRunning(startServer(join(here, 'floor.js'), {}), load));
    loads.embedded.push(await inFolder((data) => whileRunning(startEmbedded(data), load)));
    await whileRunning(BenchCluster.start({ workers: 1, agent: 'echo' }), async (cluster) => {
      loads.cluster.push(await load(cluster));
      if (round < rounds - 1) return;
      receipts['8 users, a message every 100 ms'] = await measureReceipts(cluster.url, 8, 100, seconds);
      receipts['64 users, a message every 200 ms'] = await measureReceipts(cluster.url, 64, 200, seconds);
    });
    said(`round ${round + 1} of ${rounds} done`);
  }
  return { loads, receipts };
}

const startEmbedded = (data: string) =>
  startServer(standalone, {
    ...{ PORT: '0', TRAVELLITE_AGENT: 'echo', TRAVELLITE_DATA: data, LOG_LEVEL: 'warn' },
  });

async function inFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'travellite-bench-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function loadsOf(url: string, seconds: number, round: number): Promise<LoadResult[]> {
  const results: LoadResult[] = [];
  for (const users of userCounts) results.push(await runLoad(url, users, seconds, `c${round}u${users}`));
  return results;
}

/** A turn that waits for a model most of the time: what counts is how many run at once. */
async function measureWorkers(seconds: number): Promise<ClusterFigures['workers']> {
  const turns: ClusterFigures['workers'] = {};
  for (const workers of [1, 2]) {
    const load = await whileRunning(BenchCluster.start({ workers, agent: 'trial', slots: 8 }), ({ url }) =>
      runLoad(url, 64, Math.max(5, seconds), `w${workers}`, 'takesMs=200 steps=1 chunks=4'),
    );
    turns[workers] = load.turnsPerSecond;
    said(`${workers} workers done`);
  }
  return turns;
}
