import { ConfigError, readConfig } from '@travellite/config';
import { TravelError } from '@travellite/protocol';
import { consoleLog } from '@travellite/telemetry';
import { bootstrapStandalone, type RunningStandalone } from './bootstrap.js';
import { greeting } from './greeting.js';

/** A second Ctrl-C, or a drain that hangs, must not keep a person waiting. */
const drainLimitMs = 5_000;

async function main(): Promise<void> {
  const config = readConfig();
  const log = consoleLog(config.log.level);
  const running = await bootstrapStandalone(config, log);
  stopOnSignal(running, config.worker.drainMs + drainLimitMs);
  process.stdout.write(greeting(running, config));
}

function stopOnSignal(running: RunningStandalone, limitMs: number): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), limitMs).unref();
    void running.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);
  // `npm start` watches over us through this channel; when it is gone, nobody would ever stop us.
  if (process.connected) process.on('disconnect', stop);
}

/** A fault that a person can act on is one line; anything else is a fault of ours and keeps its stack. */
function report(error: unknown): void {
  if (error instanceof ConfigError) process.stderr.write(`${error.faults.join('\n')}\n`);
  else if (error instanceof TravelError && error.code !== 'internal')
    process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}

await main().catch(report);
