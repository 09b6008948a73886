import { type Log, silentLog } from '@travellite/telemetry';
import { nestLog } from './nest-log.js';

it('lines of Nest are as loud in our log as they are worth, with their cause', () => {
  const lines: unknown[][] = [];
  const log: Log = {
    ...silentLog,
    debug: (message) => void lines.push(['debug', message]),
    warn: (message) => void lines.push(['warn', message]),
    error: (message, _, cause) => void lines.push(['error', message, cause]),
  };
  const nest = nestLog(log);
  const fault = new Error('broken');
  for (const level of ['log', 'debug', 'verbose', 'warn'] as const) nest[level](level);
  nest.error('said', fault);
  nest.error(fault);
  nest.fatal('gone', 'a stack');
  expect(lines).toEqual([
    ['debug', 'log'],
    ['debug', 'debug'],
    ['debug', 'verbose'],
    ['warn', 'warn'],
    ['error', 'said', fault],
    ['error', 'Error: broken', fault],
    ['error', 'gone', 'a stack'],
  ]);
});
