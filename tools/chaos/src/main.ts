import { parseArgs } from 'node:util';
import { formatResult, formatSummary, isAsItMust } from './report.js';
import { rows } from './rows/index.js';
import { runAll } from './run-all.js';
import { controls } from './sabotage/controls.js';

const describe = ({ name, about }: { name: string; about: string }) => `  ${name.padEnd(34)} ${about}`;
const usage = `Usage: npm run chaos -- [--row WORDS]... [--injections 30] [--conversations 40] [--lanes 3] [--seed 1] [--verbose]

Runs TravelLite as a cluster of 3 workers and 2 gateways on a real NATS and a real Redis, lets clients talk, injects faults, and
checks that no message was lost, doubled or reordered. Controls are runs whose workers lack a safeguard: the checker must notice.
Ends with 1 when a promise was broken or a control was not caught.
  --row            only rows and controls whose name holds these words; may be given more than once
  --injections     faults per row
  --conversations  conversations per row
  --lanes          rows that run at the same time, each on a cluster of its own
  --seed           makes the same choices again (not the same timing)
  --verbose        shows what the services log

Rows and controls:
${[...rows, ...controls].map(describe).join('\n')}
`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      row: { type: 'string', multiple: true, default: [] },
      injections: { type: 'string', default: '30' },
      conversations: { type: 'string', default: '40' },
      lanes: { type: 'string', default: '3' },
      seed: { type: 'string', default: '1' },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const whole = (name: 'injections' | 'conversations' | 'lanes' | 'seed') => {
    const value = Number(values[name]);
    if (Number.isInteger(value) && value >= 1) return value;
    throw new RangeError(`--${name} must be a whole number from 1 on`);
  };
  const isChosen = ({ name }: { name: string }) =>
    values.row.length === 0 || values.row.some((words) => name.includes(words));
  const chosen = { rows: rows.filter(isChosen), controls: controls.filter(isChosen) };
  if (chosen.rows.length + chosen.controls.length === 0) {
    throw new RangeError(`No row is named like ${values.row.join(', ')}; --help lists them.`);
  }
  return {
    ...{ help: values.help, verbose: values.verbose, chosen },
    injections: whole('injections'),
    conversations: whole('conversations'),
    lanes: whole('lanes'),
    seed: whole('seed'),
  };
}

// The servers and services end with this process, also when it is told to end.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

/** A control needs fewer faults than a row: one that shows is enough. */
const controlInjections = 6;

async function main(): Promise<void> {
  const { help, verbose, chosen, lanes, ...options } = readOptions();
  if (help) return void process.stdout.write(usage);
  const began = performance.now();
  const onLine = verbose ? { onLine: (line: string) => void process.stderr.write(`${line}\n`) } : {};
  const results = await runAll(
    {
      ...{ ...chosen, lanes, controlInjections },
      onResult: (result) => void process.stdout.write(`${formatResult(result)}\n`),
    },
    { ...options, workers: 3, gateways: 2, ...onLine },
  );
  process.stdout.write(`\n${formatSummary(results, (performance.now() - began) / 1000)}\n`);
  if (!results.every(isAsItMust)) process.exitCode = 1;
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
