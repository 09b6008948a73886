import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { startNats, startRedis } from '@travellite/test-servers';
import { startRealtimeChannel, type StartService } from './realtime-channel.js';
import { startService } from './service-process.js';

const usage = `Usage: npm run cluster -- [--workers 2] [--gateways 1] [--publishers 2] [--port 3000] [--data .data/cluster]

Runs TravelLite as separate processes on a real NATS (JetStream) and a real Redis, which it starts on free ports.
  --workers     agent-worker processes
  --gateways    ws-gateway processes: the first at --port, the others on free ports
  --publishers  realtime-publisher processes, one of them active; beside a webhook-ingress and a local realtime service
  --data        folder of both servers
NATS_URL and REDIS_URL use servers that run already instead.`;

interface Options {
  workers: number;
  gateways: number;
  publishers: number;
  port: number;
  data: string;
}

function readOptions(args: readonly string[]): Options {
  const text = (name: string, fallback: string) => {
    const at = args.indexOf(`--${name}`);
    return at < 0 ? fallback : (args[at + 1] ?? fallback);
  };
  const whole = (name: string, fallback: number, least: number) => {
    const value = Number(text(name, String(fallback)));
    if (!Number.isInteger(value) || value < least)
      throw new RangeError(`--${name} must be a whole number from ${least} on`);
    return value;
  };
  return {
    workers: whole('workers', 2, 1),
    gateways: whole('gateways', 1, 1),
    publishers: whole('publishers', 2, 1),
    port: whole('port', 3000, 0),
    data: resolve(text('data', '.data/cluster')),
  };
}

async function main(): Promise<void> {
  if (process.argv.includes('--help')) return void process.stdout.write(`${usage}\n`);
  const options = readOptions(process.argv.slice(2));
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
  try {
    await run(options, stops);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function run(options: Options, stops: (() => Promise<unknown>)[]): Promise<void> {
  const servers = await openServers(options.data, stops);
  const start: StartService = async (app, name, port, env = {}) => {
    const onLine = (line: string) => void process.stderr.write(`${name.padEnd(9)} ${line}\n`);
    const service = await startService(app, {
      env: { ...servers, ...env, HOST: '127.0.0.1', PORT: String(port) },
      onLine,
    });
    stops.push(() => service.end('SIGTERM'));
    return service;
  };
  for (let i = 1; i <= options.workers; i += 1) await start('agent-worker', `worker-${i}`, 0);
  const gateways = [];
  for (let i = 1; i <= options.gateways; i += 1) {
    gateways.push(await start('ws-gateway', `gateway-${i}`, i === 1 ? options.port : 0));
  }
  const channel = await startRealtimeChannel(options.publishers, start, stops);
  process.stdout.write(
    [
      '',
      `  TravelLite runs as ${options.workers} workers and ${options.gateways} gateways:`,
      ...gateways.map(({ url }) => `    ${url}`),
      `  NATS   ${servers.NATS_URL}   (nats --server ${servers.NATS_URL} micro ls)`,
      `  Redis  ${servers.REDIS_URL}`,
      `  Rooms  ${channel.socketUrl} (a local realtime service; webhooks to ${channel.webhookUrl})`,
      '',
      '',
    ].join('\n'),
  );
}

async function openServers(folder: string, stops: (() => Promise<unknown>)[]) {
  const { NATS_URL, REDIS_URL, PATH } = process.env;
  mkdirSync(folder, { recursive: true });
  const nats = NATS_URL ? { url: NATS_URL } : await startNats({ folder, path: PATH });
  if ('stop' in nats) stops.push(() => nats.stop());
  const redis = REDIS_URL ? { url: REDIS_URL } : await startRedis({ folder, path: PATH });
  if ('stop' in redis) stops.push(() => redis.stop());
  return { NATS_URL: nats.url, REDIS_URL: redis.url };
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
