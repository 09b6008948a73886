import { parseArgs } from 'node:util';
import { formatResult, formatSummary } from './report.js';
import { type RowResult, runRow } from './run-row.js';
import { rows } from './rows/index.js';

const usage = `Usage: npm run chaos -- [--row WORDS]... [--injections 30] [--conversations 40] [--lanes 3] [--seed 1] [--verbose]

Runs TravelLite as a cluster on a real NATS and a real Redis, lets clients talk, injects faults, and checks that no message was lost,
doubled or reordered. Ends with 1 when a promise was broken.
  --row            only rows whose name holds these words; may be given more than once
  --injections     faults per row
  --conversations  conversations per row
  --lanes          rows that run at the same time, each on a cluster of its own
  --seed           makes the same choices again (not the same timing)
  --verbose        shows what the services log

Rows:
${rows.map(({ name, about }) => `  ${name.padEnd(34)} ${about}`).join('\n')}
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
    if (!Number.isInteger(value) || value < 1)
      throw new RangeError(`--${name} must be a whole number from 1 on`);
    return value;
  };
  const chosen = rows.filter(
    ({ name }) => values.row.length === 0 || values.row.some((word) => name.includes(word)),
  );
  if (chosen.length === 0)
    throw new RangeError(`No row is named like ${values.row.join(', ')}; --help lists them.`);
  return {
    ...{ help: values.help, verbose: values.verbose, chosen },
    injections: whole('injections'),
    conversations: whole('conversations'),
    lanes: whole('lanes'),
    seed: whole('seed'),
  };
}

async function main(): Promise<void> {
  const { help, verbose, chosen, lanes, ...options } = readOptions();
  if (help) return void process.stdout.write(usage);
  const began = performance.now();
  const waiting = [...chosen];
  const results: RowResult[] = [];
  const lane = async () => {
    for (let row = waiting.shift(); row; row = waiting.shift()) {
      const onLine = verbose ? { onLine: (line: string) => void process.stderr.write(`${line}\n`) } : {};
      const result = await runRow(row, { ...options, workers: 3, gateways: 2, ...onLine });
      results.push(result);
      process.stdout.write(`${formatResult(result)}\n`);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  process.stdout.write(`\n${formatSummary(results, (performance.now() - began) / 1000)}\n`);
  if (results.some(({ violations }) => violations.length > 0)) process.exitCode = 1;
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
