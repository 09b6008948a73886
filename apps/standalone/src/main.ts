import { readConfig } from '@travellite/config';
import { runService } from '@travellite/operations';
import { consoleLog } from '@travellite/telemetry';
import { bootstrapStandalone } from './bootstrap.js';
import { greeting } from './greeting.js';

/** A drain that hangs must not keep a person waiting for longer than this beside the grace, in ms. */
const closeMs = 5_000;

await runService(async (life) => {
  const config = readConfig();
  const log = consoleLog(config.log.level);
  life.setUp({ log, closeLimitMs: config.worker.drainMs + closeMs });
  const running = await bootstrapStandalone(config, log);
  life.releases.add('everything', () => running.close());
  process.stdout.write(greeting(running, config));
});
