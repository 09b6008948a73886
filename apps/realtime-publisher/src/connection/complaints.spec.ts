import { createCounters, type Log, silentLog } from '@travellite/telemetry';
import { Complaints } from './complaints.js';

it('complaints are one line a second, however many there are, and all are counted', () => {
  let now = 0;
  const lines: unknown[] = [];
  const log: Log = { ...silentLog, warn: (_, fields) => void lines.push(fields) };
  const counters = createCounters();
  const complaints = new Complaints(log, counters, () => now);
  for (let nth = 0; nth < 1_000; nth += 1) complaints.note('odd', `no ${nth}`);
  now = 1_000;
  complaints.note('odd', 'again');
  expect(lines).toEqual([
    { code: 'odd', sentence: 'no 0' },
    { code: 'odd', sentence: 'again', leftOut: 999 },
  ]);
  expect(counters.read()).toMatchObject({ service_complaints: 1_001 });
});
