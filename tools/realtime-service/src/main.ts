import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { openRealtimeService } from './realtime-service.js';
import { type Target } from './webhooks/webhook-switch.js';

const help = `A realtime service for one machine: rooms, presence, history, webhooks. For development and tests.

  node dist/main.js [options]

  --port <n>               port to listen on (3002)
  --host <address>         address to listen on (127.0.0.1)
  --namespace <id>         id of its namespace (local)
  --token <text>           what servers show (local-token)
  --webhook-url <url>      where it tells what people say; nowhere when left out
  --webhook-as <service>   in whose words: native, centrifugo (its proxies) or ably (batches) (native)
  --webhook-secret <text>  what vouches for webhooks. native: signs them by Standard Webhooks (whsec_…); centrifugo: shown in
                           X-Webhook-Secret; ably: the key that signs batches (app.key:secret)
  --rate <n>               messages a second one room takes; no limit when left out
  --grace-ms <n>           how long somebody may be gone before they have left a room (5000)
  --secrets-on-stdin       reads {"token": …, "webhookSecret": …} from standard input: arguments can be read by everybody on a machine
  --to-the-letter          confirms nothing, as a service that knows only the contract
  --help                   this text
`;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '3002' },
    host: { type: 'string', default: '127.0.0.1' },
    namespace: { type: 'string', default: 'local' },
    token: { type: 'string', default: 'local-token' },
    'webhook-url': { type: 'string' },
    'webhook-as': { type: 'string', default: 'native' },
    'webhook-secret': { type: 'string' },
    rate: { type: 'string' },
    'grace-ms': { type: 'string', default: '5000' },
    'secrets-on-stdin': { type: 'boolean', default: false },
    'to-the-letter': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

function targetOf(as: string, url: string, secret: string | undefined): Target {
  switch (as) {
    case 'centrifugo':
      return { as, url, headers: secret === undefined ? {} : { 'x-webhook-secret': secret } };
    case 'ably':
      return { as, url, mode: 'batch', ...(secret === undefined ? {} : { signingKey: secret }) };
    case 'native':
      return { as, url, ...(secret === undefined ? {} : { secret }) };
    default:
      process.stderr.write(`--webhook-as must be native, centrifugo or ably, not ${JSON.stringify(as)}\n`);
      process.exit(2);
  }
}

function whole(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  process.stderr.write(`--${name} must be a whole number, not ${JSON.stringify(text)}\n`);
  process.exit(2);
}

interface Secrets {
  token: string;
  secret?: string;
}

/** From the arguments, or all of standard input. */
async function secretsOf(given: typeof values): Promise<Secrets> {
  const { token, 'webhook-secret': secret } = given;
  if (!given['secrets-on-stdin']) return { token, ...(secret === undefined ? {} : { secret }) };
  try {
    const read = JSON.parse(await text(process.stdin)) as { token?: unknown; webhookSecret?: unknown };
    if (typeof read.token !== 'string' || typeof read.webhookSecret !== 'string') throw new TypeError();
    return { token: read.token, secret: read.webhookSecret };
  } catch {
    process.stderr.write('Standard input must be {"token": "…", "webhookSecret": "…"}.\n');
    process.exit(2);
  }
}

if (values.help) {
  process.stdout.write(help);
} else {
  const { token, secret } = await secretsOf(values);
  const { 'webhook-url': url, rate, namespace, host } = values;
  const service = await openRealtimeService({
    port: whole('port', values.port),
    host,
    namespace,
    token,
    graceMs: whole('grace-ms', values['grace-ms']),
    confirms: !values['to-the-letter'],
    ...(url === undefined ? {} : { webhook: targetOf(values['webhook-as'], url, secret) }),
    ...(rate === undefined ? {} : { perRoomPerSecond: whole('rate', rate) }),
    onFault: (thrown) => process.stderr.write(`${String(thrown)}\n`),
  });
  process.stdout.write(`Realtime service on ${service.native.apiUrl}, namespace ${namespace}\n`);
  const stop = () => void service.close().then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  // Whoever started it watches over it through this channel; when that one is gone, nobody would ever stop it.
  if (process.connected) process.once('disconnect', stop);
}
