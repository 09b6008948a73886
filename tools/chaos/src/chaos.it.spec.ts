import { type RowResult } from './run-row.js';
import { formatResult, isAsItMust } from './report.js';
import { rows } from './rows/index.js';
import { runAll } from './run-all.js';
import { controls } from './sabotage/controls.js';

/** The short form of `npm run chaos`: a fault of every family, a few times each, and every control. */
const short = [
  'worker dies around accept',
  'worker dies around commit',
  'worker dies around relay',
  'worker is a zombie',
  'NATS and Redis die',
  'gateway dies',
  'black hole to NATS',
  'reset of Redis',
  'every message three times',
  'poison messages',
  'deadly messages',
  'Redis loses its last writes',
  'the clock jumps',
  'streams deleted by hand',
  'a client stops reading',
  'publisher dies',
];

const skip = process.env['TRAVELLITE_SKIP_SERVERS'] === '1';

(skip ? describe.skip : describe)('a cluster that is treated badly', () => {
  let results: Map<string, RowResult>;
  beforeAll(async () => {
    const done = await runAll(
      {
        ...{
          rows: rows.filter(({ name }) => short.includes(name)),
          controls,
          controlInjections: 4,
          lanes: 3,
        },
        onResult: (result) => void process.stderr.write(`${formatResult(result)}\n`),
      },
      { injections: 3, conversations: 12, workers: 2, gateways: 2, seed: Date.now() % 100_000 },
    );
    results = new Map(done.map((result) => [result.row, result]));
  }, 600_000);

  test.each(short)('%s: nothing is lost, doubled or reordered', (name) => {
    const result = results.get(name);
    expect(result?.violations).toEqual([]);
    expect(result?.injections).toBeGreaterThanOrEqual(3);
  });

  test.each(controls.map(({ name }) => name))('%s: the checker notices', (name) => {
    const result = results.get(name);
    expect(result && isAsItMust(result)).toBe(true);
  });
});
