import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openRealtime } from '@travellite/realtime';
import { openRealtimeService } from '@travellite/realtime-service';
import { writeReport } from '../report.js';
import { startServer } from '../server-process.js';
import { quantile } from '../statistics.js';
import { measureWebhooks, type WebhookTimes } from './webhooks.js';
import { timeAnswers, timePublications, type TwoWays } from './latency.js';

export const managedUsage = `       npm run bench -- managed [--messages 300] [--seconds 10] [--write]
  times answers through a realtime service beside direct ones, publishing by socket beside publishing by HTTP, and
  webhooks at a cluster, 200 a second; ends with 1 when a figure is over its aim`;

const standalone = fileURLToPath(new URL('../../../../apps/standalone/dist/main.js', import.meta.url));
/** The managed way goes through twice as many processes and sockets as the direct one. */
const answerAim = 3;
const socketAim = 0.5;
/** p99 of a webhook's answer, in ms. */
const webhookAim = 100;

/** `npm run bench -- managed`: resolves with the exit code. */
export async function benchManaged(args: readonly string[]): Promise<number> {
  const whole = (name: string, fallback: number, least: number) => {
    const at = args.indexOf(`--${name}`);
    return at < 0 ? fallback : Math.max(least, Number(args[at + 1]) || fallback);
  };
  const messages = whole('messages', 300, 10);
  const rows = await measureRatios(messages);
  const webhooks = await measureWebhooks(whole('seconds', 10, 1));
  const report = `${formatManagedReport(messages, rows)}\n\n${formatWebhooks(webhooks)}`;
  process.stdout.write(`${report}\n`);
  if (args.includes('--write')) writeReport(report, 'managed');
  const isMissed = rows.some(({ ratio, aim }) => ratio > aim) || webhooks.p99 > webhookAim;
  return isMissed || webhooks.refused > 0 ? 1 : 0;
}

async function measureRatios(messages: number): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'travellite-bench-'));
  const service = await openRealtimeService();
  const provider = await openRealtime({ kind: 'native', ...service.native });
  const { wsUrl, apiUrl, namespace, token } = service.native;
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const server = await startServer(standalone, {
    ...{ PORT: '0', TRAVELLITE_AGENT: 'echo', TRAVELLITE_DATA: folder, LOG_LEVEL: 'warn' },
    ...{ REALTIME_WS_URL: wsUrl, REALTIME_API_URL: apiUrl, REALTIME_API_TOKEN: token },
    ...{ REALTIME_NAMESPACE_ID: namespace, REALTIME_WEBHOOK_SECRET: secret },
  });
  try {
    await service.setWebhook({ url: `${server.url.replace('ws', 'http')}/api/realtime/webhook`, secret });
    const answers = await timeAnswers(server.url, service, messages);
    const publications = await timePublications(provider, messages);
    return [
      row('whole answer', 'direct', 'managed', answers, (first, second) => second / first, answerAim),
      row('publication', 'socket', 'HTTP', publications, (first, second) => first / second, socketAim),
    ];
  } finally {
    await server.stop();
    await provider.close();
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Row {
  what: string;
  ways: [string, number, number][];
  ratio: number;
  aim: number;
}

function row(
  what: string,
  one: string,
  other: string,
  { first, second }: TwoWays,
  ratioOf: (first: number, second: number) => number,
  aim: number,
): Row {
  const p50 = [quantile(first, 0.5), quantile(second, 0.5)] as const;
  return {
    ...{ what, aim, ratio: ratioOf(...p50) },
    ways: [
      [one, p50[0], quantile(first, 0.99)],
      [other, p50[1], quantile(second, 0.99)],
    ],
  };
}

function formatManagedReport(messages: number, rows: readonly Row[]): string {
  return [
    `Node ${process.version}, ${cpus().length} cores for everything; ${messages} messages a way, one after another, the two ways in turn; one process (\`npm start\`), echo agent, the local realtime service.`,
    '',
    '| what | way | p50 ms | p99 ms | ratio of the p50s | aim |',
    '| --- | --- | --: | --: | --: | --: |',
    ...rows.flatMap(({ what, ways, ratio, aim }) =>
      ways.map(
        ([way, p50, p99], at) =>
          `| ${at === 0 ? what : ''} | ${way} | ${p50.toFixed(2)} | ${p99.toFixed(2)} | ${at === 0 ? ratio.toFixed(2) : ''} | ${at === 0 ? `≤ ${aim}` : ''} |`,
      ),
    ),
  ].join('\n');
}

const formatWebhooks = ({ webhooks, perSecond, p50, p99, refused }: WebhookTimes): string =>
  [
    'A webhook’s 2xx, by the cluster (one ingress, one worker, NATS, Redis that syncs every write), signed, counted from when each was due:',
    '',
    '| webhooks | a second | p50 ms | p99 ms | aim | not taken |',
    '| --: | --: | --: | --: | --: | --: |',
    `| ${webhooks} | ${perSecond.toFixed(0)} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | p99 ≤ ${webhookAim} | ${refused} |`,
  ].join('\n');
